// Writes a picture of every screen, light and dark, wide and on a phone, to reports/pictures. Run after a build.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { playedPerson, startContractServer } from "@ringtrail/admin-screens/testing";
import { launchBrowser } from "@tooling/harness";
import { clinicScreens, fillClinic } from "./clinic-screens.ts";
import { everyScreen, type ScreenRow } from "./every-screen.ts";
import { fillWorld } from "./fill-world.ts";

const folder = fileURLToPath(new URL("../reports/pictures/", import.meta.url));
const server = await startContractServer({ console: fileURLToPath(new URL("../dist", import.meta.url)) });
fillWorld(server.world, Date.now());
const asked = process.argv.slice(2);
const wanted = (rows: readonly ScreenRow[]): readonly ScreenRow[] =>
  asked.length === 0 ? rows : rows.filter(({ name }) => asked.includes(name));
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const scheme of ["light", "dark"] as const) {
  for (const [size, viewport] of [
    ["wide", { width: 1280, height: 860 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    const page = await browser.newPage({ colorScheme: scheme, viewport });
    const shoot = async (name: string): Promise<void> => {
      // A head that stays on top would stand in the middle of what was scrolled.
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: `${folder}${name}-${scheme}-${size}.png`, fullPage: true });
    };
    await page.goto(`${server.url}/console/`);
    await page.waitForSelector("form");
    await shoot("sign-in");
    await page.fill("[name=email]", playedPerson.email);
    await page.fill("[name=password]", playedPerson.password);
    await page.click("button[type=submit]");
    await page.waitForSelector(".cs-nav");
    const walk = async (rows: readonly ScreenRow[]): Promise<void> => {
      for (const { name, place, shown, open } of wanted(rows)) {
        // A screen that was open already would show what it was told before.
        await page.goto("about:blank");
        await page.goto(`${server.url}/console/#${place}`);
        await page.locator(shown).first().waitFor();
        await open?.(page);
        await shoot(name);
      }
    };
    await walk(everyScreen);
    const takeBack = fillClinic(server.world);
    await walk(clinicScreens);
    takeBack();
    await page.context().close();
  }
}
await browser.close();
await server.close();
console.log(`Pictures are in ${folder}`);
