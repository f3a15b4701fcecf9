import { anAnsweredCall, anOrder, anOtherTracker, aWaitingCall, callId } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const cardOf = (page: Page, name: string): Locator => page.getByRole("region", { name });

test("a merchant sees what the phone sold beside the web, the rule of each order, the calls that wait, and another tracker", async () => {
  const { world, requests } = desk.server();
  world.calls.push(anAnsweredCall(1, new Date()));
  world.orders.push(
    anOrder(1),
    anOrder(2, { rule: "caller", placedBy: "staff", hasVisit: false, call: callId(1) }),
    anOrder(3, { rule: "none", call: undefined, cancelled: true }),
    anOrder(4, { rule: "none", call: undefined, hasVisit: false, currency: "EUR", net: 12.5 }),
  );
  world.waitingCalls.push(aWaitingCall(1));
  world.otherTrackers.push(anOtherTracker());
  const page = await desk.openSignedIn("/calls");
  await page.getByRole("link", { name: "Orders" }).click();

  const revenue = cardOf(page, "Revenue by phone and on the web");
  await revenue.getByRole("row", { name: "Paid social $75.00 $60.00 to $90.00 $0.00 $30.00 2.5 ×" }).waitFor();
  await revenue.getByRole("row", { name: "Together $100.00 $70.00 $40.00" }).waitFor();
  await revenue.getByText("1 order over ¥900 is kept and not added up").waitFor();
  await revenue.getByRole("combobox", { name: "By" }).selectOption("campaign");
  await revenue.getByRole("row", { name: "Kettles" }).waitFor();
  await page.getByText("7 days", { exact: true }).click();
  const asked = () => requests.filter(({ line }) => line.includes("/v1/reports/revenue")).map(({ line }) => line);
  await expect.poll(() => new Set(asked().map((line) => /from=([\d-]+)/.exec(line)?.[1])).size).toBe(2);

  const orders = cardOf(page, "Orders, and the rule that found their call");
  await orders.getByRole("row", { name: /^#1001 .*\$100\.00 By phone: the visit that called$/ }).waitFor();
  await orders.getByRole("row", { name: /^#1002 .* By phone: the customer’s number$/ }).waitFor();
  await orders.getByRole("row", { name: /^#1003 .* cancelled On the web: its own visit$/ }).waitFor();
  await orders.getByRole("row", { name: /^#1004 .*€12\.50 On the web: no visit known$/ }).waitFor();
  await cardOf(page, "Calls waiting for an order").getByText("Paid social").waitFor();
  await page.getByText("Your pages also load the call tracker callrail.com").first().waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
  // On a phone nothing is wider than the screen.
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await orders.getByRole("link", { name: "By phone: the visit that called" }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/calls/${callId(1)}`);
});

test("an owner says how orders find their call; a window that is none stands beside its field", async () => {
  const page = await desk.openSignedIn("/orders");
  await page.getByText("No orders yet.", { exact: true }).waitFor();
  await page.getByText("No call waits for an order.").waitFor();
  const card = cardOf(page, "How an order finds its call");
  const days = card.getByLabel("Days a call counts for the orders after it");
  expect(await days.inputValue()).toBe("7");

  await days.fill("400");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByRole("alert").getByText("90 at most").waitFor();
  await days.fill("14");
  await card.getByLabel("Match orders that your staff took by the customer’s phone number").check();
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Saved.").waitFor();
  expect(desk.server().world.orderRules).toEqual({ windowDays: 14, matchesCallers: true });
});

test("a server that cannot answer is told, and asked again", async () => {
  desk.server().world.failWith = 403;
  const page = await desk.openSignedIn("/orders");
  await page.getByText("You may not see this.").first().waitFor();
  desk.server().world.failWith = undefined;
  await page.getByRole("button", { name: "Try again" }).first().click();
  await page.getByText("No orders yet.").first().waitFor();
});
