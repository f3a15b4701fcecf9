import { randomBytes } from "node:crypto";
import type { DestinationWanted } from "@ringtrail/api-contract";
import { err, ok, type AccountId, type Result, type SiteId } from "@ringtrail/core";
import type { Destination, DestinationWish } from "@ringtrail/core/ports";
import { readTarget, writeWebhookSecret } from "@ringtrail/destinations";
import { isTimeZone } from "../call-context/is-open-at.ts";
import type { Deps } from "../deps.ts";
import type { ManageReason } from "../http/manage-reason.ts";

/** What a request says of a destination, with every default in it. */
export type DestinationSaid = Required<Pick<DestinationWanted, "isOn">> & DestinationWanted;

const mostDestinations = 50;

/** A destination that was kept; `secret` is set when it was just made. */
export interface DestinationKept {
  readonly destination: Destination;
  readonly secret: string | undefined;
}

/** Keeps a new destination, or one that is there (`id`), once its address and its site are found to be good. */
export async function keepDestination(
  deps: Pick<Deps, "destinations" | "directory" | "accounts" | "now" | "newId"> & {
    readonly server: Pick<Deps["server"], "mayReachPrivate">;
  },
  { account, actor, id }: { readonly account: AccountId; readonly actor: string; readonly id?: string },
  said: DestinationSaid,
): Promise<Result<DestinationKept, ManageReason>> {
  const { destinations, directory, accounts, now, newId, server } = deps;
  const known = await destinations.destinations(account);
  const before = known.find((one) => one.id === id);
  if (id !== undefined && (before === undefined || before.kind !== said.kind))
    return err({ code: "destination_unknown" });
  if (before === undefined && known.length >= mostDestinations) {
    return err({ code: "destination_limit_reached", most: mostDestinations });
  }
  const wrong = checkSaid(said, server.mayReachPrivate, before !== undefined);
  if (wrong !== undefined) return err(wrong);
  const site = (await directory.sitesOf(account)).find((one) => one.site === said.site)?.site;
  if (said.site !== undefined && site === undefined) return err({ code: "site_unknown" });
  const wish = wishOf(said, id ?? newId<string>(), site);
  const secret = before === undefined && said.kind === "webhook" ? writeWebhookSecret(randomBytes(32)) : undefined;
  const kept = said.kind === "slack" ? said.url : secret;
  await destinations.saveDestination(account, wish, now(), kept);
  const action = before === undefined ? "destination.made" : "destination.changed";
  const facts = { kind: said.kind, name: said.name, isOn: said.isOn, tell: "owners" };
  await accounts.audit(account, { actor, action, object: wish.id, at: now(), facts });
  const destination = await destinations.destination(account, wish.id);
  return destination === undefined ? err({ code: "destination_unknown" }) : ok({ destination, secret });
}

function checkSaid(said: DestinationSaid, mayReachPrivate: boolean, isKnown: boolean): ManageReason | undefined {
  const zone =
    said.kind === "webhook" ? undefined : (said.quiet?.timeZone ?? (said.kind === "email" ? said.timeZone : undefined));
  if (zone !== undefined && !isTimeZone(zone)) {
    return { code: "body_invalid", field: "timeZone", says: "is no time zone that IANA names" };
  }
  if (said.kind === "email") return undefined;
  if (said.url === undefined) {
    return isKnown ? undefined : { code: "body_invalid", field: "url", says: "is what Slack gave for the channel" };
  }
  const target = readTarget(said.url, mayReachPrivate);
  if (!target.ok) return { code: "destination_address_refused", why: target.reason.code };
  const isSafe = target.value.protocol === "https:" || mayReachPrivate;
  return isSafe ? undefined : { code: "destination_address_refused", why: "not_encrypted" };
}

function wishOf(said: DestinationSaid, id: string, site: SiteId | undefined): DestinationWish {
  const { kind, name, facts, isOn } = said;
  return { id, kind, name, isOn, facts, site, settings: settingsOf(said) };
}

/** What is the kind's own. A Slack channel's address is a secret and lies among those. */
function settingsOf(said: DestinationSaid): DestinationWish["settings"] {
  if (said.kind === "webhook") {
    const covered = said.coveredBy === undefined ? {} : { coveredBy: said.coveredBy };
    return { url: said.url, sendsCaller: said.sendsCaller === true, ...covered };
  }
  const quiet = said.quiet === undefined ? {} : { quiet: said.quiet };
  return said.kind === "email" ? { to: said.to, timeZone: said.timeZone ?? "UTC", ...quiet } : quiet;
}
