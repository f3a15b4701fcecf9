export { telnyxProvider } from "./provider.ts";
export { readCallback } from "./read-callback.ts";
export { readVoice } from "./read-voice.ts";
export { renderPlan } from "./render-plan.ts";
export { telnyx } from "./telnyx.ts";
export { verifySignature } from "./verify-signature.ts";
