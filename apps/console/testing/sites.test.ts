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
