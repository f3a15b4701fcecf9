import { anAnsweredCall, anEmptyOverview, anOverview, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";

const desk = atADesk();
const asked = (path: string): readonly string[] =>
  desk.server().requests.flatMap(({ line }) => (line.startsWith(`GET ${path}?`) ? [line] : []));

test("a figure, a channel and a day lead to the calls behind them, which can be narrowed, searched and walked by keys", async () => {
  desk.server().world.overview = anOverview("2026-11-26");
  desk.server().world.calls.push(anAnsweredCall(2, new Date()), anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn("/overview");
  await page.getByRole("link", { name: /^Missed/ }).click();
  await page.getByRole("button", { name: "Take off: Missed" }).waitFor();
  expect(asked("/v1/calls").at(-1)).toContain("outcome=missed&fromDay=2026-10-28&toDay=2026-11-26");
  await page.goBack();
  await page.getByRole("link", { name: "emergency plumber" }).click();
  await page.getByRole("button", { name: "Take off: Keyword: emergency plumber" }).click();
  await page.getByRole("button", { name: "Take off: Oct 28 – Nov 26" }).click();
  await page.locator(".rt-chips button").waitFor({ state: "detached" });

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("/");
  expect(await page.getByRole("searchbox").evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("drain/j");
  await page.keyboard.press("Enter");
  await expect.poll(() => asked("/v1/calls").at(-1)).toContain("words=drain%2Fj");
  expect(await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href")).toBe(
    "/v1/calls.csv?words=drain%2Fj",
  );
  await page.getByRole("heading", { name: "Calls" }).click();
  await page.locator(".rt-calls tbody tr").nth(1).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Why we think so" }).waitFor();
  expect(page.url()).toContain(`#/calls/${callId(1)}`);
});

test("days of one's own are checked beside their fields and kept in the address, with what they are compared with", async () => {
  const pageGroups = [
    { kind: "named" as const, name: "Implants", opened: 1_240, tapped: 31 },
    { kind: "hidden" as const, opened: 7, tapped: 0 },
  ];
  desk.server().world.overview = { ...anEmptyOverview(), pageGroups };
  const page = await desk.openSignedIn("/overview");
  await page.getByText("No calls in these days").waitFor();
  const groups = page.getByRole("region", { name: "Page groups" }).getByRole("row");
  await groups.getByText("Too few to be named").waitFor();
  expect((await groups.allInnerTexts()).join(" ")).toMatch(/Implants\s+1,240\s+31/);
  await page.getByLabel("From").fill("2026-11-20");
  await page.getByLabel("To", { exact: true }).fill("2026-11-10");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("alert").getByText("The last day lies before the first.").waitFor();
  expect(await page.getByLabel("From").inputValue()).toBe("2026-11-20");

  await page.getByLabel("To", { exact: true }).fill("2026-11-25");
  await page.getByRole("button", { name: "Show" }).click();
  await expect.poll(() => page.url()).toContain("from=2026-11-20&to=2026-11-25");
  await page.getByLabel("Compared with").selectOption("year");
  await expect.poll(() => asked("/v1/reports/overview").at(-1)).toContain("compare=year");
  await page.getByRole("link", { name: "7 days" }).click();
  await expect.poll(() => asked("/v1/reports/overview").at(-1)).toContain("days=7");
});
