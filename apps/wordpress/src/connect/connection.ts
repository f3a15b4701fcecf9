import apiFetch from "@wordpress/api-fetch";

/** What the site is connected to, as its own REST API tells. */
export interface Connection {
  readonly server: string;
  readonly canSwap: boolean;
  readonly canAsk: boolean;
  readonly account: string;
  /** Why the server does not take our key; empty when it does. */
  readonly problem: string;
}

/** A number on the site's own pages. */
export interface FoundNumber {
  readonly e164: string;
  readonly written: string;
  readonly times: number;
  readonly where: string;
  readonly swapped: boolean;
}

/** What is swapped, and where to look at it. */
export interface Targets {
  readonly site: string;
  readonly targets: readonly { readonly e164: string; readonly label: string }[];
  /** Numbers that stand for a source: these can be rung. */
  readonly numbers: readonly string[];
  readonly found: readonly FoundNumber[];
  readonly preview: string;
  /** What FALLBACK_URL must be, so that carriers ask this site while the server is down. */
  readonly fallback: string;
}

/** A one-time code, and where it is approved. */
export interface OneTimeCode {
  readonly code: string;
  readonly approveUrl: string;
}

const base = "/ringtrail/v1";
const post = <Answer>(path: string, data: object = {}): Promise<Answer> =>
  apiFetch<Answer>({ path: `${base}${path}`, method: "POST", data });

export const readConnection = (): Promise<Connection> => apiFetch({ path: `${base}/connection` });
export const forgetConnection = (): Promise<Connection> => apiFetch({ path: `${base}/connection`, method: "DELETE" });
export const askForCode = (server: string): Promise<OneTimeCode> => post("/connection/requests", { server });
export const collect = (): Promise<{ readonly state: "waiting" | "connected" }> => post("/connection/collections");
export const readTargets = (): Promise<Targets> => apiFetch({ path: `${base}/targets` });
export const addTarget = (number: string): Promise<Targets> => post("/targets", { number });
export const ringTestCall = (number: string): Promise<unknown> => post("/test-calls", { to: number });
