import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { Instant } from "@ringtrail/core";
import { aMessage, someday } from "./build-message.ts";
import type { CarrierMessage } from "../src/carrier.ts";

/** A key pair as Telnyx has one, and a connection's secret made of it. */
export interface TelnyxSigner {
  /** As the portal shows it: 32 bytes, base64. */
  readonly publicKey: string;
  readonly secret: string;
  readonly sign: (body: string, timestamp: string) => string;
  /** A webhook signed at the moment it arrives. */
  readonly message: (form: Readonly<Record<string, string>>, url?: string, at?: Instant) => CarrierMessage;
}

/** Makes a signer with a key of its own. */
export function aTelnyxSigner(): TelnyxSigner {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const shown = Buffer.from(rawOf(publicKey)).toString("base64");
  const signText = (body: string, timestamp: string) =>
    sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64");
  return {
    publicKey: shown,
    secret: `KEY0123 ${shown}`,
    sign: signText,
    message: (form, url = "https://calls.example/carriers/telnyx/1/voice", receivedAt = someday) => {
      const body = new URLSearchParams(form).toString();
      const timestamp = String(Math.floor(receivedAt / 1_000));
      const headers = new Map([
        ["telnyx-timestamp", timestamp],
        ["telnyx-signature-ed25519", signText(body, timestamp)],
      ]);
      return { ...aMessage({ url, body, receivedAt }), header: (name) => headers.get(name) };
    },
  };
}

function rawOf(key: KeyObject): Uint8Array {
  return Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");
}
