import type { RuleSet } from "@ringtrail/core/consent";
import type { Log } from "../log.ts";
import { filePlaces } from "./file-places.ts";
import { firstOf, headerPlaces } from "./header-places.ts";
import type { VisitorPlaces } from "./visitor-places.ts";

/** Where visitors are told from: the proxy's headers first, then the owner's file, if there is one. */
export async function openPlaces(
  file: string | undefined,
  law: Pick<RuleSet, "places"> | undefined,
  log: Log,
): Promise<VisitorPlaces & { readonly stop: () => void }> {
  if (file === undefined) return { ...headerPlaces, stop: () => undefined };
  const opened = await filePlaces(file, log, codesByName(law));
  return { ...firstOf([headerPlaces, opened]), stop: opened.stop };
}

/** Some files tell a state by its English name alone; the law knows the names of the places it speaks of. */
function codesByName(law: Pick<RuleSet, "places"> | undefined): (country: string, name: string) => string | undefined {
  const codes = new Map(
    [...(law?.places.values() ?? [])].map(({ place, name }) => [`${place.slice(0, 2)} ${name}`, place]),
  );
  return (country, name) => codes.get(`${country} ${name}`)?.slice(3);
}
