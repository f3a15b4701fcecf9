import { instant, type Instant } from "@ringtrail/core";

/** The values of a message's form; empty ones are left out. */
export type Fields = (name: string) => string | undefined;

/** One message of the dialplan. */
export interface Told {
  readonly fields: Fields;
  readonly at: Instant;
  /** The step the message's address names. */
  readonly step: string | undefined;
}

/** Reads a form body. Never fails: broken escapes stand for themselves. */
export function readFields(body: string): Fields {
  const values = new URLSearchParams(body);
  return (name) => values.get(name) || undefined;
}

/**
 * Reads an instant the PBX tells in milliseconds. The PBX's clock is believed as long as it does not run ahead of the
 * message that carries it; nonsense counts as now.
 */
export function readInstant(text: string | undefined, heardAt: Instant): Instant {
  return /^\d{12,14}$/.test(text ?? "") ? instant(Math.min(Number(text), heardAt)) : heardAt;
}
