/** The keys by which whoever answered lets a recording rest and go on, at carriers that can hear them. */
export const agentKeys = { pause: "*7", resume: "*8" } as const;

/** What somebody who pressed these keys during the talk wants; other keys are no wish of ours. */
export function wishOfKeys(keys: string): "pause" | "resume" | undefined {
  if (keys === agentKeys.pause) return "pause";
  return keys === agentKeys.resume ? "resume" : undefined;
}
