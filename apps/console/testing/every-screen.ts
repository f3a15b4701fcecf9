import {
  aDelivery,
  aDestination,
  anAnsweredCall,
  anAuditEntry,
  anOrder,
  anOverview,
  aPerson,
  aPool,
  aSite,
  aToldConversion,
  callId,
  type ContractWorld,
} from "@ringtrail/admin-screens/testing";
import type { Page } from "playwright-core";

/** A screen as the pictures and the sweep know it. */
export interface ScreenRow {
  readonly name: string;
  /** The part of the address after `#`. */
  readonly place: string;
  /** What stands there once the screen has what it is about, in a filled world. */
  readonly shown: string;
  /** What an account reads in which nothing has happened yet; undefined for a screen that never is without content. */
  readonly empty?: RegExp;
  /** A thousand of what the screen lists; undefined for a screen without a list that grows. */
  readonly many?: (world: ContractWorld) => void;
  /** The server says it once and for all: it is never asked again, so nothing shown grows old. */
  readonly isForGood?: true;
  /** What a picture opens first. */
  readonly open?: (page: Page) => Promise<void>;
}

const thousand = Array.from({ length: 1_000 }, (_, nth) => 1_000 - nth);

/** Every screen. A new one joins the pictures and the sweep by a row here. */
export const everyScreen: readonly ScreenRow[] = [
  {
    name: "overview",
    place: "/overview",
    shown: ".rt-chart .recharts-surface",
    empty: /No calls in these days/,
    many: (world) => {
      const month = anOverview("2026-11-26");
      const [day] = month.days;
      const year = Array.from({ length: 400 }, (_, nth) =>
        new Date(Date.UTC(2025, 9, 23 + nth)).toISOString().slice(0, 10),
      );
      const total = { ...month.total, from: year[0] ?? "", to: year.at(-1) ?? "", calls: 1_234_567 };
      world.overview = { ...month, total, days: day === undefined ? [] : year.map((name) => ({ ...day, day: name })) };
    },
  },
  {
    name: "calls",
    place: "/calls",
    shown: ".rt-calls",
    empty: /No calls yet/,
    many: ({ calls }) => void calls.push(...thousand.map((nth) => anAnsweredCall(nth, new Date()))),
  },
  { name: "call", place: `/calls/${callId(2)}`, shown: "article h1" },
  { name: "ringing", place: `/calls/${callId(1)}`, shown: "article h1" },
  {
    name: "numbers",
    place: "/numbers",
    shown: ".rt-number",
    empty: /No numbers yet/,
    many: ({ pools }) => {
      const pool = aPool(new Date());
      const free = { state: "free", slice: "any", sharers: 0 } as const;
      const numbers = thousand.map((nth) => ({ ...free, id: callId(5_000 + nth), e164: `+1415${5_550_000 + nth}` }));
      pools.push({ ...pool, numbers });
    },
  },
  { name: "sources", place: "/sources", shown: ".rt-rules", isForGood: true },
  { name: "call-flows", place: "/call-flows", shown: ".rt-flow" },
  {
    name: "recording-consent",
    place: "/recording-consent",
    shown: "[role=listbox]",
    open: async (page) => {
      await page.getByRole("option", { name: /^Washington \(/ }).click();
      await page.getByText("Change a rule", { exact: true }).click();
      await page.getByRole("button", { name: "Change the rule" }).click();
      await page.waitForSelector(".rt-headline");
    },
  },
  {
    name: "orders",
    place: "/orders",
    shown: ".rt-column table",
    many: ({ orders }) => void orders.push(...thousand.map((nth) => anOrder(nth))),
  },
  {
    name: "destinations",
    place: "/destinations",
    shown: ".rt-log",
    many: ({ destinations, deliveries }) => {
      destinations.push(aDestination(1));
      deliveries.push(...thousand.map((nth) => aDelivery(nth, aDestination(1).id)));
    },
    open: async (page) => {
      await page.getByText("Add a destination", { exact: true }).click();
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.locator(".rt-log summary").first().click();
    },
  },
  {
    name: "sites",
    place: "/sites",
    shown: ".rt-targets",
    empty: /Not seen yet/,
    many: ({ addedSites }) => void addedSites.push(...thousand.map((nth) => aSite(nth))),
    open: async (page) => {
      for (const how of await page.locator(".rt-card:has(.rt-targets) summary").all()) await how.click();
    },
  },
  {
    name: "ad-platforms",
    place: "/ad-platforms",
    shown: ".rt-sales",
    empty: /No call was told yet/,
    many: ({ conversions }) => void conversions.push(...thousand.map((nth) => aToldConversion(nth))),
    open: async (page) => {
      await page.getByRole("button", { name: "Set up: Google Analytics 4" }).click();
      await page.getByRole("button", { name: "Set up", exact: true }).click();
    },
  },
  {
    name: "settings",
    place: "/settings",
    shown: ".rt-settings",
    many: ({ settings }) => {
      settings.people.push(...thousand.map((nth) => aPerson(nth)));
      settings.audit.push(...thousand.map((nth) => anAuditEntry(nth)));
    },
  },
];
