import { anAnsweredCall } from "@ringtrail/admin-screens/testing";
import { afterEach, expect, test } from "vitest";
import { site } from "./the-site.ts";

/** The administrator's language, which wp-admin speaks from then on. */
const speak = (locale: string): Promise<string> =>
  site.wordpress.runPhp(`update_user_meta( 1, 'locale', '${locale}' );`);

/** wp-admin in another language, and from right to left. */
export function languagePromises(): void {
  // Also after a test that failed: whoever comes next reads English, from left to right.
  afterEach(async () => {
    await speak("");
    await site.wordpress.runPhp("@unlink( WPMU_PLUGIN_DIR . '/2-rtl.php' );");
  });

  test("the shared screens speak the language of wp-admin, also the parts that are loaded later", async () => {
    await speak("de_DE");
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-recording-consent`);
    const words = page.getByRole("region", { name: "Was Anrufern gesagt wird" });
    await words.getByLabel("Anrufer hören").waitFor({ timeout: 600_000 });

    // The table of calls is DataViews, which looks for its words where no plugin's are.
    site.server.tell(anAnsweredCall(1, new Date()));
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);
    await page.getByRole("columnheader", { name: "Einstiegsseite" }).getByRole("button").press("Enter");
    await page.getByRole("menuitem", { name: "Spalte ausblenden" }).press("Enter");
    await expect.poll(() => page.locator(".rt-calls thead th").count()).toBe(4);
  }, 660_000);

  test("a language that is read from right to left mirrors the screens, and nothing sticks out", async () => {
    // So a language says which way it is read; its files need not be there for that.
    const rtl = "<?php $GLOBALS['text_direction'] = 'rtl';";
    await site.wordpress.runPhp(
      `file_put_contents( WPMU_PLUGIN_DIR . '/2-rtl.php', base64_decode( '${btoa(rtl)}' ) );`,
    );
    site.server.tell(anAnsweredCall(1, new Date()));
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);
    const first = page.locator(".rt-calls tbody tr").first();
    await first.waitFor();
    const seen = await page.evaluate(() => {
      const cells = [...document.querySelectorAll<HTMLElement>(".rt-calls tbody tr:first-child > *")];
      const lefts = cells.map((cell) => cell.getBoundingClientRect().left);
      const screens = document.getElementById("ringtrail-screens");
      return {
        direction: getComputedStyle(screens ?? document.body).direction,
        sheet: [...document.styleSheets].some(({ href }) => href?.includes("ringtrail/build/index-rtl.css")),
        isMirrored: (lefts[0] ?? 0) > (lefts.at(-1) ?? 0),
        sticksOut: (screens?.scrollWidth ?? 0) > (screens?.clientWidth ?? 0),
      };
    });
    expect(seen).toEqual({ direction: "rtl", sheet: true, isMirrored: true, sticksOut: false });
  });
}
