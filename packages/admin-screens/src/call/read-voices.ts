import { peaksOf } from "./peaks-of.ts";

/** Bars of the picture: as many as a column of a call's page can tell apart. */
export const barCount = 160;
/** An hour and a half at a telephone's quality; longer ones are played without a picture. */
const mostBytes = 48 * 1024 * 1024;

/** The loudness of each channel of a recording over its length. Undefined where the browser cannot read it. */
export async function readVoices(url: string, bytes: number): Promise<readonly (readonly number[])[] | undefined> {
  if (bytes > mostBytes || typeof OfflineAudioContext === "undefined") return undefined;
  try {
    const answer = await fetch(url);
    if (!answer.ok) return undefined;
    const sound = await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(await answer.arrayBuffer());
    return Array.from({ length: Math.min(2, sound.numberOfChannels) }, (_channel, nth) =>
      peaksOf(sound.getChannelData(nth), barCount),
    );
  } catch {
    // The sound plays all the same: a picture of it is a help and no more.
    return undefined;
  }
}
