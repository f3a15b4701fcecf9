import { ok, type Result } from "@ringtrail/core";
import { askPlatform, jsonRequest, readAnswer, type Outcomes, type PlatformTrouble } from "../ads/ask-platform.ts";
import type { ConversionStep } from "@ringtrail/core/attribution";
import type { Send } from "../send/send.ts";
import { mapGa4Event, type Ga4Stream } from "./map-ga4-event.ts";

/** Where GA4 takes events; tests put a receiver of their own here. */
export const ga4Host = "https://www.google-analytics.com";

/**
 * Sends each conversion by itself. GA4 answers 204 whatever it thinks of an event, so an event is first shown to its
 * validation server, which says what is wrong with it.
 */
export async function tellGa4(
  send: Send,
  ground: { readonly stream: Ga4Stream; readonly apiSecret: string; readonly host?: string },
  steps: readonly ConversionStep[],
): Promise<Result<Outcomes, PlatformTrouble>> {
  const { stream, apiSecret, host = ga4Host } = ground;
  const query = new URLSearchParams({ measurement_id: stream.measurementId, api_secret: apiSecret });
  const outcomes = new Map<string, string | undefined>();
  for (const step of steps) {
    if (step.kind !== "upload") continue;
    const event = mapGa4Event(stream, step.conversion);
    const checked = await askPlatform(send, jsonRequest(`${host}/debug/mp/collect?${query}`, event));
    const wrong = checked.ok ? whatIsWrong(checked.value) : undefined;
    if (wrong !== undefined) {
      outcomes.set(step.conversion.id, wrong);
      continue;
    }
    const sent = checked.ok ? await askPlatform(send, jsonRequest(`${host}/mp/collect?${query}`, event)) : checked;
    if (!sent.ok) return outcomes.size > 0 ? ok(outcomes) : sent;
    outcomes.set(step.conversion.id, undefined);
  }
  return ok(outcomes);
}

function whatIsWrong(text: string): string | undefined {
  const { validationMessages: messages } = (readAnswer(text) ?? {}) as {
    readonly validationMessages?: readonly { readonly description?: string; readonly validationCode?: string }[];
  };
  const [first] = messages ?? [];
  return first && (first.description ?? first.validationCode ?? "refused");
}
