/** One step on the way to the first real call. */
export interface Step {
  readonly step: "public_address" | "https" | "carrier_keys" | "number" | "fallback" | "test_call";
  readonly state: "ok" | "failed";
  /** One sentence. */
  readonly says: string;
  /** The way out; every failed step has one. */
  readonly fix?: string;
}

/** It is as it should be. */
export function done(step: Step["step"], says: string): Step {
  return { step, state: "ok", says };
}

/** It is not, and this is the way out. */
export function failed(step: Step["step"], says: string, fix: string): Step {
  return { step, state: "failed", says, fix };
}
