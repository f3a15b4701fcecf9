export { connectionLimits } from "./connection-limits.ts";
export type { Outside } from "./ask-api.ts";
export { twilioProvider } from "./provider.ts";
export { readCallback } from "./read-callback.ts";
export { readVoice } from "./read-voice.ts";
export { renderPlan } from "./render-plan.ts";
export { sign, verifySignature } from "./verify-signature.ts";
export { twilio } from "./twilio.ts";
