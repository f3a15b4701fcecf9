// Every public name of the fake carrier.
export type { CallFaults, CallScript } from "./call-script.ts";
export type { FakeCallReport } from "./describe-fake-call.ts";
export type { CallOver, DocumentAsked, ReportSent } from "./ledger.ts";
export type { LineSound } from "./line.ts";
export type { FakeAccount } from "./open-account.ts";
export { startFakeCarrier } from "./start-fake-carrier.ts";
export type { FakeCarrier, FakeCarrierOptions } from "./start-fake-carrier.ts";
export { toneLevel, voiceHz } from "./tone.ts";
export type { Voice } from "./tone.ts";
export { readWav } from "../sound/wav.ts";
export type { Sound } from "../sound/wav.ts";
