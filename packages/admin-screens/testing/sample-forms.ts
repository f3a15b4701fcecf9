import type { FormShown } from "@ringtrail/api-contract";
import { callId } from "./sample-calls.ts";

/** The nth form: every other one by somebody whose visit is known. */
export function aForm(nth: number, over: Partial<FormShown> = {}): FormShown {
  const touch = {
    channel: "paid_search",
    source: "google",
    medium: "cpc",
    campaign: "spring",
    rule: "click_id_gclid",
  } as const;
  return {
    id: callId(7_000 + nth),
    site: { id: callId(800), name: "Bay Plumbing" },
    name: nth % 2 === 0 ? "contact" : "quote",
    page: "/contact",
    sentAt: new Date(Date.UTC(2026, 10, 25, 9, 0, -nth)).toISOString(),
    ...(nth % 2 === 0 ? { touch } : {}),
    ...over,
  };
}
