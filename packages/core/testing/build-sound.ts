import type { NewSound } from "../src/ports/index.ts";
import { at } from "./fixed-clock.ts";

/** An uploaded sound; its files are not what their hashes say, which no store looks at. */
export function aSound(over: Partial<NewSound> = {}): NewSound {
  return {
    sha256: "5".repeat(64),
    name: "notice.wav",
    mediaType: "audio/wav",
    size: 3,
    lengthMs: 4_000,
    telephoneSha256: "8".repeat(64),
    uploadedAt: at("10:00"),
    uploadedBy: "key:desk",
    original: new Uint8Array([1, 2, 3]),
    telephone: new Uint8Array([0, 128, 255]),
    ...over,
  };
}
