import { aPool } from "@ringtrail/admin-screens/testing";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { serveJson } from "./serve-json.ts";
import { site } from "./the-site.ts";

const closings: (() => void)[] = [];

/** A server of the owner's that opens connect requests, and nothing else. */
async function aServer(answer: unknown): Promise<string> {
  const { url, close } = await serveJson(() => [201, answer]);
  closings.push(close);
  return url;
}

async function openConnect(): Promise<Page> {
  await site.connect({ server: "", api_key: "", site_key: "" });
  const page = await site.openPage({ asAdmin: true });
  await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`);
  return page;
}

async function askFor(page: Page, server: string): Promise<void> {
  await page.getByLabel("Address of your Ringtrail server").fill(server);
  await page.getByRole("button", { name: "Get a code" }).click();
}

const wrongAddresses: readonly (readonly [server: () => Promise<string>, words: string])[] = [
  [async () => "http://calls.example.com", "over plain http everybody on the way could read"],
  [async () => "calls example", "it must look like https://calls.example.com"],
  [async () => "http://127.0.0.1:9", "The Ringtrail server does not answer."],
  [() => aServer({ hello: "world" }), "not as a Ringtrail server does"],
];

/** The connect screen, where something goes wrong, and the test call at its end. */
export function connectPromises(): void {
  afterAll(() => closings.forEach((close) => close()));

  test("the connect screen says what to do of plain http, of a wrong address, of another server and of an old code", async () => {
    const page = await openConnect();
    // Before anybody is asked for an address: what a server is, who can host it, what works without one.
    await page.getByText("What is a server, and do I need one?").click();
    for (const words of ["It is free software that you own", "can host it", "Without a server the block"]) {
      await page.locator("#ringtrail-connect details").getByText(words).waitFor();
    }
    for (const [server, words] of wrongAddresses) {
      await askFor(page, await server());
      await page.locator("#ringtrail-connect").getByRole("alert").getByText(words).waitFor();
      // The form below goes on working.
      expect(await page.locator("#submit").isEnabled(), words).toBe(true);
    }
    const approveUrl = "https://calls.example/console/#/connect/BCDF-GHJK";
    await askFor(page, await aServer({ code: "BCDF-GHJK", secret: "s", approveUrl }));
    await page.getByText("BCDF-GHJK").waitFor();
    await site.wordpress.runPhp("delete_transient( 'ringtrail_connect_1' );");
    await page.getByRole("alert").getByText("The code has expired. Ask for a new one.").waitFor();
    expect(await page.getByText("BCDF-GHJK").count()).toBe(0);
    await site.connect();
  });

  test("a key that was revoked is said on the connect screen, and connecting anew is one press away", async () => {
    await site.connect({ api_key: "rt_test_revoked_key" });
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await page.locator("#ringtrail-connect").getByText("The Ringtrail server refuses the API key.").waitFor();
    await page.getByRole("button", { name: "Connect anew" }).click();
    await page.getByRole("button", { name: "Get a code" }).waitFor();
    await site.connect();
  });

  test("once connected a number can be rung, and the server's no is said in its words", async () => {
    await site.connect({ site_key: "site-key" });
    site.server.world.pools.push(aPool(new Date()));
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await page.getByLabel("Number to ring").selectOption("+14155550150");
    await page.getByRole("button", { name: "Ring it now" }).click();
    await page.locator("#ringtrail-connect").getByText("It rings. Look under Calls").waitFor();

    const answer = await site.admin.fetch("/wp-json/ringtrail/v1/test-calls", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to: "+14155550199" }),
    });
    expect([answer.status, (await answer.json()).code]).toEqual([409, "carrier_not_fake"]);
    site.server.world.pools.splice(0);
    await site.connect();
  });
}
