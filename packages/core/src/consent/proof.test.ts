import { expect, test } from "vitest";
import { aDecision, aProof } from "../../testing/index.ts";
import { chainStart } from "../hash-chain.ts";
import { proofText, type Proof } from "./index.ts";

const proof = (over: Partial<Proof> = {}) => ({ ...aProof(), sequence: 1, previousHash: chainStart.hash, ...over });

test("the order in which a database gives keys back changes nothing", () => {
  const { decision, ...rest } = proof();
  const turned = Object.fromEntries(Object.entries(decision).toReversed()) as unknown as typeof decision;

  expect(proofText({ decision: turned, ...rest })).toBe(proofText(proof()));
});

test("every field counts, the decision's too", () => {
  const changes: Partial<Proof>[] = [
    { kind: "heard" },
    { wording: "Other words" },
    { wordingSha256: "f".repeat(64) },
    { language: "es-US" },
    { sequence: 2 },
    { previousHash: "f".repeat(64) },
    { decision: aDecision({ minimum: "silent" }) },
    { key: "second" },
    { facts: { party: "business", told: "whisper" } },
    { facts: { party: "business", told: "standing" } },
  ];
  const texts = [{}, ...changes].map((change) => proofText(proof(change)));

  expect(new Set(texts).size).toBe(changes.length + 1);
});

test("a proof without key and facts hashes as it did before there were any", () => {
  const { call, kind, at, decision, wording, wordingSha256, language, sequence, previousHash } = proof();
  const before = { call, kind, at, decision, wording, wordingSha256, language, sequence, previousHash };

  expect(proofText(proof({ key: undefined, facts: undefined }))).toBe(proofText(before));
});

test("the hash is no part of what it covers", () => {
  expect(proofText({ ...proof(), hash: "f".repeat(64) } as Proof)).toBe(proofText(proof()));
});
