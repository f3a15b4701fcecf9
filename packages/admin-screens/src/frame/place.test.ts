import { expect, test } from "vitest";
import { pathOf, placeAt, type Place } from "./place.ts";

const id = "0199f3c2-0000-7000-8000-000000000001";
const home: Place = { screen: "calls" };

test.each<Place>([
  { screen: "overview" },
  { screen: "overview", days: 7, compare: "none" },
  { screen: "overview", from: "2026-11-01", to: "2026-11-30", compare: "year", site: id },
  { screen: "calls" },
  {
    screen: "calls",
    channel: "paid_search",
    keyword: "",
    landingPage: "/a?b=c&d",
    from: "2026-11-01",
    to: "2026-11-02",
  },
  {
    screen: "calls",
    spam: "hide",
    who: "nobody",
    outcome: "missed",
    firstTime: "yes",
    words: "émergency 50%",
    site: id,
  },
  { screen: "calls", spam: "hide" },
  { screen: "calls", spam: "only" },
  { screen: "call", call: id },
  { screen: "sources" },
  { screen: "numbers" },
  { screen: "call-flows" },
  { screen: "recording-consent" },
  { screen: "destinations" },
  { screen: "settings" },
  { screen: "sites" },
  { screen: "forms" },
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

test("what nobody gave out in an address is passed over", () => {
  expect(placeAt("/calls?outcome=odd&from=2026-1-1&who=me&site=x&source=google", home)).toEqual({
    screen: "calls",
    source: "google",
  });
  expect(placeAt("/overview?days=0&compare=x&from=2026-11-01", home)).toEqual({ screen: "overview" });
});
