import type { CallerShown } from "@ringtrail/api-contract";
import { maskE164, Phi } from "@ringtrail/core";
import type { Caller } from "@ringtrail/core/ports";

/** Who called, for somebody who may see callers or only that there was one. A withheld number is no number. */
export function showCaller({ number, name }: Caller, maySee: boolean): CallerShown {
  if (maySee) {
    return {
      number: number && Phi.reveal(number, "care-screen"),
      name: name && Phi.reveal(name, "care-screen"),
      isMasked: false,
    };
  }
  return { number: number && maskE164(Phi.reveal(number, "care-screen")), isMasked: true };
}
