import {
  demandsNotice,
  planNotInService,
  questionWords,
  shippedSorry,
  shortWords,
  type CallFlow,
  type Words,
} from "@ringtrail/core/call-flow";
import { soundName } from "./sound-name.ts";

/** One sentence that Asterisk may have to say. */
export interface NeededSound {
  /** The name of the file that must say it. */
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

/**
 * Every sentence the flows of a PBX may say, once each. Without its file a notice counts as not heard, and the call
 * goes through unrecorded.
 */
export function neededSounds(flows: readonly CallFlow[]): readonly NeededSound[] {
  const said = planNotInService().steps.flatMap((step): readonly Words[] => (step.do === "say" ? [step] : []));
  const words = [...flows.flatMap(wordsOf), ...said];
  const byFile = new Map(words.map((one) => [`${soundName(one)}.wav`, one]));
  return [...byFile].map(([file, { language, text }]) => ({ file, language, text }));
}

function wordsOf(flow: CallFlow): readonly Words[] {
  const { announcement, placeWordings = [], recordingWanted } = flow;
  if (!recordingWanted) return [];
  const sorry = demandsNotice(flow) ? [shippedSorry(announcement)] : [];
  const announcements = [announcement, ...placeWordings.map((place) => place.announcement)];
  return [...announcements.flatMap((one) => [one, shortWords(one), questionWords(one)]), ...sorry];
}
