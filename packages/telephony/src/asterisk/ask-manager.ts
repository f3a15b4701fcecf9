import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierFault } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import type { Fetch } from "./ask-ari.ts";
import { deriveKeys } from "./derive-keys.ts";

/** A pause is waited for by somebody with a card in their hand. */
const limitMs = 3_000;

type Action = Readonly<Record<string, string>>;

/**
 * Has the PBX's manager do one thing, over the HTTP server that serves ARI too (`/rawman`): logs in, asks, logs out.
 * A running recording cannot be muted over ARI, nor by the dialplan.
 */
export async function askManager(
  { apiBase, carrierAccount, secret }: ProviderConnection,
  action: Action,
  fetch: Fetch,
): Promise<Result<undefined, CarrierFault>> {
  const ask = async (fields: Action, cookie: string | undefined): Promise<Response> =>
    fetch(`${apiBase.replace(/\/+$/, "")}/rawman`, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(cookie === undefined ? {} : { cookie }),
      },
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    });
  try {
    const login = { action: "Login", username: carrierAccount, secret: deriveKeys(secret).manager };
    const opened = await ask(login, undefined);
    if (!opened.ok) return err(faultOf(opened.status));
    if (!isSuccess(await opened.text())) return err({ code: "carrier_keys_refused" });
    const cookie = opened.headers.get("set-cookie")?.split(";")[0];
    const answer = await ask(action, cookie);
    const isDone = answer.ok && isSuccess(await answer.text());
    await ask({ action: "Logoff" }, cookie).catch(() => undefined);
    return isDone ? ok(undefined) : err({ code: "carrier_unknown_thing" });
  } catch (error) {
    return err({ code: "carrier_unreachable", cause: error instanceof Error ? error.name : "unknown" });
  }
}

function isSuccess(answer: string): boolean {
  return /^Response: Success\s*$/m.test(answer);
}

/** Without `webenabled` there is no such address. */
function faultOf(status: number): CarrierFault {
  return status === 404
    ? { code: "carrier_unknown_thing" }
    : { code: "carrier_refused", status, carrierCode: undefined };
}
