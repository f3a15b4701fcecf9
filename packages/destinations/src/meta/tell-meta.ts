import { ok, type Result } from "@ringtrail/core";
import { askPlatform, jsonRequest, type Outcomes, type PlatformTrouble } from "../ads/ask-platform.ts";
import type { ConversionStep } from "@ringtrail/core/attribution";
import type { Send } from "../send/send.ts";
import { mapMetaEvent, type MetaPixel } from "./map-meta-event.ts";

/** Where Meta takes events; tests put a receiver of their own here. */
export const metaHost = "https://graph.facebook.com";

/** Sends conversions one by one: Meta refuses a whole batch for one event it does not like. */
export async function tellMeta(
  send: Send,
  ground: { readonly pixel: MetaPixel; readonly accessToken: string; readonly host?: string },
  steps: readonly ConversionStep[],
): Promise<Result<Outcomes, PlatformTrouble>> {
  const { pixel, accessToken, host = metaHost } = ground;
  const url = `${host}/${pixel.apiVersion}/${pixel.pixelId}/events`;
  const outcomes = new Map<string, string | undefined>();
  for (const step of steps) {
    if (step.kind !== "upload") continue;
    const { testEventCode: code } = pixel;
    const data = [mapMetaEvent(pixel, step.conversion)];
    // In the header, because addresses are what servers log.
    const headers = { authorization: `Bearer ${accessToken}` };
    const body = { data, ...(code !== undefined && { test_event_code: code }) };
    const sent = await askPlatform(send, jsonRequest(url, body, headers));
    if (!sent.ok && sent.reason.code !== "platform_refused") return outcomes.size > 0 ? ok(outcomes) : sent;
    outcomes.set(step.conversion.id, sent.ok ? undefined : sent.reason.said);
  }
  return ok(outcomes);
}
