import { Phi, type AccountId, type CallId, type SiteId } from "@ringtrail/core";
import { Recipient } from "@ringtrail/core/healthcare";
import type { SiteDirectory } from "@ringtrail/core/ports";
import { mapWebhook, readWebhookSecret, sendWebhook, type CallerToTell, type Send } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import type { DeliverTo } from "./deliver-to.ts";

/** Delivers to a webhook: the caller is read on the care side only where the owner asked for it. */
export function deliverWebhook({ care, directory }: Pick<Deps, "care" | "directory">, send: Send): DeliverTo {
  return async ({ account, destination: { name, settings }, fact, secrets, at }) => {
    const coveredBy = typeof settings["coveredBy"] === "string" ? settings["coveredBy"] : undefined;
    const isHealthcare = fact.call?.isHealthcare ?? true;
    const admitted = Recipient.admit({ kind: "destination", name, isHealthcare, coveredBy });
    const recipient = settings["sendsCaller"] === true && fact.call !== undefined && admitted.ok && admitted.value;
    const caller = recipient ? await care.caller(account, fact.subject as CallId) : undefined;
    const siteName =
      recipient && fact.call?.isHealthcare ? await nameOf(directory, account, fact.call.site) : undefined;
    const told = (how: CallerToTell["how"]) =>
      mapWebhook(fact, recipient ? { caller, how, recipient, siteName } : undefined);
    const read = secrets.map(readWebhookSecret).flatMap((secret) => (secret.ok ? [secret.value] : []));
    const url = String(settings["url"]);
    return sendWebhook(send, { url, payload: told("full"), logged: told("masked"), secrets: read, at });
  };
}

/** What a clinic is called: told with who called, and to nobody else. */
async function nameOf(
  directory: Pick<SiteDirectory, "sitesOf">,
  account: AccountId,
  site: SiteId,
): Promise<Phi<string> | undefined> {
  const own = (await directory.sitesOf(account)).find((one) => one.site === site);
  return own && Phi.seal(own.name);
}
