import { expect, test } from "vitest";
import { Phi } from "../index.ts";
import { Recipient } from "./index.ts";

const crm = { kind: "destination", name: "CRM", isHealthcare: true, coveredBy: undefined } as const;
const caller = Phi.seal("+14155550123");

test("a place nobody covers is told of no caller of a clinic", () => {
  expect(Recipient.admit(crm)).toEqual({ ok: false, reason: { code: "recipient_uncovered", name: "CRM" } });
  expect(Recipient.admit({ ...crm, coveredBy: "  " }).ok).toBe(false);
});

test("a covered place is told, and so is any place of a site that is no clinic", () => {
  for (const asked of [
    { ...crm, coveredBy: "Example Inc., 2026-03-01" },
    { ...crm, isHealthcare: false },
  ]) {
    const admitted = Recipient.admit(asked);
    expect(admitted.ok && Phi.tell(caller, admitted.value)).toBe("+14155550123");
  }
});

test("what only looks like a recipient is told nothing when somebody casts it", () => {
  const forged = { kind: "destination", name: "CRM" } as unknown as Recipient;

  expect(Phi.tell(caller, forged)).toBeUndefined();
  expect(Phi.tell(caller, Object.create(Recipient.prototype) as Recipient)).toBeUndefined();
});
