declare const care: unique symbol;

/**
 * A text of a call flow or of what a caller did in it: a phone that is answered, a step, a pressed key, words that are
 * said, somebody's name. Beside a caller it says who sees whom, so no audit entry, fact for destinations, notification,
 * line of the log or cell of a report takes it: they take an `OpenText`, and it does not compile.
 *
 * A text takes the mark on where a flow, an event or a plan holds it. It stays a text there: that is said to carriers.
 */
export type CareWord<Value extends string = string> = Value & { readonly [care]?: "care" };

/** A text that may stand where anybody reads it: every text but a `CareWord`. */
export type OpenText = string & { readonly [care]?: never };
