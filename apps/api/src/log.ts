import type { OpenText } from "@ringtrail/core";

/** Facts of a log line. Scalars only, so that no object with personal data inside can slip in, and no word of a call flow. */
export type LogFacts = Readonly<Record<string, OpenText | number | boolean | undefined>>;

/** Where the server writes what it does. Callers' numbers, tokens and secrets are never among the facts. */
export interface Log {
  debug(facts: LogFacts, message: OpenText): void;
  info(facts: LogFacts, message: OpenText): void;
  warn(facts: LogFacts, message: OpenText): void;
  error(facts: LogFacts, message: OpenText): void;
}
