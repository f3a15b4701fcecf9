import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsOfKind, auditKinds, isOfKind } from "./audit-kind.ts";

const known = auditKinds.flatMap((kind) => actionsOfKind(kind).actions);

test("every action is of exactly one kind, one nobody has heard of too", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...known), fc.string()), (action) => {
      expect(auditKinds.filter((kind) => isOfKind(action, kind))).toHaveLength(1);
    }),
  );
});

test("what is not listed is a setting; what is listed is not", () => {
  expect(isOfKind("call_flow.set", "setting")).toBe(true);
  expect(isOfKind("__proto__", "setting")).toBe(true);
  expect(isOfKind("recording.played", "setting")).toBe(false);
  expect(isOfKind("recording.played", "play")).toBe(true);
});
