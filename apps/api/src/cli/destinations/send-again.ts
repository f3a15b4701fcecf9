import { setTimeout as pause } from "node:timers/promises";
import { instant } from "@ringtrail/core";
import type { Delivery } from "@ringtrail/core/ports";
import { sendPeriod } from "../../destinations/send-period.ts";
import { showDelivery } from "../../show/show-destination.ts";
import { CommandFailure, type Output } from "../output.ts";
import { findDestination, must, type Desk } from "./destination-desk.ts";

const patienceMs = 20_000;

/** Sends a test and says what was answered; without waiting, only that it is written down. @throws CommandFailure. */
export async function testAtDesk(desk: Desk, word: string, waits: boolean, output: Output): Promise<void> {
  const { id, name } = await findDestination(desk, word);
  const sent = await desk.destinations.sendTest(desk.account, id, desk.now());
  if (sent === undefined) return must({ ok: false, reason: { code: "destination_unknown" } });
  const delivery = await answered(desk, sent, waits ? patienceMs : 0);
  const last = delivery?.tries.at(-1);
  if (delivery === undefined || last === undefined) {
    return output.result({ delivery: sent }, [`The test is written down (${sent}): the running server sends it.`]);
  }
  const answer = `${last.status ?? last.trouble ?? "taken"} in ${last.tookMs} ms`;
  if (delivery.state === "delivered") return output.result(showDelivery(delivery), [`${name} took it: ${answer}.`]);
  throw new CommandFailure(
    "test_not_taken",
    `${name} did not take it: ${answer}.`,
    `See what was answered: ringtrail destinations deliveries --destination ${id} --json`,
  );
}

/** Looks until the first attempt was made, or time is over. */
async function answered({ destinations, account }: Desk, id: string, mostMs: number): Promise<Delivery | undefined> {
  for (const start = Date.now(); ; await pause(250)) {
    const delivery = await destinations.delivery(account, id);
    if ((delivery?.tries.length ?? 0) > 0 || Date.now() - start >= mostMs) return delivery;
  }
}

/** Which events are sent once more. */
export interface Resend {
  readonly delivery: string | undefined;
  readonly destination?: string;
  readonly from?: string;
  readonly before?: string;
}

/** Sends one event once more, or everything of a period. @throws CommandFailure. */
export async function resendAtDesk(desk: Desk, asked: Resend, output: Output): Promise<void> {
  const { destinations, account, now } = desk;
  if (asked.delivery !== undefined) {
    const known = await destinations.delivery(account, asked.delivery);
    if (known === undefined) return must({ ok: false, reason: { code: "delivery_unknown" } });
    const isSent = await destinations.replayDelivery(account, asked.delivery, now());
    return output.result({ deliveries: isSent ? 1 : 0 }, [isSent ? "It is sent again." : "It is on its way already."]);
  }
  const { id, name } = await findDestination(desk, asked.destination ?? "");
  const period = { from: momentOf("from", asked.from), before: momentOf("before", asked.before) };
  const deliveries = await sendPeriod(desk, { account, actor: "cli", id }, period);
  output.result({ deliveries }, [`${deliveries ?? 0} events are sent to ${name} again.`]);
}

function momentOf(name: string, word: string | undefined) {
  const at = Date.parse(word ?? "");
  if (!Number.isNaN(at)) return instant(at);
  throw new CommandFailure(
    "moment_malformed",
    `--${name} is no moment.`,
    "Give a delivery's id, or --destination with --from and --before, such as 2026-11-26T09:00:00Z.",
  );
}
