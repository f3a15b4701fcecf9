import { nameOf } from "./name-of.ts";
import { replyJson, type Reply } from "./reply.ts";

const lookUps = /^\/v2\/PhoneNumbers\/(\+\d{7,15})$/;

/** Answers Twilio's look-up of a number, version 2; undefined for any other address. */
export function lookUp(path: string): Reply | undefined {
  const [, e164] = lookUps.exec(decodeURIComponent(path)) ?? [];
  if (e164 === undefined) return undefined;
  const name = { caller_name: nameOf(e164), caller_type: null };
  return replyJson(200, { caller_name: name, phone_number: e164, valid: true });
}
