import { aSite, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("a site is set up: what is wrong stands beside its field, and its card says how to install and what was seen", async () => {
  const { world } = desk.server();
  const page = await desk.openSignedIn("/sites");
  await page.getByRole("region", { name: "Bay Plumbing" }).getByText("Not seen yet").waitFor();
  await page.getByText("Add a site", { exact: true }).click();
  const form = page.locator(".rt-add-site");
  await form.getByLabel("Its address").fill("shop.example");
  await form.getByLabel("The phone number on its pages").fill("12");
  await form.getByRole("button", { name: "Set it up" }).click();
  await form.getByRole("alert").getByText("Write a name").waitFor();
  await form.getByLabel("Name of the site").fill("Shop");
  await form.getByRole("button", { name: "Set it up" }).click();
  await form.getByRole("alert").getByText("This is no phone number.").waitFor();
  expect(await form.getByLabel("Its address").inputValue()).toBe("shop.example");
  await form.getByLabel("The phone number on its pages").fill("+14155550142");
  world.siteCheck = {
    lastSeenAt: new Date(Date.now() - 180_000).toISOString(),
    pages: 2,
    lastSwapAt: new Date(Date.now() - 240_000).toISOString(),
    adClicks: [{ source: "google", clicks: 3, keywords: 0 }],
  };
  await form.getByRole("button", { name: "Set it up" }).click();

  const card = page.getByRole("region", { name: "Shop", exact: true });
  await card.getByText("Seen 3 minutes ago from 2 pages").waitFor();
  await card.getByText("Last swap 4 minutes ago.").waitFor();
  await card.getByText("Install it on your pages").click();
  expect(await card.getByLabel("To be copied").inputValue()).toContain("/v1/sites/site-0/ringtrail.js");
  await card.getByLabel("Your pages are made with").selectOption("WordPress");
  await card.getByText("Install the plugin").waitFor();
  await card.getByText("Let ads tell their keywords").click();
  await card.getByText("3 clicks came without a keyword").waitFor();
  await card.getByText("No click of it was seen").waitFor();
  await card.getByText("What visitors must agree to").click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
  world.failWith = 500;
  await page.locator(".components-notice").getByText("may be old").first().waitFor();
  await card.getByText("Seen 3 minutes ago").waitFor();
});

test("an owner’s own page shows what would be swapped, the alarm what fell silent, and a clinic is begun on purpose", async () => {
  const { world } = desk.server();
  const at = new Date(Date.now() - 7_200_000).toISOString();
  world.heard = [
    { site: callId(800), what: "visits", name: "Bay Plumbing", state: "heard", lastHeardAt: at },
    { site: callId(800), what: "calls", name: "+14155550100", state: "silent", lastHeardAt: at, missed: 12 },
  ];
  const page = await desk.openSignedIn("/sites");
  const alarm = page.getByRole("region", { name: "Silence alarm" });
  await alarm.getByText("12 were missed since then.").waitFor();
  expect(await alarm.getByRole("listitem").first().innerText()).toContain("Silent");

  const card = page.getByRole("region", { name: "Bay Plumbing" });
  await card.getByText("What would be swapped on your own page").click();
  await card.getByLabel("Address of a page").fill("https://elsewhere.example/");
  await card.getByRole("button", { name: "Look at it" }).click();
  await card.getByRole("alert").getByText("This page is not of the site.").waitFor();
  expect(await card.getByLabel("Address of a page").inputValue()).toBe("https://elsewhere.example/");
  await card.getByLabel("Address of a page").fill("https://plumber.example/contact");
  await card.getByRole("button", { name: "Look at it" }).click();
  await card.getByText("Call (415) 555-0100(415) 555-0131 today").waitFor();
  await card.getByText("Left alone: none of yours to swap").waitFor();
  await card.getByText("No visitor who agreed has opened this page").waitFor();
  const threeAgo = new Date(Date.now() - 180_000).toISOString();
  world.siteCheck = { pages: 2, adClicks: [], lastSeenAt: threeAgo, lastSwapAt: threeAgo };
  await card.getByRole("button", { name: "Look at it" }).click();
  await card.getByText("This page was opened 3 minutes ago, by 12 visits in the last 30 days.").waitFor();
  await card.getByText("A number of yours last stood on it 3 minutes ago.").waitFor();

  await card.getByText("Healthcare mode", { exact: true }).click();
  await card.getByRole("button", { name: "Begin healthcare mode" }).click();
  await card.getByRole("alert").getByText("This is not the name of the site.").waitFor();
  expect(world.flow?.isHealthcare).toBeUndefined();
  await card.getByLabel("Write “Bay Plumbing” to begin").fill("Bay Plumbing");
  await card.getByRole("button", { name: "Begin healthcare mode" }).click();
  await card.getByLabel("The fewest calls a report shows").fill("3");
  await card.getByRole("alert").getByText("Write a whole number from 5 to 100").waitFor();
  await card.getByLabel("The fewest calls a report shows").fill("11");
  await card.getByLabel("Breaking the glass takes a second person").check();
  await card.getByRole("button", { name: "Add pages" }).click();
  await card.getByLabel("Path 1").fill("implants");
  await card.getByLabel("Counted as 1").fill("Implants");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByRole("alert").getByText("Write a path such as /implants").waitFor();
  expect(world.flow?.healthcare?.pageGroups).toBeUndefined();
  await card.getByLabel("Path 1").fill("/implants/*");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Saved.").waitFor();
  expect(world.flow).toMatchObject({
    isHealthcare: true,
    healthcare: {
      smallestCell: 11,
      needsSecondPerson: true,
      pageGroups: [{ path: "/implants/*", group: "Implants" }],
    },
  });
  // The tag of a clinic counts its pages, and there is a second line for pages that have the script alone.
  await card.getByText("Install it on your pages").click();
  await expect.poll(() => card.getByLabel("To be copied").inputValue()).toContain('referrerpolicy="no-referrer"');
  expect(await card.getByLabel("What counts pages").inputValue()).toContain("/snippet/latest/ringtrail-pages.js");
  await card.getByLabel("Your pages are made with").selectOption("Google Tag Manager");
  expect(await card.getByLabel("To be copied").inputValue()).toMatch(/ringtrail\.js".*\n.*ringtrail-pages\.js"/);
  expect(await findBarriers(page)).toEqual([]);
});

test("a plugin is let in by its code, and knows a clinic’s callers only where a tick says so, which is off", async () => {
  const { world } = desk.server();
  world.addedSites.push({ ...aSite(1), name: "Bay Clinic", isHealthcare: true });
  const page = await desk.openSignedIn("/connect/BCDF-GHJK");
  const form = page.getByRole("region", { name: "Connect a site" });
  await form.getByText("“Bay Clinic” at https://clinic.example").waitFor();
  const tick = form.getByLabel("This site may handle callers’ data");
  expect(await tick.count()).toBe(0);
  await form.getByLabel("Site", { exact: true }).selectOption("Bay Clinic");
  expect(await tick.isChecked()).toBe(false);
  await tick.check();
  await form.getByLabel("Site", { exact: true }).selectOption("Bay Plumbing");
  await form.getByLabel("Site", { exact: true }).selectOption("Bay Clinic");
  expect(await tick.isChecked()).toBe(false);
  await tick.check();
  expect(await findBarriers(page)).toEqual([]);
  await form.getByRole("button", { name: "Approve" }).click();
  await page.getByText("Connected. You can go back to your site.").first().waitFor();
  expect(world.approvals.get("BCDF-GHJK")).toEqual({ site: aSite(1).id, mayKnowCallers: true });
});
