import { StartFailure } from "../start-failure.ts";

/** How a command answers: as lines for a person, or as one JSON document for a program. */
export interface Output {
  /** The result, and nothing else, on stdout. */
  result(document: unknown, lines: readonly string[]): void;
  /** What is going on, on stderr. Silent in JSON. */
  progress(line: string): void;
}

/** Makes the output of one command. */
export function makeOutput(asJson: boolean): Output {
  return {
    result: (document, lines) => console.log(asJson ? JSON.stringify(document) : lines.join("\n")),
    progress: (line) => {
      if (!asJson) console.error(line);
    },
  };
}

/** A command that cannot be carried out, with a permanent code. */
export class CommandFailure extends Error {
  readonly code: string;
  readonly fix: string;
  /** The part of the input it is about: `caller.number`. */
  readonly field: string | undefined;

  constructor(code: string, message: string, fix: string, field?: string) {
    super(message);
    this.name = "CommandFailure";
    this.code = code;
    this.fix = fix;
    this.field = field;
  }
}

/** Says on stderr why a command failed, as `code: sentence` and the way out, and sets the exit code. */
export function reportFailure(error: unknown, asJson: boolean): void {
  process.exitCode = 1;
  const known = error instanceof StartFailure || error instanceof CommandFailure;
  const code = known ? error.code : "failed";
  const detail = error instanceof Error ? error.message : String(error);
  const fix = known ? error.fix : "This is a fault of ours: please report it with the line above.";
  const field = error instanceof CommandFailure ? error.field : undefined;
  if (asJson) console.error(JSON.stringify({ error: { code, detail, fix, field } }));
  else console.error(`${code}: ${field === undefined ? "" : `${field}: `}${detail}\n${fix}`);
}
