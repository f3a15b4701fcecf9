import type { ShippedSoundShown, SoundShown } from "@ringtrail/api-contract";
import type { KeptSound } from "@ringtrail/core/ports";
import type { ShippedSound } from "../sounds/shipped-sounds.ts";
import { showMoment } from "./show-moment.ts";

/** A sound as it is told, with the address that plays it. */
export function showSound({ uploadedAt, ...sound }: KeptSound, url: string): SoundShown {
  return { ...sound, uploadedAt: showMoment(uploadedAt), url };
}

/** A shipped sentence as it is told. */
export function showShippedSound({ text, language, lengthMs }: ShippedSound, url: string): ShippedSoundShown {
  return { text, language, lengthMs, url };
}
