import { instant } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierProvider } from "@ringtrail/telephony";
import { lookAtAri, sign, type AriHealth } from "@ringtrail/telephony/asterisk";
import { checkSignature } from "./check-signature.ts";
import { fine, note, problem, type Finding } from "./finding.ts";

/** A PBX of one's own: its recordings can be fetched, it gives signs of life, and a question signed as its dialplan signs is believed. */
export async function checkPbx(
  name: string,
  connection: CarrierConnection,
  provider: Pick<CarrierProvider, "listRecordings">,
  reachedAt: string | undefined,
): Promise<readonly Finding[]> {
  const { id, secret } = connection;
  const listed = await provider.listRecordings({ since: instant(0), page: undefined });
  const recordings = listed.ok
    ? fine("carrier", `${name} answers, and its recordings can be fetched.`)
    : problem(
        "carrier",
        `${name} gives no recordings (${listed.reason.code}).`,
        "Check http.conf and ringtrail-ari.conf on the PBX. Calls go on and are recorded there meanwhile.",
      );
  const events = sayHealth(name, await lookAtAri(connection));
  if (reachedAt === undefined) return [recordings, events];
  const signed = (url: string, body: string) => ({ body: sign(url, body, secret, instant(Date.now())) });
  return [recordings, events, await checkSignature(name, `${reachedAt}/carriers/asterisk/${id}`, signed)];
}

/** What was seen of the PBX's events. No call needs them: a note where they are not set up, a problem where it hangs. */
function sayHealth(name: string, health: Exclude<AriHealth, "connecting">): Finding {
  switch (health) {
    case "up":
      return fine("pbx_events", `${name} gives signs of life over ARI.`);
    case "gone":
      return note(
        "pbx_events",
        `${name} takes no connection for events, so nobody says when it hangs. Load res_ari_events and res_http_websocket.`,
      );
    case "silent":
      return problem(
        "pbx_events",
        `${name} takes connections and gives no sign of life within five seconds: Asterisk hangs, or a firewall swallows it.`,
        "Look at the PBX: `asterisk -rx 'core show uptime'` answers at once when it is well. While it hangs nobody can call.",
      );
    case "refused":
      return problem(
        "pbx_events",
        `${name} refuses the ARI user.`,
        "Print ringtrail-ari.conf again (ringtrail asterisk config) and reload: asterisk -rx 'ari reload'.",
      );
  }
}
