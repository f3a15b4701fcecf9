// Writes a picture of every page of the plugin to reports/pictures. Run after a build.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { aPool, aRingingCall, anAnsweredCall, callId } from "@ringtrail/admin-screens/testing";
import { startSite } from "./site.ts";

const folder = fileURLToPath(new URL("../reports/pictures/", import.meta.url));
await mkdir(folder, { recursive: true });
const site = await startSite();
await site.connect();
const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
site.server.world.calls.push(aRingingCall(1, ago(0)), anAnsweredCall(2, ago(9)), anAnsweredCall(3, ago(70)));
site.server.world.pools.push(aPool(new Date()));
const page = await site.openPage({ asAdmin: true });
for (const [size, viewport] of [
  ["wide", { width: 1280, height: 860 }],
  ["phone", { width: 390, height: 844 }],
] as const) {
  await page.setViewportSize(viewport);
  for (const [name, address, wait] of [
    ["calls", "ringtrail", ".rt-calls"],
    ["call", `ringtrail#/calls/${callId(2)}`, "article"],
    ["numbers", "ringtrail-numbers", ".rt-number"],
    ["recording-consent", "ringtrail-recording-consent", ".rt-headline"],
    ["settings", "ringtrail-settings", "#submit"],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=${address}`);
    await page.waitForSelector(wait);
    await page.screenshot({ path: `${folder}${name}-${size}.png`, fullPage: true });
  }
}
await site.close();
console.log(`Pictures are in ${folder}`);
