import { createReadStream } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";

/** What looks like a phone number: E.164, or as North America writes it. Ids and timestamps do not. */
const written = /(?<![\w.+-])(?:\+\d{10,15}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w-])/g;

/** Where in a log a number stands. The number itself is not told. */
export interface NumberInLog {
  readonly file: string;
  readonly line: number;
}

/** The log files of an installation: those below the data folder, the embedded database's included, and those named. */
export async function findLogs(dataFolder: string, named: readonly string[]): Promise<readonly string[]> {
  const own: string[] = [];
  for await (const file of glob("**/*.log", { cwd: dataFolder })) own.push(path.join(dataFolder, file));
  return [...new Set([...own.toSorted(), ...named])];
}

/** The first number of each file, line by line. Numbers of the business's own are no secret and pass. */
export async function findNumbersInLogs(
  files: readonly string[],
  own: ReadonlySet<string>,
): Promise<readonly NumberInLog[]> {
  const found = await Promise.all(files.map((file) => firstNumber(file, own)));
  return found.flatMap((one) => one ?? []);
}

async function firstNumber(file: string, own: ReadonlySet<string>): Promise<NumberInLog | undefined> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    const numbers = [...text.matchAll(written)].map(([number]) => digitsOf(number));
    if (numbers.some((digits) => !own.has(digits))) return { file, line };
  }
  return undefined;
}

/** A number by its last ten digits, however it is written. */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, "").slice(-10);
}
