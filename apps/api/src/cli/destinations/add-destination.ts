import { DestinationWanted } from "@ringtrail/api-contract";
import { keepDestination, type DestinationSaid } from "../../destinations/keep-destination.ts";
import { showDestination } from "../../show/show-destination.ts";
import { findSite } from "../find-site.ts";
import { CommandFailure, type Output } from "../output.ts";
import { must, type Desk } from "./destination-desk.ts";

/** A destination as it is told on the command line. */
export interface DestinationTold {
  readonly name: string;
  readonly webhook?: string;
  readonly mail?: string;
  readonly slack?: string;
  readonly events?: readonly string[];
  readonly site?: string;
  readonly callers?: boolean;
  readonly coveredBy?: string;
  readonly quiet?: string;
  readonly timeZone: string;
}

const forMachines = ["call.completed", "voicemail"];
const forPeople = [...forMachines, "notice", "digest"];

/** Sets up a destination; a webhook's secret is printed this once. @throws CommandFailure. */
export async function addAtDesk(desk: Desk, told: DestinationTold, output: Output): Promise<void> {
  const site = told.site === undefined ? undefined : await findSite(desk.directory, desk.account, told.site);
  const said = readTold(told, site);
  const { destination, secret } = must(await keepDestination(desk, { account: desk.account, actor: "cli" }, said));
  const lines = secret === undefined ? [] : [secret, "Keep it: it is not shown again."];
  output.result({ ...showDestination(destination), secret }, [
    `${destination.name} is set up: ${destination.id}`,
    ...lines,
  ]);
}

function readTold(told: DestinationTold, site: string | undefined): DestinationSaid {
  const { name, webhook, mail, slack, events, callers = false, coveredBy, timeZone } = told;
  const ways = [webhook, mail, slack].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw new CommandFailure(
      "destination_unclear",
      `${ways.length === 0 ? "Nothing says" : "More than one thing says"} where events go.`,
      "Give one of --webhook, --mail and --slack.",
    );
  }
  const [from, to] = told.quiet?.split("-") ?? [];
  const quiet = told.quiet === undefined ? {} : { quiet: { from, to, timeZone } };
  const shared = { name, facts: events ?? (webhook === undefined ? forPeople : forMachines), ...(site && { site }) };
  const wanted = DestinationWanted.safeParse(
    webhook !== undefined
      ? { kind: "webhook", ...shared, url: webhook, sendsCaller: callers, ...(coveredBy && { coveredBy }) }
      : mail !== undefined
        ? { kind: "email", ...shared, to: mail, timeZone, ...quiet }
        : { kind: "slack", ...shared, url: slack, ...quiet },
  );
  if (wanted.success) return wanted.data;
  const [issue] = wanted.error.issues;
  throw new CommandFailure(
    "destination_wrong",
    issue?.message ?? "It cannot be read.",
    "Correct it: ringtrail help destinations add.",
    issue?.path.join("."),
  );
}
