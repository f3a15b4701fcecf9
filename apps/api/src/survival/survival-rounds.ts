import { after, day, hour, type Instant } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { alignNumbers, connectionsOf } from "./align-numbers.ts";
import { checkFallback } from "./check-fallbacks.ts";
import { reconcileCalls } from "./reconcile-calls.ts";

/** What looks after calls when nobody does: addresses, fallbacks, and what webhooks did not tell. */
export function survivalRounds(deps: Deps): readonly Round[] {
  const each = (work: (connection: CarrierConnection) => Promise<void>) => async () => {
    for (const connection of await connectionsOf(deps.directory)) await work(connection);
  };
  const since = (ms: number) => (connection: CarrierConnection) =>
    reconcileOne(deps, connection, after(deps.now(), -ms));
  return [
    { name: "align-numbers", everySeconds: 900, work: each((connection) => alignOne(deps, connection)) },
    { name: "reconcile-recent", everySeconds: 300, work: each(since(2 * hour)) },
    { name: "reconcile-days", everySeconds: 86_400, work: each(since(3 * day)) },
  ];
}

/** Fallback documents looked at per connection and round; each round begins elsewhere, so all have their turn. */
const looksPerRound = 20;

async function alignOne(deps: Deps, connection: CarrierConnection): Promise<void> {
  const { log } = deps;
  if (deps.carrierFor(connection).isOwnPbx === true) return;
  const aligned = await alignNumbers(deps, connection);
  const of = { connection: connection.id };
  if (!aligned.ok) {
    log.warn({ ...of, code: aligned.reason.code }, "the carrier's numbers could not be compared");
    return;
  }
  const { rerouted, absent } = aligned.value;
  if (rerouted.length > 0) log.warn({ ...of, numbers: rerouted.length }, "numbers led elsewhere and were set right");
  if (absent.length > 0) log.error({ ...of, numbers: absent.length }, "numbers of ours are not at the carrier");
  const routes = deps.snapshot.routes().filter((route) => route.connection === connection.id);
  const first = routes.length === 0 ? 0 : (Math.floor(deps.now() / 900_000) * looksPerRound) % routes.length;
  const looked = [...routes.slice(first), ...routes.slice(0, first)].slice(0, looksPerRound);
  const found = await Promise.all(looked.map((route) => checkFallback(deps, connection, route)));
  for (const state of ["stale", "mistyped", "get_only", "silent"] as const) {
    const numbers = found.filter((one) => one.state === state).length;
    if (numbers > 0) log.error({ ...of, numbers, state }, "fallback documents do not answer as they should");
  }
}

async function reconcileOne(deps: Deps, connection: CarrierConnection, since: Instant): Promise<void> {
  if (deps.carrierFor(connection).isOwnPbx === true) return;
  const reconciled = await reconcileCalls(deps, connection, since);
  if (!reconciled.ok) {
    deps.log.warn({ connection: connection.id, code: reconciled.reason.code }, "the carrier's books could not be read");
    return;
  }
  const { found, completed } = reconciled.value;
  if (found + completed > 0)
    deps.log.info({ connection: connection.id, found, completed }, "calls healed from the books");
}
