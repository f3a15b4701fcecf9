/** A WordPress REST error as a problem of the Ringtrail API, so that the screens know one kind of failure. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fix: string | undefined;
  /** The part of the request it is about. */
  readonly field: string | undefined;
}

/**
 * Reads what `apiFetch` threw. Our own errors say what happened in their first sentence and what to do in the rest.
 * Undefined when the site itself was not reached.
 */
export function problemOf(refused: unknown): Problem | undefined {
  if (typeof refused !== "object" || refused === null || !("code" in refused) || !("message" in refused))
    return undefined;
  const { code, message } = refused;
  if (typeof code !== "string" || typeof message !== "string" || code === "fetch_error" || code === "offline_error") {
    return undefined;
  }
  const [title = message, ...rest] = message.split(/(?<=\.)\s+/);
  const fix = rest.length === 0 ? undefined : rest.join(" ");
  return { status: statusOf(refused), code, title, fix, field: fieldOf(refused) };
}

function fieldOf(refused: object): string | undefined {
  if (!("data" in refused) || typeof refused.data !== "object" || refused.data === null) return undefined;
  const named = "field" in refused.data ? refused.data.field : undefined;
  return typeof named === "string" && named !== "" ? named : undefined;
}

function statusOf(refused: object): number {
  if (!("data" in refused) || typeof refused.data !== "object" || refused.data === null) return 500;
  return "status" in refused.data && typeof refused.data.status === "number" ? refused.data.status : 500;
}
