import { err, ok, type Result } from "@ringtrail/core";
import { makeKeys, type AccountKeys, type Face } from "./account-keys.ts";
import type { Exchange } from "./exchange.ts";
import { rentNumber } from "./rent-number.ts";

/** An account at the fake carrier with the numbers it rents. */
export interface FakeAccount {
  /** As Twilio's: `AC` and 32 hex digits; or a UUID, as Telnyx's; though any word will do. */
  readonly sid: string;
  /** The secret that signs webhooks and opens the REST API. */
  readonly token: string;
  /** In E.164. Their addresses are set later through the REST API, as at Twilio. */
  readonly numbers: readonly string[];
  /** Whose words it speaks. Default Twilio's. */
  readonly face?: Face | undefined;
}

/** The request to open an account cannot be read. */
export interface AccountMalformed {
  readonly code: "account_malformed";
  readonly field: string;
}

/** Reads the body of `POST /fake/accounts`. */
export function readAccount(body: unknown): Result<FakeAccount, AccountMalformed> {
  const given: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? { ...body } : {};
  const { sid, token, numbers = [], face = "twilio" } = given;
  if (typeof sid !== "string" || !/^[\w-]{2,40}$/.test(sid)) return err({ code: "account_malformed", field: "sid" });
  if (typeof token !== "string" || token === "") return err({ code: "account_malformed", field: "token" });
  const isList = Array.isArray(numbers) && numbers.every((one) => typeof one === "string");
  if (face !== "twilio" && face !== "telnyx") return err({ code: "account_malformed", field: "face" });
  return isList ? ok({ sid, token, numbers, face }) : err({ code: "account_malformed", field: "numbers" });
}

/** Opens the account or renews its secret, and rents it the numbers nobody has yet. Repeats safely. */
export function openAccount(exchange: Exchange, { sid, token, numbers, face = "twilio" }: FakeAccount): AccountKeys {
  const known = exchange.accounts.get(sid);
  // A key pair lasts as long as the account: who was told the public key goes on believing it.
  const keys = known?.face === "telnyx" && face === "telnyx" ? { ...known, token } : makeKeys(face, token);
  exchange.accounts.set(sid, keys);
  for (const e164 of numbers) rentNumber(exchange, sid, e164, {});
  return keys;
}
