// Every public name of the contract.
export { Beacon, BeaconEvent } from "./public/beacon.ts";
export { SiteConfig, SourceConfig, SourceRule } from "./public/site-config.ts";
export { PageFacts, ShownNumber, SwapRequest, SwapResponse } from "./public/swap.ts";
export { explainRecording } from "./wording/explain-recording.ts";
export type { NameOfPlace, RecordingExplanation } from "./wording/explain-recording.ts";
export { sayReason } from "./wording/say-reason.ts";
export { sayQuestionWrong } from "./wording/say-question-wrong.ts";
export type { QuestionWrongWords } from "./wording/say-question-wrong.ts";
