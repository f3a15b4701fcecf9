import type { ProblemMeaning } from "./problem-codes.ts";

/** What can be wrong with a sound that is uploaded or named. */
export const soundProblems = {
  sound_unreadable: {
    status: 422,
    title: "This file cannot be read as a sound.",
    fix: "Save it as a WAV (PCM) or an MP3 and upload it again.",
  },
  sound_too_long: {
    status: 422,
    title: "This sound is too long for a call.",
    fix: "Cut it to two minutes at most: callers wait until it has ended.",
  },
  sound_too_short: {
    status: 422,
    title: "This sound is too short to be words.",
    fix: "Check that the whole sentence is in the file.",
  },
  sound_silent: {
    status: 422,
    title: "Nothing can be heard in this sound.",
    fix: "Check the recording and make it louder: a notice that nobody hears is none.",
  },
  sound_limit_reached: {
    status: 409,
    title: "The account keeps as many sounds as it may.",
    fix: "Use one that GET /v1/sounds lists: none is ever removed, because proofs name them.",
  },
  sound_unknown: {
    status: 422,
    title: "The account has no such sound.",
    fix: "Upload the file with POST /v1/sounds and name it by the sha256 of the answer.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
