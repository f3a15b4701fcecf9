import { filterQuery, readFilter, type CallsFilter, type SpamFilter } from "./calls-filter.ts";
import { daysQuery, readDays, type OverviewDays } from "./overview-days.ts";

export type { CallsFilter, SpamFilter } from "./calls-filter.ts";
export type { OverviewDays } from "./overview-days.ts";

/** Screens whose address is their name and nothing more. A new screen joins by a line here and one in `screens.tsx`. */
const plainScreens = [
  "sources",
  "numbers",
  "call-flows",
  "recording-consent",
  "forms",
  "orders",
  "ad-platforms",
  "destinations",
  "sites",
  "settings",
] as const;

/** A screen without anything to ask of its address. */
export type PlainScreen = (typeof plainScreens)[number];

/** Where a person is among the screens. */
export type Place =
  | ({ readonly screen: "overview" } & OverviewDays)
  | ({ readonly screen: "calls" } & CallsFilter)
  | { readonly screen: "call"; readonly call: string }
  | { readonly screen: PlainScreen };

const callId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The days of an overview's place. */
export function overviewDaysOf({
  screen: _screen,
  ...days
}: Extract<Place, { readonly screen: "overview" }>): OverviewDays {
  return days;
}

/** What narrows the calls of a list's place. */
export function filterOf({ screen: _screen, ...filter }: Extract<Place, { readonly screen: "calls" }>): CallsFilter {
  return filter;
}

/** The part of an address that names a place: `/overview?days=7`, `/calls`, `/calls/spam`, `/calls?channel=direct`, `/calls/<id>`, `/numbers`. */
export function pathOf(place: Place): string {
  if (place.screen === "call") return `/calls/${place.call}`;
  if (place.screen === "overview") return `/overview${daysQuery(overviewDaysOf(place))}`;
  if (place.screen !== "calls") return `/${place.screen}`;
  const { spam, ...filter } = filterOf(place);
  const list = spam === undefined ? "/calls" : spam === "hide" ? "/calls/without-spam" : "/calls/spam";
  return `${list}${filterQuery(filter)}`;
}

/** Reads a place; an address nobody gave out leads home. */
export function placeAt(address: string, home: Place): Place {
  const [path = "", query = ""] = address.split("?", 2);
  const [, first, second, ...rest] = path.split("/");
  const plain = plainScreens.find((screen) => screen === first);
  if (second === undefined && plain !== undefined) return { screen: plain };
  if (second === undefined && first === "overview") return { screen: "overview", ...readDays(query) };
  if (first !== "calls" || rest.length > 0) return home;
  if (callId.test(second ?? "")) return { screen: "call", call: second ?? "" };
  const spam = spamIn(second);
  return spam === "nowhere" ? home : { screen: "calls", ...readFilter(query), ...(spam && { spam }) };
}

function spamIn(part: string | undefined): SpamFilter | undefined | "nowhere" {
  switch (part) {
    case undefined:
    case "":
      return undefined;
    case "without-spam":
      return "hide";
    case "spam":
      return "only";
    default:
      return "nowhere";
  }
}
