export type { CallMatch, CallOnNumber, Candidate, Factor, Holding, Probability } from "./call-match.ts";
export { channelRules, clickIds } from "./channel-rules.ts";
export type { ChannelRule, SourceCondition } from "./channel-rules.ts";
export { leadingCandidate, leadingTouch } from "./leading-touch.ts";
export { nameChannel } from "./name-channel.ts";
export { readTouch } from "./read-touch.ts";
export { sourceRules, speaksFor } from "./source-rules.ts";
export type { PageSource, SourceWords } from "./source-rules.ts";
export type { Channel, Landing, Touch } from "./touch.ts";
