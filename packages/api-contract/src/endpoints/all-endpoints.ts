import type { Endpoint } from "../endpoint.ts";
import { accountEndpoints } from "./account-endpoints.ts";
import { checkCallFlow, getCallFlow, setCallFlow } from "./call-flow-doors.ts";
import {
  declareCallerPlace,
  importCallerPlaces,
  listCallerPlaces,
  withdrawCallerPlace,
  forgetCallerPlace,
} from "./caller-place-doors.ts";
import { adDoors } from "./ad-platform-doors.ts";
import { destinationDoors } from "./destination-doors.ts";
import { formDoors } from "./form-doors.ts";
import { quietDoors } from "./quiet-doors.ts";
import { createRecordingLink } from "./create-recording-link.ts";
import { createTestCall } from "./create-test-call.ts";
import { changeDestination, getNumberLimits, saveNumberLimits } from "./forwarding-doors.ts";
import { moneyEndpoints } from "./money-endpoints.ts";
import { listNotices, seeNotices } from "./notice-doors.ts";
import { getPollution } from "./pollution-door.ts";
import { getCall } from "./get-call.ts";
import { getSession } from "./get-session.ts";
import { getHealth, getReadiness } from "./health-doors.ts";
import { exportCalls, listCalls } from "./list-calls.ts";
import { listJobs } from "./list-jobs.ts";
import { choosePoolPolicy, listPools } from "./list-pools.ts";
import { listProofs } from "./list-proofs.ts";
import { listRecordingPlaces } from "./list-recording-places.ts";
import { listSites } from "./list-sites.ts";
import { markNumber } from "./mark-number.ts";
import { announceNewcomer, tellNewcomer } from "./newcomer-doors.ts";
import { buyNumber, exportNumbers, importNumber, listNumbers, releaseNumber, searchNumbers } from "./number-doors.ts";
import {
  getOrderRules,
  getRevenueReport,
  listCallOrders,
  listOrders,
  saveOrders,
  setOrderRules,
} from "./order-doors.ts";
import { keepOverride, listOverrides, withdrawOverride } from "./override-doors.ts";
import { invitationDoors } from "./invitation-doors.ts";
import { declarePlaceOfCall, getPlacesOfCall } from "./places-of-call-doors.ts";
import { pauseRecording, resumeRecording } from "./pause-recording.ts";
import { playRecording } from "./play-recording.ts";
import { previewRecordingDecision } from "./preview-recording-decision.ts";
import { getCallCertificate, getCallProof } from "./proof-doors.ts";
import { countPage, getSiteConfig, reportSnippet, sendBeacon, swapNumbers } from "./public-doors.ts";
import { callNoteDoors, saySpam } from "./call-word-doors.ts";
import { retryJob } from "./retry-job.ts";
import { compareRuleSets, listRuleSets } from "./rule-set-doors.ts";
import { connectShop, listShops } from "./shop-doors.ts";
import { shopSightDoors } from "./shop-sight-doors.ts";
import { siteSightDoors } from "./site-sight-doors.ts";
import { listSounds, playSound, uploadSound } from "./sound-doors.ts";
import { streamLive } from "./stream-live.ts";

/** Every endpoint, in the order of the reference. */
export const allEndpoints: readonly Endpoint[] = [
  getSession,
  listCalls,
  exportCalls,
  getCall,
  getCallCertificate,
  getCallProof,
  ...moneyEndpoints,
  ...Object.values(adDoors),
  saveOrders,
  listOrders,
  listCallOrders,
  getRevenueReport,
  getOrderRules,
  setOrderRules,
  ...Object.values(formDoors),
  listShops,
  connectShop,
  ...Object.values(shopSightDoors),
  pauseRecording,
  resumeRecording,
  announceNewcomer,
  tellNewcomer,
  saySpam,
  ...Object.values(callNoteDoors),
  createTestCall,
  createRecordingLink,
  playRecording,
  streamLive,
  previewRecordingDecision,
  listRecordingPlaces,
  listOverrides,
  keepOverride,
  withdrawOverride,
  listRuleSets,
  compareRuleSets,
  listProofs,
  listPools,
  choosePoolPolicy,
  listSites,
  ...Object.values(siteSightDoors),
  listNumbers,
  exportNumbers,
  searchNumbers,
  buyNumber,
  importNumber,
  markNumber,
  releaseNumber,
  getNumberLimits,
  getPollution,
  listNotices,
  seeNotices,
  saveNumberLimits,
  changeDestination,
  getCallFlow,
  setCallFlow,
  checkCallFlow,
  listCallerPlaces,
  declareCallerPlace,
  importCallerPlaces,
  withdrawCallerPlace,
  getPlacesOfCall,
  declarePlaceOfCall,
  forgetCallerPlace,
  listSounds,
  uploadSound,
  playSound,
  ...Object.values(destinationDoors),
  ...Object.values(quietDoors),
  ...accountEndpoints,
  listJobs,
  retryJob,
  ...Object.values(invitationDoors),
  getSiteConfig,
  swapNumbers,
  countPage,
  sendBeacon,
  reportSnippet,
  getHealth,
  getReadiness,
];
