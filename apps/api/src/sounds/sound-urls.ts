import type { Deps } from "../deps.ts";
import { carrierSoundKey, type CarrierSound } from "./sound-link.ts";

/** Where a carrier finds the sounds of one call: `<base>/sound?about=…&call=…&key=…`. */
export function soundUrls(
  { sound }: Pick<Deps["secrets"], "sound">,
  base: string,
  call: Omit<CarrierSound, "sha256">,
): (sha256: string) => string {
  return (sha256) => {
    const key = carrierSoundKey(sound, { ...call, sha256 });
    return `${base}/sound?about=${sha256}&call=${encodeURIComponent(call.carrierRef)}&key=${key}`;
  };
}
