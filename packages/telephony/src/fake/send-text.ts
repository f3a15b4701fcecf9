import { err, ok, type Result } from "@ringtrail/core";
import type { Exchange, FakeText } from "./exchange.ts";

/** Why a text was not taken: the sender is none of the account's, or the other end is no mobile phone. */
export interface TextRefused {
  readonly code: "sender_unknown" | "no_mobile";
}

/** Numbers that end so belong to landlines, which take no texts. */
const landline = /99$/;

/** Takes a text from one of the account's numbers. */
export function sendText(exchange: Exchange, text: FakeText): Result<FakeText, TextRefused> {
  if (exchange.numberOf(text.from)?.account !== text.account) return err({ code: "sender_unknown" });
  if (landline.test(text.to)) return err({ code: "no_mobile" });
  exchange.texts.push(text);
  return ok(text);
}
