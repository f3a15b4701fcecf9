import type { Exchange } from "./exchange.ts";
import { replyJson, replyRefused, type Asked, type Reply } from "./reply.ts";
import { sendText } from "./send-text.ts";

/** Takes a text as Twilio's Messages resource does: 21606 and 21614 are its numbers for a wrong sender and a landline. */
export function answerText(exchange: Exchange, asked: Asked, account: string): Reply {
  if (asked.method !== "POST") return replyRefused(405, 20004, "Method not allowed");
  const form = new URLSearchParams(asked.body);
  const [from, to, text] = ["From", "To", "Body"].map((name) => form.get(name) ?? "");
  const sent = sendText(exchange, { account, from: from ?? "", to: to ?? "", text: text ?? "" });
  if (!sent.ok) return replyRefused(400, sent.reason.code === "no_mobile" ? 21_614 : 21_606, sent.reason.code);
  return replyJson(201, { account_sid: account, body: text, direction: "outbound-api", from, status: "queued", to });
}
