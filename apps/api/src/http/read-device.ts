import type { SwapRequest } from "@ringtrail/api-contract";

/** What a visitor holds, by the browser's name. A tablet that calls itself a computer is taken for one. */
export function readDevice(agent: string | undefined): NonNullable<SwapRequest["device"]> {
  if (agent === undefined) return "computer";
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)/.test(agent)) return "tablet";
  return /Mobi|iPhone|iPod|Android/.test(agent) ? "phone" : "computer";
}
