import { expect, test } from "vitest";
import { drawUsMap } from "./draw-us-map.ts";
import { nextPlace } from "./next-place.ts";
import { placesOnMap } from "./place-of-fips.ts";

const places = drawUsMap().places.map((drawn) => ({ ...drawn, name: drawn.place }));

test("every state, the district and every territory is drawn, and inside the picture", () => {
  const { width, height } = drawUsMap();

  expect(placesOnMap).toHaveLength(56);
  expect(places.map(({ place }) => place)).toEqual(placesOnMap);
  for (const { place, at, outline } of places) {
    expect(outline.length, place).toBeGreaterThan(20);
    expect(at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height, place).toBe(true);
  }
});

test.each([
  ["US-KS", "ArrowUp", "US-NE"],
  ["US-KS", "ArrowDown", "US-OK"],
  ["US-KS", "ArrowLeft", "US-CO"],
  ["US-KS", "ArrowRight", "US-MO"],
  ["US-CA", "ArrowLeft", undefined],
  ["US-CA", "Home", "US-AK"],
  ["US-CA", "End", "US-WY"],
  ["US-KS", "Enter", undefined],
])("from %s %s leads to %s", (from, key, to) => {
  expect(nextPlace(places, from, key)).toBe(to);
});

test("a letter goes round the places whose names begin with it", () => {
  const named = [
    { place: "US-TN", name: "Tennessee", at: [0, 0] },
    { place: "US-TX", name: "Texas", at: [0, 1] },
    { place: "US-UT", name: "Utah", at: [0, 2] },
  ] as const;

  expect(nextPlace(named, "US-TN", "t")).toBe("US-TX");
  expect(nextPlace(named, "US-TX", "T")).toBe("US-TN");
  expect(nextPlace(named, "US-TX", "z")).toBeUndefined();
});

test("the arrow keys alone reach every place from any other", () => {
  const reached = new Set(["US-KS"]);
  const open = ["US-KS"];
  for (const here of open) {
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      const next = nextPlace(places, here, key);
      if (next === undefined || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  expect([...reached].toSorted()).toEqual(placesOnMap);
});
