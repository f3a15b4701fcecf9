/** One line of the doctor: what was looked at, how it is, and the way out when it is wrong. */
export interface Finding {
  /** What was looked at, in a word or two; permanent, for programs. */
  readonly check: string;
  /** `note`: not wrong, and worth knowing; or not looked at, with the reason. */
  readonly state: "ok" | "note" | "problem";
  readonly says: string;
  /** What to do. Every problem has one. */
  readonly fix?: string;
}

/** All is well. */
export function fine(check: string, says: string): Finding {
  return { check, state: "ok", says };
}

/** Worth knowing, and no reason to fail. */
export function note(check: string, says: string): Finding {
  return { check, state: "note", says };
}

/** Wrong, with the way out. */
export function problem(check: string, says: string, fix: string): Finding {
  return { check, state: "problem", says, fix };
}
