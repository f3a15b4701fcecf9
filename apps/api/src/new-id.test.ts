import { expect, test } from "vitest";
import { newId, timeOfId } from "./new-id.ts";

test("an id is a UUIDv7 that tells when it was made", () => {
  const id: string = newId(1_767_225_600_123);

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(timeOfId(id)).toBe(1_767_225_600_123);
});

test("later ids sort after earlier ones", () => {
  expect([newId(3), newId(1), newId(2)].toSorted().map(timeOfId)).toEqual([1, 2, 3]);
});

test("other text tells no time", () => {
  expect(timeOfId("550e8400-e29b-41d4-a716-446655440000")).toBeUndefined();
  expect(timeOfId("")).toBeUndefined();
});
