import {
  AccountShown,
  ApiKeyShown,
  AuditLogPage,
  PersonShown,
  SessionShown,
  CallDetail,
  CallFlowShown,
  DecisionPreview,
  DeliveryShown,
  DestinationShown,
  FormShown,
  OrderShown,
  OtherTrackerList,
  CarrierList,
  CreditReportShown,
  OverviewShown,
  RentedNumberShown,
  PoolState,
  RecordingPlaces,
  RevenueReportShown,
  RuleSetDiffShown,
  SoundList,
  WaitingCallList,
} from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aDelivery, aDestination } from "./sample-deliveries.ts";
import { anOrder, anOtherTracker, aRevenueReport, aWaitingCall } from "./sample-orders.ts";
import { sampleCarriers } from "./answer-keeping.ts";
import { aRentedNumber } from "./answer-numbers.ts";
import { aCallReport } from "./sample-money.ts";
import { aForm } from "./sample-forms.ts";
import { aPool } from "./sample-pool.ts";
import { sampleDiff, samplePlaces } from "./sample-consent.ts";
import { sampleFlow, sampleSounds } from "./sample-flow.ts";
import { anEmptyOverview, anOverview } from "./sample-overview.ts";
import { anApiKey, anAuditEntry, aPerson, settingsOfOne } from "./sample-settings.ts";
import { samplePreview } from "./sample-preview.ts";
import { aRingingCall, anAnsweredCall, aSuspectedCall } from "./sample-calls.ts";

test("the played server sends what the contract says a real one sends", () => {
  expect(() => CallDetail.parse(aRingingCall(1, new Date()))).not.toThrow();
  expect(() => CallDetail.parse(anAnsweredCall(2, new Date()))).not.toThrow();
  expect(() => CallDetail.parse(aSuspectedCall(3, new Date()))).not.toThrow();
  expect(() => RecordingPlaces.parse(samplePlaces(["US-TX"]))).not.toThrow();
  expect(() => RuleSetDiffShown.parse(sampleDiff())).not.toThrow();
  expect(() => DecisionPreview.parse(samplePreview({ caller: { number: "+14155550123" } }))).not.toThrow();
  expect(() => CallFlowShown.parse(sampleFlow())).not.toThrow();
  expect(() => SoundList.parse(sampleSounds([], "http://server", 1))).not.toThrow();
  expect(() => DestinationShown.parse(aDestination(1))).not.toThrow();
  expect(() => DeliveryShown.parse(aDelivery(1, aDestination(1).id))).not.toThrow();
  expect(() => RentedNumberShown.parse(aRentedNumber(1))).not.toThrow();
  const { session, people, accounts } = settingsOfOne();
  expect(() => SessionShown.parse(session)).not.toThrow();
  expect(() => PersonShown.array().parse([...people, aPerson(1)])).not.toThrow();
  expect(() => AccountShown.array().parse(accounts)).not.toThrow();
  expect(() => ApiKeyShown.parse(anApiKey(1))).not.toThrow();
  expect(() => AuditLogPage.parse({ entries: [anAuditEntry(1)] })).not.toThrow();
  expect(() => FormShown.array().parse([aForm(1), aForm(2)])).not.toThrow();
  expect(() => OrderShown.parse(anOrder(1))).not.toThrow();
  expect(() => WaitingCallList.parse({ calls: [aWaitingCall(1)] })).not.toThrow();
  expect(() => OtherTrackerList.parse({ trackers: [anOtherTracker()] })).not.toThrow();
  const days = { from: "2026-11-01", to: "2026-11-30" };
  expect(() => RevenueReportShown.parse(aRevenueReport("campaign", days))).not.toThrow();
  expect(() => OverviewShown.parse(anOverview("2026-11-26"))).not.toThrow();
  expect(() => OverviewShown.parse(anEmptyOverview())).not.toThrow();
  expect(() => CarrierList.parse(sampleCarriers())).not.toThrow();
  expect(() => CreditReportShown.parse(aCallReport(new URLSearchParams(days)))).not.toThrow();
  expect(() => PoolState.parse(aPool(new Date()))).not.toThrow();
});
