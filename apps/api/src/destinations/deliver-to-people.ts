import { sayNotice } from "@ringtrail/api-contract";
import { instant, type AccountId, type Instant, type Milliseconds } from "@ringtrail/core";
import type { Destination, Fact, QuietTimes } from "@ringtrail/core/ports";
import { mapDigest, mapMail, quietLeft, sayFact, sendSlack, type Mail } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import type { DeliverTo } from "./deliver-to.ts";
import { weekOfCalls } from "./week-of-calls.ts";

type PeopleDeps = Pick<Deps, "calls" | "destinations" | "money" | "send" | "sendMail" | "server">;

/** Delivers to a mailbox. Without a mail server nothing can be, and the log says what to set. */
export function deliverEmail(deps: PeopleDeps): DeliverTo {
  return async ({ account, destination, fact, at }) => {
    const to = String(destination.settings["to"]);
    // Whoever reads it may have said for themselves when they want to hear nothing.
    const own = await deps.destinations.quietTimes(account, to);
    const waitMs = Math.max(quietMs(destination.settings["quiet"], fact, at), quietMs(own, fact, at));
    if (waitMs > 0) return { kind: "later", waitMs };
    const mail = await mailOf(deps, account, destination, fact);
    if (mail === undefined) return { kind: "nothing" };
    const { sendMail } = deps;
    if (sendMail === undefined) return { kind: "failed", request: mail.text, trouble: "smtp_not_set" };
    return sendMail(to, mail, `${fact.id}.${destination.id}`);
  };
}

/** Delivers to a Slack channel. Its address is the secret. */
export function deliverSlack({ send, server }: PeopleDeps): DeliverTo {
  return async ({ destination, fact, secrets, at }) => {
    const waitMs = quietMs(destination.settings["quiet"], fact, at);
    if (waitMs > 0) return { kind: "later", waitMs };
    const told = sayFact(fact, sayNotice);
    if (told === undefined) return { kind: "nothing" };
    return sendSlack(send, { url: secrets[0] ?? "", told, consoleUrl: server.publicUrl, at });
  };
}

async function mailOf(
  deps: PeopleDeps,
  account: AccountId,
  { settings }: Destination,
  fact: Fact,
): Promise<Mail | undefined> {
  const { publicUrl } = deps.server;
  if (fact.kind !== "digest") {
    const told = sayFact(fact, sayNotice);
    return told && mapMail(told, publicUrl);
  }
  const until = instant(Number(fact.about["before"]));
  return mapDigest(await weekOfCalls(deps, account, until, String(settings["timeZone"] ?? "UTC")), publicUrl);
}

/** How long the quiet of whoever would hear it goes on. A test is asked for by somebody who is awake. */
function quietMs(said: unknown, { kind }: Fact, now: Instant): Milliseconds {
  const quiet = said as QuietTimes | undefined;
  if (quiet === undefined || kind === "test") return 0;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: quiet.timeZone, hour: "2-digit", minute: "2-digit" });
  const [hour = 0, minute = 0] = parts.format(now).split(":").map(Number);
  return quietLeft(quiet, { hour, minute });
}
