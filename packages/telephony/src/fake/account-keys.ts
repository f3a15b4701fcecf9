import { generateKeyPairSync, sign as signEd25519, type KeyObject } from "node:crypto";
import { sign } from "../twilio/verify-signature.ts";

/** Whose words the fake carrier speaks with an account. */
export type Face = "twilio" | "telnyx";

/** An account's secret, which opens the REST API; and what signs its webhooks. */
export type AccountKeys =
  | { readonly face: "twilio"; readonly token: string }
  | {
      readonly face: "telnyx";
      readonly token: string;
      readonly privateKey: KeyObject;
      /** As the portal shows it: 32 bytes, base64. */
      readonly publicKey: string;
    };

/** Makes an account's keys. Twilio signs with the secret itself, Telnyx with a key pair of its own. */
export function makeKeys(face: Face, token: string): AccountKeys {
  if (face === "twilio") return { face, token };
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  return { face, token, privateKey, publicKey: raw.toString("base64") };
}

/** The headers that say who sends a webhook: over address and body at Twilio, over moment and body at Telnyx. */
export function signedHeaders(
  keys: AccountKeys,
  { url, body, eventId }: { readonly url: string; readonly body: string; readonly eventId: string },
): Readonly<Record<string, string>> {
  if (keys.face === "twilio") {
    return {
      "x-twilio-signature": sign(url, body, keys.token),
      "i-twilio-idempotency-token": eventId,
      "user-agent": "TwilioProxy/1.1 (ringtrail fake carrier)",
    };
  }
  const seconds = String(Math.floor(Date.now() / 1_000));
  return {
    "telnyx-timestamp": seconds,
    "telnyx-signature-ed25519": signEd25519(null, Buffer.from(`${seconds}|${body}`), keys.privateKey).toString(
      "base64",
    ),
    "user-agent": "telnyx-webhooks (ringtrail fake carrier)",
  };
}
