import { expect, test } from "vitest";
import { pathOf, placeAt, type Place } from "./place.ts";

const id = "0199f3c2-0000-7000-8000-000000000001";
const home: Place = { screen: "calls" };

test.each<Place>([
  { screen: "calls" },
  { screen: "calls", spam: "hide" },
  { screen: "calls", spam: "only" },
  { screen: "call", call: id },
  { screen: "numbers" },
  { screen: "call-flows" },
  { screen: "recording-consent" },
  { screen: "destinations" },
  { screen: "orders" },
])("the address of $screen leads back to it", (place) => {
  expect(placeAt(pathOf(place), { screen: "numbers" })).toEqual(place);
});

test.each(["", "/", "/nowhere", "/calls/not-an-id", `/calls/${id}/more`, "/calls/../numbers", "/numbers/1"])(
  "the address %j that nobody gave out leads home",
  (path) => {
    expect(placeAt(path, home)).toEqual(home);
  },
);
