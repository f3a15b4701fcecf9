/** The visitor's own answer. An answer that cannot be read is `denied`. */
export type Choice = "granted" | "denied" | "unanswered";

/** What the law of the visitor's place asks for before tracking. An unknown place is treated as `opt-in`. */
export type Regime = "opt-in" | "opt-out" | "unknown";

/**
 * What may be done for a visitor.
 *
 * `full`: a number of their own and a stored visit. `source-only`: the number of their source, nothing stored, no
 * identifier sent. `none`: the page keeps the business's own number.
 */
export type Tracking = "full" | "source-only" | "none";

/** Everything the decision looks at; kept with the visit as the reason it exists. */
export interface ConsentEvidence {
  /** Null: no answer to a banner allows a visit, as in healthcare mode. */
  readonly regime: Regime | null;
  readonly choice: Choice;
  /** Global Privacy Control or an equal browser signal. */
  readonly optOutSignal: boolean;
}
