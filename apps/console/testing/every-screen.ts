import {
  aDelivery,
  aDestination,
  aForm,
  anAnsweredCall,
  anOrder,
  anOverview,
  aPool,
  callId,
} from "@ringtrail/admin-screens/testing";
import { thousand, type ScreenRow } from "./screen-row.ts";
import { setUpScreens } from "./set-up-screens.ts";

const longAgo = "2026-11-02T10:00:00.000Z";

export type { ScreenRow } from "./screen-row.ts";

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
  {
    name: "call",
    place: `/calls/${callId(2)}`,
    shown: "article h1",
    open: async (page) => {
      await page.getByRole("region", { name: "What it was", exact: true }).waitFor();
      await page.getByRole("button", { name: "Play" }).click();
      await page.locator(".rt-wave").waitFor();
      await page.getByRole("button", { name: "Pause" }).click();
    },
  },
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
  {
    name: "sources",
    place: "/sources",
    shown: ".rt-rules",
    isForGood: true,
    empty: /No calls in these days/,
    open: async (page) => {
      await page.locator(".rt-models").waitFor();
      await page.getByText("If the report leaves something out", { exact: true }).click();
    },
  },
  { name: "call-flows", place: "/call-flows", shown: ".rt-flow" },
  {
    name: "recording-consent",
    place: "/recording-consent",
    shown: "[role=listbox]",
    many: ({ callerPlaces }) => {
      const said = {
        kind: "declared",
        place: "US-CA",
        name: "California",
        basis: "a form",
        declaredBy: "cli",
      } as const;
      const declared = { ...said, phone: "+1…42", declaredAt: longAgo };
      callerPlaces.push(...thousand.map((nth) => ({ ...declared, id: `place-${nth}` })));
    },
    open: async (page) => {
      await page.getByRole("option", { name: /^Washington \(/ }).click();
      await page.getByText("Change a rule", { exact: true }).click();
      await page.getByRole("button", { name: "Change the rule" }).click();
      await page.waitForSelector(".rt-headline");
    },
  },
  {
    name: "forms",
    place: "/forms",
    shown: ".rt-sales",
    empty: /No forms in these days/,
    many: ({ forms }) => void forms.push(...thousand.map((nth) => aForm(nth))),
  },
  {
    name: "orders",
    place: "/orders",
    shown: ".rt-column table",
    many: ({ orders, waitingCalls }) => {
      orders.push(...thousand.map((nth) => anOrder(nth)));
      waitingCalls.push(...thousand.map((nth) => ({ id: callId(nth), rangAt: longAgo })));
    },
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
  ...setUpScreens,
];
