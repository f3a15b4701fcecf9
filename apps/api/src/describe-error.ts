import type { LogFacts } from "./log.ts";

/**
 * What may be told of an error: its name, its code and where in our code it happened. Never its message, and never a
 * database's `detail` or parameters: they repeat the values of rows.
 */
export function describeError(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const at = error.stack
    ?.split("\n")
    .find((line) => line.includes("/src/") || line.includes("/dist/"))
    ?.trim()
    .replace(/^at /, "");
  return { error: error.name, errorCode: code, at };
}
