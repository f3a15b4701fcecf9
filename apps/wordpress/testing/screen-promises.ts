import { anAnsweredCall, anOrder, callId } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const cardOf = (page: Page, name: string): Locator => page.getByRole("region", { name });

async function open(name: string): Promise<Page> {
  const page = await site.openPage({ asAdmin: true });
  await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-${name}`);
  return page;
}

/** The shared screens beside calls, numbers and recording consent, for the long lane: each opens a page of wp-admin. */
export function screenPromises(): void {
  test("sources: models stand side by side in wp-admin, and an address says which rule fires; what is no address is said beside its field", async () => {
    await site.connect();
    site.server.tell(anAnsweredCall(1, new Date()));
    const page = await open("sources");
    await page.getByLabel("Address of the page").fill("not an address");
    await page.getByRole("button", { name: "Try" }).click();
    await page.getByRole("alert").getByText("This is no address of a web page.").waitFor();
    await page.getByLabel("Address of the page").fill("https://plumber.example/?gclid=1");
    await page.getByRole("button", { name: "Try" }).click();
    await page.getByRole("status").getByText("by rule 1, click_id_gclid").waitFor();

    const models = cardOf(page, "Models side by side");
    await models.getByRole("row", { name: /^Paid search 41.5.* 49.5 \+8/ }).waitFor();
    await models.getByRole("checkbox", { name: /^Linear/ }).check();
    await models.getByRole("row", { name: "Together 100 calls 100 calls 100 calls" }).waitFor();
    await models.getByRole("row", { name: /^Paid search 41.5.* 49.5 \+8.* 41.5 ±0/ }).waitFor();
  });

  test("orders: each says which rule found its call, and how they are matched is changed in wp-admin", async () => {
    const { world, tell } = site.server;
    tell(anAnsweredCall(1, new Date()));
    world.orders.push(anOrder(1), anOrder(2, { rule: "caller", placedBy: "staff", hasVisit: false, call: callId(1) }));
    const page = await open("orders");
    await page.getByRole("row", { name: /^#1001 .* By phone: the visit that called$/ }).waitFor();
    await page.getByRole("row", { name: /^#1002 .* By phone: the customer’s number$/ }).waitFor();
    const rules = cardOf(page, "How an order finds its call");
    await rules.getByLabel("Days a call counts").fill("14");
    await rules.getByRole("button", { name: "Save" }).click();
    await rules.getByText("Saved. It counts from the next order on.").waitFor();
    expect(world.orderRules).toEqual({ windowDays: 14, matchesCallers: false });
    world.orders.splice(0);
  });

  test("settings: the shared screen shows below the site's own what the site's key may do, and leaves people to the console", async () => {
    const { settings } = site.server.world;
    const { session } = settings;
    settings.session = {
      account: session.account,
      by: "key",
      name: "WordPress",
      scopes: ["calls:read", "sites:read", "callers:care"],
    };
    site.server.tell(anAnsweredCall(1, new Date()));
    const page = await open("settings");
    await page.getByText("This site has a key of its own.").waitFor();
    const wish = cardOf(page, "Somebody asks what is known, or to be forgotten");
    await wish.getByLabel("The number they call from").fill("555");
    await wish.getByRole("button", { name: "Show what is known" }).click();
    await wish.getByText("Write it with country code").waitFor();
    await wish.getByLabel("The number they call from").fill("+14155550123");
    await wish.getByRole("button", { name: "Show what is known" }).click();
    await wish.getByText("with a recording").first().waitFor();
    expect(await page.getByRole("region", { name: "Where you are signed in" }).count()).toBe(0);
    settings.session = session;
  });

  test("the guide to a site's privacy policy has our text in it", async () => {
    const guide = await pageText(`${site.wordpress.url}/wp-admin/options-privacy.php?tab=policyguide`, {
      cookie: site.admin.cookie,
    });
    expect(guide).toContain("we show you a phone number that is lent to your visit");
  });
}
