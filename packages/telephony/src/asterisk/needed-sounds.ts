import {
  demandsNotice,
  planNotInService,
  questionWords,
  shippedSorry,
  shortWords,
  type CallFlow,
  type FlowStep,
  type SoundHash,
  type Words,
} from "@ringtrail/core/call-flow";
import { soundName } from "./sound-name.ts";

/** One sentence that Asterisk may have to say. */
export interface NeededSound {
  /** The name of the file that must say it. */
  readonly file: string;
  readonly language: string;
  readonly text: string;
  /** The uploaded sound it is; undefined for a text that somebody or something must speak. */
  readonly sound: SoundHash | undefined;
}

/**
 * Every sentence the flows of a PBX may say, once each. Without its file a notice counts as not heard, and the call
 * goes through unrecorded.
 */
export function neededSounds(flows: readonly CallFlow[]): readonly NeededSound[] {
  const said = planNotInService().steps.flatMap((step): readonly Words[] => (step.do === "say" ? [step] : []));
  const words = [...flows.flatMap(wordsOf), ...said];
  const byFile = new Map(words.map((one) => [`${soundName(one)}.wav`, one]));
  return [...byFile].map(([file, { language, text, sound }]) => ({ file, language, text, sound }));
}

function wordsOf(flow: CallFlow): readonly Words[] {
  const { announcement, placeWordings = [], recordingWanted, steps } = flow;
  const inSteps = Object.values(steps?.all ?? {}).flatMap(wordsOfStep);
  if (!recordingWanted) return inSteps;
  const sorry = demandsNotice(flow) ? [shippedSorry(announcement)] : [];
  const announcements = [announcement, ...placeWordings.map((place) => place.announcement)];
  return [...announcements.flatMap((one) => [one, shortWords(one), questionWords(one)]), ...sorry, ...inSteps];
}

function wordsOfStep(step: FlowStep): readonly Words[] {
  return "words" in step && step.words !== undefined ? [step.words] : [];
}
