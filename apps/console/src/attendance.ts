/** Why a session is over for the page. */
export type SessionEnd = "idle" | "elsewhere";

/** The page's way to its own server while somebody is signed in. */
export interface Attendance {
  /** Asks the server; what the page asks while nobody touches it says so, and keeps no session alive. */
  readonly ask: typeof fetch;
  /** Somebody touched the page. */
  readonly touched: () => void;
  /** To be called every `lookMs`: tells the server of a person who only writes, and finds out that a session ended. */
  readonly look: () => Promise<void>;
}

/** How often the page looks after its session; the server notes a sign of life as often. */
export const lookMs = 30_000;

/** For so long after a touch, what the page asks is asked for whoever touched it. */
const attendedMs = 60_000;

/** Watches over a session that ends when nobody uses it for `idleMs`. */
export function attend(given: {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly idleMs: number;
  readonly onEnded: (why: SessionEnd) => void;
  /** The account demands a second factor since, and this person has none. */
  readonly onDemanded: () => void;
}): Attendance {
  const { now, idleMs, onEnded, onDemanded } = given;
  let touchedAt = now();
  let usedAt = touchedAt;
  const ask: typeof fetch = async (target, init) => {
    const headers = new Headers(init?.headers);
    const restedMs = now() - usedAt;
    if (now() - touchedAt <= attendedMs) usedAt = now();
    else headers.set("x-ringtrail-unattended", "1");
    const answer = await given.fetch(target, { ...init, headers });
    if (answer.status === 401 || answer.status === 403) {
      const code = await codeIn(answer.clone());
      // Of several questions only the first hears that the session rested too long; the others find nobody.
      if (code === "session_idle" || code === "not_signed_in") {
        onEnded(code === "session_idle" || restedMs >= idleMs ? "idle" : "elsewhere");
      }
      if (code === "two_factor_required") onDemanded();
    }
    return answer;
  };
  return {
    ask,
    touched: () => {
      touchedAt = now();
    },
    look: async () => {
      const rested = now() - usedAt;
      if (rested >= idleMs || (touchedAt > usedAt && rested >= lookMs)) {
        // A lost network is said by the screens.
        await ask("/v1/session", { headers: { accept: "application/json" } }).catch(() => undefined);
      }
    },
  };
}

async function codeIn(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
}
