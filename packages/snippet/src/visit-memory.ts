import type { Choice, Permission } from "@ringtrail/core/consent";

/** A number this visit was shown. */
export interface RememberedNumber {
  readonly target: string;
  readonly e164: string;
  /** Our id of the number. */
  readonly number?: string | undefined;
}

/** What is kept in the browser between two pages. */
export interface Memory {
  readonly visitor: string;
  readonly visit: string;
  readonly token: string;
  readonly numbers: readonly RememberedNumber[];
  /** When the page was last known to be alive, by the browser's clock. */
  readonly at: number;
  /** The answer that allows this memory. The next page need not wait for a banner to repeat it. */
  readonly choice: Choice;
}

// The only file that touches storage. Storage may be blocked or full: then every page is a first page.
const key = "ringtrail";

/** Keeps the visit for the next page. It cannot be called without the visitor's permission. */
export function remember(_allowed: Permission, memory: Memory): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(memory)));
}

/** The visit that was kept, or undefined. */
export function recall(_allowed: Permission): Memory | undefined {
  const memory = read();
  return memory?.visit ? memory : undefined;
}

/** Keeps a refusal and nothing else. Where silence counts as a yes, a no must not have to be said on every page. */
export function rememberRefusal(): void {
  attempt(() => localStorage.setItem(key, '{"choice":"denied"}'));
}

/** What the visitor answered here before. Read before the decision, because it is part of it. */
export function recallChoice(): Choice {
  return read()?.choice ?? "unanswered";
}

/** Deletes everything we stored. */
export function forget(): void {
  attempt(() => localStorage.removeItem(key));
}

function read(): Memory | undefined {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? "") as Memory);
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
