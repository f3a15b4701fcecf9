import type { Result } from "@ringtrail/core";
import { ok } from "@ringtrail/core";
import type { Callback } from "@ringtrail/core/call-flow";
import type { CallNews, MessageMalformed, VerifiedMessage } from "../carrier.ts";
import { readCallback as readTwilio } from "../twilio/read-callback.ts";
import { readForm } from "../twilio/read-form.ts";

/**
 * Reads any later webhook of a TeXML call. TeXML keeps TwiML's names and words, so the reader is Twilio's, but for one
 * thing: whether a leg's status names the caller's call is not written anywhere. Only our address of a leg carries the
 * number that was dialled, so a status that came there without a parent is a leg's, and nobody can tell whose.
 */
export function readCallback(callback: Callback, message: VerifiedMessage): Result<CallNews, MessageMalformed> {
  const news = readTwilio(callback, message);
  const isOrphan =
    callback === "status" && isOfLeg(message.url) && readForm(message.body)("ParentCallSid") === undefined;
  return news.ok && isOrphan ? ok({ ...news.value, events: [] }) : news;
}

function isOfLeg(url: string): boolean {
  return URL.parse(url)?.searchParams.has("number") === true;
}
