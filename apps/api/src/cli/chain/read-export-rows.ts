import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/**
 * The rows of a table as the export writes them: snake case, moments in ISO 8601, null where there is nothing. Here
 * they are as the code has them: camel case, `at` in milliseconds, absent where there is nothing.
 *
 * @param malformed is thrown for a line that is no row.
 */
export async function* readExportRows(
  file: string,
  malformed: () => Error,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line !== "") yield rowOf(parseLine(line, malformed), malformed);
  }
}

function rowOf(row: unknown, malformed: () => Error): Readonly<Record<string, unknown>> {
  if (typeof row !== "object" || row === null) throw malformed();
  const { account_id: _account, at, ...rest } = row as Readonly<Record<string, unknown>>;
  const camel = Object.entries(rest)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name.replaceAll(/_([a-z0-9])/g, (_, one: string) => one.toUpperCase()), value]);
  return { ...Object.fromEntries(camel), at: Date.parse(String(at)) };
}

function parseLine(line: string, malformed: () => Error): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed();
  }
}
