import { pino, type DestinationStream } from "pino";
import type { Settings } from "./env.ts";
import type { Log } from "./log.ts";

/**
 * What must never be read in a log, whoever wrote it there by mistake: phone numbers, keys in headers, values of secret
 * parameters, passwords in addresses. Our own lines name none of them; this is the net below.
 */
const unspoken: readonly (readonly [RegExp, string])[] = [
  [/(?:\+|%2B)[1-9]\d{6,14}/gi, "[number]"],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, "$1 [secret]"],
  [/\b((?:token|secret|signature|password|authtoken|key)=)[^&"\s\\]+/gi, "$1[secret]"],
  [/(:\/\/)[^@/\s"]*@/g, "$1[secret]@"],
];

/** Replaces what must not be read. */
export function scrub(line: string): string {
  return unspoken.reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), line);
}

/** Makes the server's log: one JSON object a line, on stderr, so that stdout stays for a command's own answer. */
export function makeLog(level: Settings["logLevel"], stream?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: scrub },
  };
  return pino(options, stream ?? pino.destination({ dest: 2, sync: false }));
}
