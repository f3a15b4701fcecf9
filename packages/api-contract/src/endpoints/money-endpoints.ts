import type { Endpoint } from "../endpoint.ts";
import { channelRuleDoors } from "./channel-rule-doors.ts";
import {
  exportCallReport,
  getCallReport,
  getCallValue,
  removeCallValue,
  saveCosts,
  setCallValue,
} from "./money-doors.ts";
import { importCosts } from "./cost-import-door.ts";
import { overviewDoors } from "./overview-doors.ts";

/** What calls cost, what they were worth and what they add up to. */
export const moneyEndpoints: readonly Endpoint[] = [
  getCallValue,
  setCallValue,
  removeCallValue,
  ...Object.values(overviewDoors),
  getCallReport,
  exportCallReport,
  saveCosts,
  importCosts,
  ...Object.values(channelRuleDoors),
];
