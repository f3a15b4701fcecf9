import { unwatchFile, watchFile } from "node:fs";
import { readFile } from "node:fs/promises";
import { Reader, type CityResponse } from "mmdb-lib";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { regionFrom, type VisitorPlaces } from "./visitor-places.ts";

/** Places out of a file, which is read again when it changes. */
export interface PlacesFile extends VisitorPlaces {
  stop(): void;
}

/** The owner replaces the file once a month. */
const lookAgainMs = 60_000;

/**
 * Opens a file of network addresses and places in MaxMind's format (MMDB): GeoLite2 or GeoIP2 City, DB-IP City Lite, or
 * a country file. None is shipped: their licences ask for the owner's own name under them.
 *
 * A file that cannot be read is logged and nobody's place is known by it; a damaged newer one leaves the last good one.
 *
 * @param codeOf ISO 3166-2 of a part that the file tells by name alone.
 */
export async function filePlaces(
  file: string,
  log: Pick<Log, "error" | "info">,
  codeOf: (country: string, name: string) => string | undefined = () => undefined,
): Promise<PlacesFile> {
  let reader: Reader<CityResponse> | undefined;
  const load = async () => {
    try {
      reader = new Reader<CityResponse>(await readFile(file));
      log.info(
        { built: reader.metadata.buildEpoch.toISOString(), kind: reader.metadata.databaseType },
        "the places file was read",
      );
    } catch (error) {
      log.error(describeError(error), "the places file cannot be read: where visitors are stays as unknown as it was");
    }
  };
  await load();
  const onChange = () => void load();
  watchFile(file, { persistent: false, interval: lookAgainMs }, onChange);
  return {
    regionOf: ({ address }) => {
      const found = address === undefined ? undefined : lookUp(reader, address);
      const country = found?.country?.iso_code;
      const [part] = found?.subdivisions ?? [];
      const named = country === undefined || part === undefined ? undefined : codeOf(country, part.names?.en ?? "");
      return regionFrom(country, part?.iso_code ?? named);
    },
    stop: () => unwatchFile(file, onChange),
  };
}

/** A damaged file may break at any address: then this one has no place. */
function lookUp(reader: Reader<CityResponse> | undefined, address: string): CityResponse | undefined {
  try {
    return reader?.get(address) ?? undefined;
  } catch {
    return undefined;
  }
}
