import type { Choice, Permission } from "@ringtrail/core/consent";
import type { Numbers } from "./page/known-numbers.ts";

/** What is kept in the browser between two pages; empty when nothing is. */
export interface Memory {
  readonly visitor?: string;
  readonly visit?: string;
  readonly token?: string;
  /** One for each target that was ever asked for. */
  readonly numbers?: Numbers;
  /** When the page was last known to be alive, by the browser's clock. */
  readonly at?: number;
  /** The answer that allows this memory. The next page need not wait for a banner to repeat it. */
  readonly choice?: Choice;
}

// The only file that touches storage. Storage may be blocked or full: then every page is a first page.

/** What was kept. An answer is part of the decision, so it is read before it. */
export function recall(): Memory {
  try {
    return JSON.parse(localStorage["ringtrail"]) as Memory;
  } catch {
    return {};
  }
}

/**
 * Keeps a visit for the next page, which demands the visitor's permission; without it, a refusal or nothing.
 */
export function store(refusal: { readonly choice?: "denied" }): void;
export function store(memory: Memory, allowed: Permission | undefined): void;
export function store(memory: Memory): void {
  try {
    if (memory.choice) localStorage["ringtrail"] = JSON.stringify(memory);
    else delete localStorage["ringtrail"];
  } catch {
    // It is as if there were none.
  }
}
