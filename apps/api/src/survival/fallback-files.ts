import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { planFallback, planNotInService } from "@ringtrail/core/call-flow";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { carrierFor, type CarrierDocument } from "@ringtrail/telephony";
import { doorOf, fallbackFile } from "../carriers/number-addresses.ts";
import { fallbackWorker, workerMark } from "./fallback-worker.ts";
import type { RouteSnapshot } from "./route-snapshot.ts";

/** The document of one number in its carrier's words. It asks nothing of us, so it has no callback. */
export function fallbackDocument(
  route: NumberRoute | undefined,
  connection: Pick<CarrierConnection, "carrier"> = { carrier: "twilio" },
): CarrierDocument {
  const plan = route === undefined ? planNotInService() : planFallback(route.flow);
  return carrierFor(connection).render(plan, () => "");
}

/** One document as a file. */
export interface FallbackFile {
  readonly name: string;
  readonly carrier: string;
  readonly document: CarrierDocument;
  /** The carrier asks for it by POST. */
  readonly byPost: boolean;
}

/** Every number's document by its file's name. */
export function fallbackFiles(snapshot: Pick<RouteSnapshot, "routes" | "connection">): readonly FallbackFile[] {
  return snapshot.routes().flatMap((route) => {
    const connection = snapshot.connection(route.connection);
    // A PBX of one's own is its own fallback: the dialplan holds a copy of the route.
    if (connection === undefined || carrierFor(connection).isOwnPbx === true) return [];
    const document = fallbackDocument(route, connection);
    const byPost = carrierFor(connection).asksFallbackByPost === true;
    return [{ name: fallbackFile(connection, route.e164), carrier: doorOf(connection), document, byPost }];
  });
}

/**
 * Writes one file per number for a static host, `<folder>/fallback/<digits>.<carrier>`, and beside them what tells
 * common hosts their content type: `_headers` (Netlify, Cloudflare Pages) and `.htaccess` (Apache). Files of numbers
 * that are gone are taken away. A file is replaced in one step, because a carrier may be reading it. Where a carrier asks
 * by POST a worker (`_worker.js`, Cloudflare Pages) answers that.
 */
export async function writeFallbackFiles(
  folder: string,
  files: readonly FallbackFile[],
): Promise<{ readonly written: readonly string[]; readonly removed: readonly string[] }> {
  const place = path.join(folder, "fallback");
  await mkdir(place, { recursive: true });
  for (const { name, document } of files) await replace(path.join(place, name), document.body);
  const kinds = new Map(files.map(({ carrier, document }) => [carrier, document.contentType]));
  await replace(path.join(folder, "_headers"), [...kinds].map(headersFor).join(""));
  await replace(
    path.join(place, ".htaccess"),
    [...kinds].map(([carrier, type]) => `AddType '${type}' .${carrier}\n`).join(""),
  );
  await keepWorker(
    path.join(folder, "_worker.js"),
    files.some(({ byPost }) => byPost),
  );
  const names = new Set(files.map(({ name }) => name));
  const ours = (await readdir(place)).filter((name) => /^\d{7,15}\.[a-z]+$/.test(name));
  const removed = ours.filter((name) => !names.has(name));
  for (const name of removed) await rm(path.join(place, name), { force: true });
  return { written: [...names], removed };
}

async function keepWorker(file: string, isNeeded: boolean): Promise<void> {
  const there = await readFile(file, "utf8").catch(() => undefined);
  if (there !== undefined && !there.startsWith(workerMark)) return;
  if (isNeeded) await replace(file, fallbackWorker);
  else if (there !== undefined) await rm(file);
}

function headersFor([carrier, type]: readonly [string, string]): string {
  return `/fallback/*.${carrier}\n  Content-Type: ${type}\n  Cache-Control: no-store\n`;
}

async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
