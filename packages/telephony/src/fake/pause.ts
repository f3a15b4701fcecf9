import type { Milliseconds } from "@ringtrail/core";

/** Waits on the wall's clock. True when it was cut short. */
export function pause(ms: Milliseconds, cut: AbortSignal): Promise<boolean> {
  return new Promise((settle) => {
    const timer = setTimeout(() => finish(false), ms);
    const onCut = () => finish(true);
    const finish = (wasCut: boolean) => {
      clearTimeout(timer);
      cut.removeEventListener("abort", onCut);
      settle(wasCut);
    };
    cut.addEventListener("abort", onCut);
  });
}
