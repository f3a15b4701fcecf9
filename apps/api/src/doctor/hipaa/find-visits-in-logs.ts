import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A request as web servers write it down: nginx and Apache, or as JSON. */
const request = /"(?:GET|POST|HEAD) \S+ HTTP\/|"(?:uri|request_uri|path)":\s*"\//;

/** A time of day, down to the minute: `26/Nov/2026:05:14:49`, `2026-11-26T05:14`, seconds since 1970 of a JSON log. */
const timeOfDay = /\d{4}[:T ]\d{2}:\d{2}|\d{2}[T ]\d{2}:\d{2}|"(?:ts|time|msec)":\s*"?\d{10}/;

/** Where in a log a visit stands with its minute. */
export interface VisitInLog {
  readonly file: string;
  readonly line: number;
}

/**
 * The first line of each file that says when a page was asked for. Beside a list of calls such a log says who came before a
 * call, and so which way the caller came; counts by day do not.
 */
export async function findVisitsInLogs(files: readonly string[]): Promise<readonly VisitInLog[]> {
  const found = await Promise.all(files.map(firstVisit));
  return found.flatMap((one) => one ?? []);
}

async function firstVisit(file: string): Promise<VisitInLog | undefined> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    if (request.test(text) && timeOfDay.test(text)) return { file, line };
  }
  return undefined;
}
