import { ownNumber, playApi } from "@ringtrail/snippet/testing";
import { expect, test } from "vitest";
import { site } from "./the-site.ts";

/** `wp ringtrail …`, for the long lane: each command starts another WordPress. */
export function commandPromises(): void {
  test("wp ringtrail connects by a key, and says of a page whether it is ready", async () => {
    const api = await playApi();
    const page = await site.wordpress.runPhp(`
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Looked at',
        'post_content' => '<p><a href="tel:${ownNumber}">(415) 555-0100</a></p>' ) ) );
    `);
    const run = (...words: readonly string[]): Promise<string> => site.wordpress.wpCli("ringtrail", ...words);
    await expect(run("connect", "http://calls.example.com", "--api-key=k")).rejects.toThrow(/over plain http/);
    expect(await run("connect", api.url, "--api-key=k", "--site-key=demo")).toContain("The site is connected.");
    const said = await run("test-swap", page);
    expect(said).toMatch(/is swapped[\s\S]*The page is ready\./);
    await api.close();
    await site.connect();
  });

  test("wp ringtrail status says what Site Health says", async () => {
    // It ends with an error where a test found something critical; what it says is looked at either way.
    const said = await site.wordpress.wpCli("ringtrail", "status").catch(String);
    expect(said).toMatch(/connected {4}good {9}The server answers for the account Demo\./);
    for (const name of ["served", "swapped", "clock", "duplicates", "pollution", "fallback"]) {
      expect(said).toMatch(new RegExp(`^${name} +(good|recommended|critical) `, "m"));
    }
  });
}
