import { readFile } from "node:fs/promises";
import { anAnsweredCall, aPool, aRingingCall, callId } from "@ringtrail/admin-screens/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

/** The shared screens in wp-admin. */
export function adminPromises(): void {
  describe("wp-admin", () => {
    beforeAll(() => site.connect());

    test("lists a call with its source and opens it", async () => {
      site.server.tell(anAnsweredCall(1, new Date(Date.now() - 60_000)));
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);

      const row = page.locator(".rt-calls tbody tr").first();
      await row.getByText("Paid search: google / cpc").waitFor();
      expect(await row.textContent()).toContain("emergency plumber");
      await row.getByRole("link").click();
      await page.getByText("Tapped the number 4 seconds before the ring").waitFor();
      expect(await page.locator('[data-fact="keyword"] dd').textContent()).toBe("emergency plumber");
    });

    test("shows a call that begins to ring without a reload", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);
      await page.locator(".rt-calls").waitFor();
      site.server.tell(aRingingCall(2, new Date()));

      await page.locator(".rt-calls tbody tr", { hasText: "Ringing" }).waitFor();
    });

    test("plays a recording through a link the server made", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail#/calls/${callId(1)}`);
      await page.getByRole("button", { name: "Play" }).click();

      await page.getByRole("button", { name: "Pause" }).waitFor();
    });

    test("saves a call's certificate and its proof as files, word for word", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail#/calls/${callId(1)}`);
      const saved = async (name: string): Promise<readonly string[]> => {
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name, exact: true }).click(),
        ]);
        return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
      };

      const certificate = [`certificate-${callId(1)}.html`, `<h1>Certificate of ${callId(1)}</h1>`];
      expect(await saved("Certificate")).toEqual(certificate);
      // An empty object is hashed as one: PHP must not have read and written it.
      const proof = [`proof-${callId(1)}.json`, expect.stringContaining('"facts":{}')];
      expect(await saved("Proof as a file")).toEqual(proof);
    });

    test("shows the state of every number", async () => {
      site.server.world.pools.push(aPool(new Date()));
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-numbers`);

      await page.locator('.rt-number[data-state="grace"]').waitFor();
      expect(await page.locator(".rt-number").count()).toBe(9);
    });

    test("adds up what calls come to", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-overview`);
      await page.locator(".rt-head").getByRole("heading", { name: "Overview" }).waitFor();
      await page.getByText("Days begin at midnight in").waitFor();
    });

    test("the map of recording consent answers in wp-admin, and a wrong number is said beside its field", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-recording-consent`);
      const map = page.getByRole("listbox", { name: "Map of the United States" });
      await map.getByRole("option", { name: "Washington (WA): Announce, inside the recording too." }).waitFor();
      await page.getByRole("heading", { name: "Announce first, then record." }).waitFor();

      await page.getByLabel("Caller's number").fill("555-0123");
      await page.getByLabel("Caller's number").press("Enter");
      await page.getByRole("alert").getByText("This is no phone number.").waitFor();
      await page.getByLabel("Caller's number").fill("+4930123456");
      await page.getByLabel("Caller's number").press("Enter");
      await page.getByRole("heading", { name: "Ask first, and record only after a yes." }).waitFor();
    });

    test("loads the screens on their own pages only", async () => {
      const { cookie } = site.admin;
      expect(await pageText(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`, { cookie })).toContain(
        "ringtrail/build/index.js",
      );
      const dashboard = await pageText(`${site.wordpress.url}/wp-admin/index.php`, { cookie });
      expect(dashboard).not.toContain("ringtrail/build/index.js");
      // What visitors' pages carry is nothing for wp-admin.
      expect(dashboard).not.toContain("ringtrail/public/ringtrail.js");
      expect(dashboard).toContain("ringtrail/build/widget.js");
      expect(await pageText(`${site.wordpress.url}/wp-admin/edit.php`, { cookie })).not.toContain("ringtrail/build");
    });
  });
}
