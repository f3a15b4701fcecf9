import { agentKeys } from "@ringtrail/core/call-flow";
import { deriveKeys } from "../derive-keys.ts";
import type { AsteriskSetup } from "./asterisk-setup.ts";

/**
 * The trunk: the only endpoint whose calls reach the `ringtrail` context and whose word about the caller is believed.
 *
 * `identify` binds it to the trunk's addresses; no anonymous endpoint exists, so a call from anywhere else is refused.
 * Without `send_connected_line=no` Asterisk sends a re-INVITE that simple telephones never answer, and the leg dies
 * after 32 s; `qualify_frequency` makes an unreachable trunk known before it is dialled.
 */
export function printPjsip({ trunk }: Pick<AsteriskSetup, "trunk">): string {
  return `; Printed by \`ringtrail asterisk config\`. It needs a transport named ringtrail-udp, or your own name here.
[trunk]
type=endpoint
transport=ringtrail-udp
context=ringtrail
disallow=all
allow=ulaw,alaw
direct_media=no
dtmf_mode=auto
trust_id_inbound=yes
trust_id_outbound=yes
send_pai=yes
send_connected_line=no
aors=trunk

[trunk]
type=aor
contact=sip:${trunk.host}
qualify_frequency=30

[trunk]
type=identify
endpoint=trunk
${trunk.from.map((address) => `match=${address}`).join("\n")}
`;
}

/** The user that fetches and deletes recordings. Let its HTTP server listen where only the Ringtrail server reaches it. */
export function printAri({ ariUser, secret }: Pick<AsteriskSetup, "ariUser" | "secret">): string {
  return `; Printed by \`ringtrail asterisk config\`. The password is derived from the connection's secret.
[${ariUser}]
type=user
read_only=no
password=${deriveKeys(secret).ari}
`;
}

/** The user that pauses recordings, over the HTTP server (`/rawman`). It may do nothing but act on calls. */
export function printManager({ ariUser, secret }: Pick<AsteriskSetup, "ariUser" | "secret">): string {
  return `; Printed by \`ringtrail asterisk config\`. The secret is derived from the connection's secret.
[${ariUser}]
secret=${deriveKeys(secret).manager}
write=call
`;
}

/** What whoever answered may press during the talk. `self`: the answer is heard by the one who pressed alone. */
export function printFeatures(): string {
  const key = (name: string, keys: string) => `ringtrail-${name} => ${keys},self,Gosub,"ringtrail-key,s,1(${keys})"`;
  return `; Printed by \`ringtrail asterisk config\`. A features.conf with an applicationmap of its own takes these two lines.
[applicationmap]
${key("pause", agentKeys.pause)}
${key("resume", agentKeys.resume)}
`;
}
