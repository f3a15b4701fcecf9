/** Facts of a log line. Scalars only, so that no object with personal data inside can slip in. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the server writes what it does. Callers' numbers, tokens and secrets are never among the facts. */
export interface Log {
  debug(facts: LogFacts, message: string): void;
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}
