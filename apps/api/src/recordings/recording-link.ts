import { createHmac, timingSafeEqual } from "node:crypto";
import { err, instant, minute, ok, type AccountId, type Instant, type RecordingId, type Result } from "@ringtrail/core";

/** How long a link plays. */
export const linkLifeMs = 5 * minute;

/** What a link allows: one account's one recording, for whoever asked, for a while. */
export interface RecordingGrant {
  readonly account: AccountId;
  readonly recording: RecordingId;
  /** Who asked for the link; named in the audit log when it plays. */
  readonly actor: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Why a link does not play. */
export type LinkRefused = { readonly code: "link_invalid" } | { readonly code: "link_expired"; readonly at: Instant };

/** The path and query of a link that plays the recording. Whoever has it can listen until it expires. */
export function signLink(key: Uint8Array, grant: RecordingGrant): string {
  const { account, actor, expires } = grant;
  const query = new URLSearchParams({
    account,
    by: actor,
    expires: String(expires),
    signature: signatureOf(key, grant),
  });
  return `/v1/recordings/${grant.recording}/audio?${query}`;
}

/** Says whether a link was made by us for exactly this, and still plays. */
export function checkLink(
  key: Uint8Array,
  grant: RecordingGrant,
  signature: string,
  now: Instant,
): Result<RecordingGrant, LinkRefused> {
  const right = Buffer.from(signatureOf(key, grant));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return err({ code: "link_invalid" });
  const at = instant(grant.expires * 1000);
  return now < at ? ok(grant) : err({ code: "link_expired", at });
}

function signatureOf(key: Uint8Array, { account, recording, actor, expires }: RecordingGrant): string {
  const text = JSON.stringify(["recording link", account, recording, actor, expires]);
  return createHmac("sha256", key).update(text).digest("base64url");
}
