import { err, ok, type Milliseconds, type Result } from "@ringtrail/core";
import type { CarrierFault } from "./carrier-provider.ts";

/** One request to a carrier's API, ready to be sent. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | string;
}

/** What calling out needs from the world. */
export interface Outside {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (ms: Milliseconds) => Promise<void>;
}

/** The world itself. */
export const world: Outside = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => new Promise((resume) => setTimeout(resume, ms)),
};

/** Attempts in all, and the longest wait for the first sign of an answer. */
const attempts = 4;
const answerWithinMs = 15_000;

/**
 * Asks a carrier's API, with patience where patience is safe.
 *
 * 429 and a connection that never came about are asked again always; a 5xx or a broken connection only when asking
 * twice does no harm, because a POST may have been carried out. `codeOf` finds the carrier's own number of a refusal.
 */
export async function askPatiently(
  request: ApiRequest,
  outside: Outside,
  codeOf: (body: unknown) => number | undefined,
): Promise<Result<Response, CarrierFault>> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(request, outside);
    if (outcome.ok && outcome.value.ok) return outcome;
    if (attempt === attempts || !mayAskAgain(request, outcome)) {
      return outcome.ok ? err(await readFault(outcome.value, codeOf)) : err(unreachable(outcome.reason));
    }
    if (outcome.ok) await outcome.value.body?.cancel();
    await outside.wait(outcome.ok ? pause(attempt, outcome.value.headers.get("retry-after")) : pause(attempt, null));
  }
}

/** No answer came. `connected` is false when it is certain that nothing was asked. */
interface NoAnswer {
  readonly code: "no_answer";
  readonly cause: string;
  readonly connected: boolean;
}

async function askOnce(request: ApiRequest, outside: Outside): Promise<Result<Response, NoAnswer>> {
  const { method, url, headers, body } = request;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), answerWithinMs);
  try {
    const init: RequestInit = { method, headers, signal: giveUp.signal };
    return ok(await outside.fetch(url, body === undefined ? init : { ...init, body }));
  } catch (thrown) {
    const cause = causeCode(thrown);
    return err({ code: "no_answer", cause, connected: !neverConnected.has(cause) });
  } finally {
    clearTimeout(timer);
  }
}

const neverConnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function causeCode(thrown: unknown): string {
  const cause: unknown = thrown instanceof Error ? (thrown.cause ?? thrown) : undefined;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
  return "unknown";
}

function mayAskAgain(request: ApiRequest, outcome: Result<Response, NoAnswer>): boolean {
  const isRepeatable = request.method !== "POST";
  if (!outcome.ok) return isRepeatable || !outcome.reason.connected;
  return outcome.value.status === 429 || (isRepeatable && outcome.value.status >= 500);
}

function pause(attempt: number, retryAfter: string | null): Milliseconds {
  return /^\d{1,2}$/.test(retryAfter ?? "") ? Number(retryAfter) * 1_000 : 250 * 2 ** attempt;
}

function unreachable({ cause }: NoAnswer): CarrierFault {
  return { code: "carrier_unreachable", cause };
}

async function readFault(response: Response, codeOf: (body: unknown) => number | undefined): Promise<CarrierFault> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 429) return { code: "carrier_busy" };
  if (response.status === 401 || response.status === 403) return { code: "carrier_keys_refused" };
  if (response.status === 404) return { code: "carrier_unknown_thing" };
  return { code: "carrier_refused", status: response.status, carrierCode: codeOf(body) };
}
