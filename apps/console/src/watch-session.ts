import { attend, lookMs, type Attendance, type SessionEnd } from "./attendance.ts";
import type { Person } from "./session.ts";

/** Where the server did not say when a session ends by itself, what it does without being told. */
const usualMinutes = 12 * 60;

/** The page's own server: the session cookie goes with every question. */
export function watchSession(
  { idleMinutes = usualMinutes }: Person,
  heard: { readonly onEnded: (why: SessionEnd) => void; readonly onDemanded: () => void },
): Attendance {
  return attend({
    fetch: (...request) => fetch(...request),
    now: Date.now,
    idleMs: idleMinutes * 60_000,
    ...heard,
  });
}

/** Hears the person at the page, and looks after their session until the page is left. */
export function lookAfter({ touched, look }: Attendance): () => void {
  const touches = ["pointerdown", "keydown", "wheel"] as const;
  for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true });
  const timer = setInterval(() => void look(), lookMs);
  return () => {
    clearInterval(timer);
    for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
  };
}
