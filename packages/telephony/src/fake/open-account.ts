import { err, ok, type Result } from "@ringtrail/core";
import type { Exchange } from "./exchange.ts";
import { rentNumber } from "./rent-number.ts";

/** An account at the fake carrier with the numbers it rents. */
export interface FakeAccount {
  /** As Twilio's: `AC` and 32 hex digits, though any word will do. */
  readonly sid: string;
  /** The secret that signs webhooks and opens the REST API. */
  readonly token: string;
  /** In E.164. Their addresses are set later through the REST API, as at Twilio. */
  readonly numbers: readonly string[];
}

/** The request to open an account cannot be read. */
export interface AccountMalformed {
  readonly code: "account_malformed";
  readonly field: string;
}

/** Reads the body of `POST /fake/accounts`. */
export function readAccount(body: unknown): Result<FakeAccount, AccountMalformed> {
  const given: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? { ...body } : {};
  const { sid, token, numbers = [] } = given;
  if (typeof sid !== "string" || !/^\w{2,40}$/.test(sid)) return err({ code: "account_malformed", field: "sid" });
  if (typeof token !== "string" || token === "") return err({ code: "account_malformed", field: "token" });
  const isList = Array.isArray(numbers) && numbers.every((one) => typeof one === "string");
  return isList ? ok({ sid, token, numbers }) : err({ code: "account_malformed", field: "numbers" });
}

/** Opens the account or renews its secret, and rents it the numbers nobody has yet. Repeats safely. */
export function openAccount(exchange: Exchange, { sid, token, numbers }: FakeAccount): void {
  exchange.accounts.set(sid, token);
  for (const e164 of numbers) rentNumber(exchange, sid, e164, {});
}
