import { instant } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierProvider } from "@ringtrail/telephony";
import { sign } from "@ringtrail/telephony/asterisk";
import { checkSignature } from "./check-signature.ts";
import { fine, problem, type Finding } from "./finding.ts";

/** A PBX of one's own: its recordings can be fetched, and a question signed as its dialplan signs is believed. */
export async function checkPbx(
  name: string,
  { id, secret }: Pick<CarrierConnection, "id" | "secret">,
  provider: Pick<CarrierProvider, "listRecordings">,
  reachedAt: string | undefined,
): Promise<readonly Finding[]> {
  const listed = await provider.listRecordings({ since: instant(0), page: undefined });
  const recordings = listed.ok
    ? fine("carrier", `${name} answers, and its recordings can be fetched.`)
    : problem(
        "carrier",
        `${name} gives no recordings (${listed.reason.code}).`,
        "Check http.conf and ringtrail-ari.conf on the PBX. Calls go on and are recorded there meanwhile.",
      );
  if (reachedAt === undefined) return [recordings];
  const signed = (url: string, body: string) => ({ body: sign(url, body, secret, instant(Date.now())) });
  return [recordings, await checkSignature(name, `${reachedAt}/carriers/asterisk/${id}`, signed)];
}
