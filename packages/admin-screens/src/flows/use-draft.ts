import { useState } from "react";
import type { FlowDraft } from "./flow-draft.ts";

/** What is being written, and how it changes. */
interface DraftState {
  /** Undefined while nothing is written. */
  readonly written: FlowDraft | undefined;
  readonly write: (draft: FlowDraft | undefined) => void;
  /** Lets go of what was saved, unless something else has been written since. */
  readonly settle: (saved: FlowDraft) => void;
}

/**
 * What is being written of one site's flow. It outlives a reload of the page in the same tab: a save that changes where
 * calls go may ask for a fresh sign-in, and that must not cost what was typed. A browser without storage keeps it as
 * long as the page lives.
 */
export function useDraft(site: string): DraftState {
  const key = `ringtrail-flow-${site}`;
  const [draft, setDraft] = useState(() => read(key));
  const write = (next: FlowDraft | undefined): void => {
    keep(key, next);
    setDraft(next);
  };
  const settle = (saved: FlowDraft): void =>
    setDraft((later) => {
      if (later !== saved) return later;
      keep(key, undefined);
      return undefined;
    });
  return { written: draft, write, settle };
}

function read(key: string): FlowDraft | undefined {
  try {
    const kept = window.sessionStorage.getItem(key);
    const draft: unknown = kept === null ? undefined : JSON.parse(kept);
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, draft: FlowDraft | undefined): void {
  try {
    if (draft === undefined) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or forbidden storage keeps nothing; the page itself still does.
  }
}

/** An older version of the screens may have left something else. */
function isDraft(kept: unknown): kept is FlowDraft {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "destination" in kept &&
    typeof kept.destination === "string" &&
    "blocked" in kept &&
    "allowed" in kept &&
    "ringSeconds" in kept
  );
}
