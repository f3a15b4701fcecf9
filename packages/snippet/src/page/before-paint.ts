import { guard } from "../guard.ts";

/** Does work right before the next frame: nobody has seen what it finds. */
export function beforePaint(work: () => void): void {
  requestAnimationFrame(guard(work));
}
