import type { Instant } from "@ringtrail/core";
import {
  writeGoogleAdjustments,
  writeGoogleConversions,
  writeMicrosoftAdjustments,
  writeMicrosoftConversions,
} from "@ringtrail/destinations";
import type { ConversionsPlanned } from "./plan-conversions.ts";

/** Platforms that take files. */
export type FilePlatform = "google_ads" | "microsoft_ads";

/** A file to be uploaded by hand: new conversions, or adjustments of those an earlier file told. */
export interface FileWanted {
  readonly platform: FilePlatform;
  /** The conversion action's or goal's name. */
  readonly name: string;
  readonly holds: "conversions" | "adjustments";
  readonly now: Instant;
}

/** Who is told by a file, as the store of conversions knows them. */
export function fileReceiver(platform: FilePlatform, site: string): string {
  return `file:${platform}:${site}`;
}

/** Writes the file in the platform's template. */
export function writeConversionFile({ platform, name, holds, now }: FileWanted, planned: ConversionsPlanned): string {
  const isGoogle = platform === "google_ads";
  if (holds === "conversions") {
    const write = isGoogle ? writeGoogleConversions : writeMicrosoftConversions;
    return write(planned.wanted, name);
  }
  const write = isGoogle ? writeGoogleAdjustments : writeMicrosoftAdjustments;
  return write(planned.steps, name, now);
}
