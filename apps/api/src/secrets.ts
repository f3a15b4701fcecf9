import { hkdfSync } from "node:crypto";

/** Keys for what the server signs. All come from the master key, so there is one secret to keep and to lose. */
export interface ServerSecrets {
  /** Signs the token of a visit. */
  readonly visitToken: Uint8Array;
  /** Signs the link of a recording. */
  readonly recordingLink: Uint8Array;
  /** Signs sessions and the one-time owner link. */
  readonly session: Uint8Array;
  /** Seals what is spooled to disk while the database is gone. */
  readonly spool: Uint8Array;
  /** Signs what `ringtrail doctor` asks the running server. */
  readonly doctor: Uint8Array;
  /** Makes the fallback door's addresses impossible to guess. */
  readonly fallback: Uint8Array;
  /** Signs the addresses from which sounds are played. */
  readonly sound: Uint8Array;
  /** Seals what addresses of a clinic's calls carry. */
  readonly callback: Uint8Array;
}

/** Works the server's keys out of the 32 bytes of the master key (HKDF-SHA256, one purpose each). */
export function deriveSecrets(masterKey: Uint8Array): ServerSecrets {
  const key = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync("sha256", masterKey, "", `ringtrail ${purpose} v1`, 32));
  return {
    visitToken: key("visit token"),
    recordingLink: key("recording link"),
    session: key("session"),
    spool: key("spool"),
    doctor: key("doctor"),
    fallback: key("fallback"),
    sound: key("sound"),
    callback: key("callback"),
  };
}
