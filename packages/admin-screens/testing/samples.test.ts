import { CallDetail, PoolState } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aPool } from "./sample-pool.ts";
import { aRingingCall, anAnsweredCall } from "./sample-calls.ts";

test("the played server sends what the contract says a real one sends", () => {
  expect(() => CallDetail.parse(aRingingCall(1, new Date()))).not.toThrow();
  expect(() => CallDetail.parse(anAnsweredCall(2, new Date()))).not.toThrow();
  expect(() => PoolState.parse(aPool(new Date()))).not.toThrow();
});
