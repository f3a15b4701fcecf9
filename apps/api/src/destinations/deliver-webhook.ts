import type { CallId } from "@ringtrail/core";
import { mapWebhook, readWebhookSecret, sendWebhook, type CallerToTell, type Send } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import type { DeliverTo } from "./deliver-to.ts";

/** Delivers to a webhook: the caller is read on the care side only where the owner asked for it. */
export function deliverWebhook({ care }: Pick<Deps, "care">, send: Send): DeliverTo {
  return async ({ account, destination: { settings }, fact, secrets, at }) => {
    const isTold = settings["sendsCaller"] === true && fact.call !== undefined && !fact.call.isHealthcare;
    const caller = isTold ? await care.caller(account, fact.subject as CallId) : undefined;
    const told = (how: CallerToTell["how"]) => mapWebhook(fact, isTold ? { caller, how } : undefined);
    const read = secrets.map(readWebhookSecret).flatMap((secret) => (secret.ok ? [secret.value] : []));
    const url = String(settings["url"]);
    return sendWebhook(send, { url, payload: told("full"), logged: told("masked"), secrets: read, at });
  };
}
