import { anApiKey, anAuditEntry, aPerson, aSite, aToldConversion } from "@ringtrail/admin-screens/testing";
import { thousand, type ScreenRow } from "./screen-row.ts";

/** Screens on which an owner sets something up. */
export const setUpScreens: readonly ScreenRow[] = [
  {
    name: "sites",
    place: "/sites",
    shown: ".rt-targets",
    empty: /Not seen yet/,
    many: ({ addedSites }) => void addedSites.push(...thousand.map((nth) => aSite(nth))),
    open: async (page) => {
      for (const how of await page.locator(".rt-card:has(.rt-targets) summary").all()) await how.click();
      await page.getByRole("button", { name: "Look at it" }).click();
      await page.locator(".rt-page-numbers").waitFor();
      await page.getByRole("button", { name: "Begin healthcare mode" }).click();
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
    open: async (page) => {
      await page.getByText("Hold something", { exact: true }).click();
      await page.getByRole("button", { name: "Hold it" }).click();
      await page.getByText("A visitor asks by the id in their cookie", { exact: true }).click();
      await page.getByRole("region", { name: "Limits" }).getByLabel("Numbers at most").fill("many");
      await page.getByRole("region", { name: "Limits" }).getByRole("button", { name: "Save" }).click();
      await page.getByRole("region", { name: "Carriers" }).getByText("Telnyx").waitFor();
    },
    many: ({ settings }) => {
      settings.people.push(...thousand.map((nth) => aPerson(nth)));
      settings.apiKeys.push(...thousand.map((nth) => anApiKey(nth)));
      settings.audit.push(...thousand.map((nth) => anAuditEntry(nth)));
    },
  },
];
