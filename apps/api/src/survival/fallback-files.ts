import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { E164 } from "@ringtrail/core";
import { planFallback, planNotInService } from "@ringtrail/core/call-flow";
import type { NumberRoute } from "@ringtrail/core/ports";
import { carrierFor, type CarrierDocument } from "@ringtrail/telephony";

/** The document for one number, in Twilio's words: it asks nothing of us, so it has no callback. */
export function fallbackDocument(routes: readonly NumberRoute[], dialled: E164): CarrierDocument {
  const route = routes.find(({ e164 }) => e164 === dialled);
  const plan = route === undefined ? planNotInService() : planFallback(route.flow);
  return carrierFor({ carrier: "twilio" }).render(plan, () => "");
}

/**
 * Writes one file per number for a static host: `<folder>/fallback/<digits>.twilio`, to be served over GET as
 * `text/xml`. Answers the files' names. A file is replaced in one step, because a carrier may be reading it.
 */
export async function writeFallbackFiles(folder: string, routes: readonly NumberRoute[]): Promise<readonly string[]> {
  const place = path.join(folder, "fallback");
  await mkdir(place, { recursive: true });
  const names: string[] = [];
  for (const { e164 } of routes) {
    const name = `${e164.slice(1)}.twilio`;
    const file = path.join(place, name);
    await writeFile(`${file}.new`, fallbackDocument(routes, e164).body);
    await rename(`${file}.new`, file);
    names.push(name);
  }
  return names;
}
