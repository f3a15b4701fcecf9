export type { CallMatch, CallOnNumber, Candidate, Factor, Holding, Probability } from "./call-match.ts";
export { leadingCandidate, leadingTouch } from "./leading-touch.ts";
export type { Channel, Landing, Touch } from "./touch.ts";
