import type { Instant } from "@ringtrail/core";
import type { Outcome } from "../delivery/outcome.ts";
import { readOutcome } from "../delivery/read-outcome.ts";
import type { ToldToPerson } from "../people/say-fact.ts";
import type { Send } from "../send/send.ts";

/**
 * Says it in a Slack channel by an incoming webhook. The text is escaped, so that no name of a site can call everybody.
 *
 * Source: Slack, "Formatting text for app surfaces" (escaping) and "Sending messages using incoming webhooks".
 */
export async function sendSlack(
  send: Send,
  {
    url,
    told,
    consoleUrl,
    at,
  }: { readonly url: string; readonly told: ToldToPerson; readonly consoleUrl: string; readonly at: Instant },
): Promise<Outcome> {
  const text = [
    `*${escapeSlack(told.subject)}*`,
    ...told.lines.map(escapeSlack),
    `<${consoleUrl}${told.path}|Open it in Ringtrail>`,
  ];
  const body = JSON.stringify({ text: text.join("\n"), unfurl_links: false });
  const answered = await send({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepBytes: 2_048,
  });
  return readOutcome(answered, body, at);
}

function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
