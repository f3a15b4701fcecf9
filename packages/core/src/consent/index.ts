export type { Choice, ConsentEvidence, Regime, Tracking } from "./answer.ts";
export { decideTracking } from "./decide-tracking.ts";
export { permissionToStore } from "./permission.ts";
export type { Permission } from "./permission.ts";
export type { RecordingDecision, RecordingMeans } from "./decide-recording.ts";
