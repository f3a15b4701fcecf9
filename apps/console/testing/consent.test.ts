import { anAnsweredCall, callId } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const open = (): Promise<Page> => desk.openSignedIn("/recording-consent");
const mapOf = (page: Page): Locator => page.getByRole("listbox", { name: "Map of the United States" });
const onMap = (page: Page, name: string): Locator => mapOf(page).getByRole("option", { name: `${name} (` });
const decision = (page: Page): Locator => page.locator(".rt-decision");

describe("the map", () => {
  test("answers for this business, with the rule and its citation, every state and territory", async () => {
    const page = await open();
    await onMap(page, "Texas").waitFor();

    expect(await mapOf(page).getByRole("option").count()).toBe(56);
    const said = await onMap(page, "Washington").getAttribute("aria-label");
    expect(said).toBe(
      "Washington (WA): Announce, inside the recording too. The law of Washington decides: where the caller may be. Washington Code § 1",
    );
    for (const far of ["Puerto Rico", "Guam", "American Samoa", "U.S. Virgin Islands", "District of Columbia"]) {
      expect(await onMap(page, far).getAttribute("aria-label")).toContain("§ 1");
    }
  });

  test("changes with the business: what a Californian business must do it must do for every caller", async () => {
    const page = await open();
    await page.getByLabel("Try another place of business").selectOption("US-CA");
    await mapOf(page).getByRole("option", { name: "Texas (TX): Announce. The law of California decides" }).waitFor();

    await page.getByText("Each place alone").click();
    await mapOf(page).getByRole("option", { name: "Texas (TX): No notice needed." }).waitFor();
    await page.getByRole("radiogroup").getByText("For your calls").click();
    await page.getByRole("button", { name: "Back to your own" }).click();
    await mapOf(page).getByRole("option", { name: "Texas (TX): No notice needed." }).waitFor();
  });

  test("tells answers apart by patterns, not by colours alone", async () => {
    const page = await open();
    const fillOf = (name: string): Promise<string | null> => onMap(page, name).locator(".rt-land").getAttribute("fill");

    const fills = await Promise.all(["Texas", "Florida", "Connecticut"].map(fillOf));
    expect(new Set(fills).size).toBe(3);
    for (const fill of fills) expect(await page.locator(`pattern${/#[^)]+/.exec(fill ?? "")?.[0]}`).count()).toBe(1);
  });

  test("shows under the pointer what it keeps after a press", async () => {
    const page = await open();
    const panel = page.locator(".rt-panel");
    await onMap(page, "Montana").hover();
    await panel.getByRole("heading", { name: "Montana" }).waitFor();
    await onMap(page, "Colorado").click();
    await page.mouse.move(0, 0);

    await panel.getByRole("heading", { name: "Colorado" }).waitFor();
    expect(await panel.textContent()).toContain("Colorado Code § 1");
  });

  test("is one stop for the keyboard, and the arrows, letters and Enter do the rest", async () => {
    const page = await open();
    await onMap(page, "Texas").waitFor();
    expect(await mapOf(page).locator("[tabindex='0']").count()).toBe(1);
    await page.getByRole("radio", { name: "For your calls" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("w");
    await page.locator(".rt-panel h3", { hasText: "Washington" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator(".rt-panel h3", { hasText: "Oregon" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await onMap(page, "Oregon").getAttribute("aria-selected")).toBe("true");

    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await decision(page).getByText("Oregon, where the caller may be.").waitFor();
  });
});

describe("a question about one call", () => {
  test("is read in plain words: answer, rule, places, readings, authorities, rule set and what it is not", async () => {
    const page = await open();
    await page.getByLabel("Where the caller says they are").selectOption("DE");
    await decision(page).getByRole("heading", { name: "Ask first, and record only after a yes." }).waitFor();

    const words = (await decision(page).textContent()) ?? "";
    expect(words).toContain("The law of Germany decides.");
    expect(words).toContain("Germany, where the caller may be. This decides.");
    expect(words).toContain("Texas, where you do business.");
    expect(words).toContain("If the law of the place of recording counts");
    expect(words).toContain("Germany Code § 1 ✓ source read, 2026-11");
    expect(words).toContain("Rule set current 1.0.0, as of 2026-11. Facts with citations, not legal advice.");
    expect(words).toContain("ab".repeat(32));
  });

  test("says beside the field what is wrong with a number, and loses nothing typed", async () => {
    const page = await open();
    const number = page.getByLabel("Caller's number");
    await number.fill("555-0123");
    await number.press("Enter");
    await page.getByRole("alert").getByText("This is no phone number.").waitFor();
    expect(await number.getAttribute("aria-invalid")).toBe("true");
    expect(await number.inputValue()).toBe("555-0123");

    await number.fill("+1 415 555 0123");
    await number.press("Enter");
    await decision(page).getByText("California, where the caller may be.").waitFor();
    expect(await number.getAttribute("aria-invalid")).toBeNull();
  });
});

test("what changed between two rule sets stands with its reason and its authority", async () => {
  const page = await open();
  const diff = page.getByRole("region", { name: "What changed between two rule sets" });
  await diff.getByText("Added: 1").waitFor();

  expect(await diff.textContent()).toContain("The 2017 list omits Delaware.Delaware Code § 1");
  await diff.getByLabel("Later rule set").waitFor();
  expect(desk.server().requests.map(({ line }) => line)).toContain(
    "GET /v1/recording-consent/rule-sets/diff?before=us-2017-article&after=current",
  );
});

test("every place can be searched, and one without a rule is said to count as unknown", async () => {
  const page = await open();
  const search = page.getByRole("searchbox", { name: "Search a place" });
  await search.fill("germ");
  await page.locator(".rt-places").getByRole("rowheader", { name: "Germany" }).waitFor();
  expect(await page.locator(".rt-places tbody tr").count()).toBe(1);
  await search.fill("Atlantis");
  await page.getByText("No place of this name has a rule.").waitFor();
});

test("the chain of proofs leads to every call and its certificate, page by page", async () => {
  for (let count = 4; count > 0; count--) desk.server().world.calls.push(anAnsweredCall(count, new Date()));
  const page = await open();
  const chain = page.getByRole("region", { name: "Proofs" });
  await chain.getByRole("listitem").first().waitFor();
  expect(await chain.getByRole("listitem").count()).toBe(10);
  expect(await chain.getByRole("link", { name: "Certificate" }).first().getAttribute("href")).toBe(
    `/v1/calls/${callId(4)}/certificate`,
  );
  await chain.getByRole("button", { name: "Earlier proofs" }).click();
  await chain.getByRole("listitem").nth(11).waitFor();
  await chain.getByRole("link", { name: "Call" }).last().click();
  await page.waitForURL(`**/#/calls/${callId(1)}`);
});

test("a rule the owner changed is shown with who did it, when and why", async () => {
  desk.server().world.overrides["US-MT"] = { reason: "Our lawyers want it", author: "Ann Owner", date: "2026-11-24" };
  const page = await open();
  const card = page.getByRole("region", { name: "Rules you changed" });
  await card.getByRole("listitem").getByText("Our lawyers want it").waitFor();
  expect(await card.textContent()).toContain("Changed by Ann Owner on 2026-11-24");

  await onMap(page, "Montana").click();
  await page.locator(".rt-panel").getByText("Changed by Ann Owner on 2026-11-24: Our lawyers want it").waitFor();
});

describe("when something is missing", () => {
  test("an account without a place of business is told where to begin", async () => {
    desk.server().world.businessPlaces.length = 0;
    const page = await open();
    await page.getByText("Choose a place of business above").waitFor();
    await page.getByLabel("Try another place of business").selectOption("US-CA");
    await decision(page).getByRole("heading", { name: "Announce first, then record." }).waitFor();
  });

  test("a server that is broken is a sentence with a way on", async () => {
    desk.server().world.failWith = 403;
    const page = await open();
    await page.getByText("You may not see this.").waitFor();
    desk.server().world.failWith = undefined;
    await page.getByRole("button", { name: "Try again" }).click();
    await onMap(page, "Texas").waitFor();
  });

  test("a lost network keeps what was shown, and says so", async () => {
    const page = await open();
    await decision(page).getByRole("heading").first().waitFor();
    await onMap(page, "Texas").waitFor();
    await page.context().setOffline(true);
    await page.getByText("Offline: what you see may be old").waitFor();
    await page.getByLabel("Try another place of business").selectOption("US-CA");

    await page.getByText("What you see may be old.").first().waitFor();
    expect(await mapOf(page).getByRole("option").count()).toBe(56);
    expect(await decision(page).getByRole("heading").count()).toBeGreaterThan(0);
  });

  test("the screen's own code is asked for again when the network lost it", async () => {
    const page = await desk.openSignedIn("/calls");
    await page.getByText("No calls yet").waitFor();
    await page.route(/draw-us-map/, (route) => route.abort());
    await page.getByRole("link", { name: "Recording consent" }).click();
    await page.getByText("The server cannot be reached.").waitFor();
    await decision(page).getByRole("heading").first().waitFor();
  });
});

// Each width and each scheme once; each width in each scheme in the long lane.
test.each([
  ["light", { width: 1280, height: 900 }],
  ["dark", { width: 390, height: 844 }],
  ...(process.env["RINGTRAIL_TEST_ALL"] === "1"
    ? ([
        ["dark", { width: 1280, height: 900 }],
        ["light", { width: 390, height: 844 }],
      ] as const)
    : []),
] as const)("nobody is kept out, %s at %o", async (colorScheme, viewport) => {
  const page = await open();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  await onMap(page, "Washington").click();
  await decision(page).getByRole("heading").first().waitFor();
  await page.locator("details").evaluateAll((all) => all.forEach((folded) => folded.setAttribute("open", "")));

  expect(await findBarriers(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
