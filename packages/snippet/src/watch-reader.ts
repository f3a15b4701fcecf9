/**
 * Watches for proof of life: real input on a visible page, and the page coming and going. Nothing is sent from here.
 * There is no `unload` listener: one would keep the page out of the browser's back/forward cache.
 */
export function watchReader(heartbeatSeconds: number, touched: () => void, beat: (isVisible: boolean) => void): void {
  const isVisible = (): boolean => document.visibilityState === "visible";
  const touch = ({ isTrusted }: Event): void => {
    if (isTrusted && isVisible()) touched();
  };
  for (const name of ["pointerdown", "pointermove", "keydown", "wheel"]) {
    addEventListener(name, touch, { capture: true, passive: true });
  }
  addEventListener("visibilitychange", () => beat(isVisible()));
  setInterval(() => isVisible() && beat(true), heartbeatSeconds * 1000);
}
