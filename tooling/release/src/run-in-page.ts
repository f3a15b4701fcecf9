import { launchBrowser } from "@tooling/harness";
import { build } from "esbuild";

const address = "http://page.test/";

/**
 * Bundles an installed example as a site's own build does and lets a page in Chromium run it. No request leaves the
 * machine: a package of the page must bear a server that does not answer.
 *
 * @throws with the page's errors when there are any.
 */
export async function runInPage(project: string, file: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [file],
    outdir: "out",
    bundle: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const script = outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
    await page.route("**/*", (route) =>
      route.request().url() === address
        ? route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Example</title><main></main>" })
        : route.abort(),
    );
    await page.goto(address);
    await page.addScriptTag({ type: "module", content: `${script}\nwindow.exampleRan = true;` });
    await page.waitForFunction("window.exampleRan === true", undefined, { timeout: 10_000 }).catch(() => undefined);
    if (errors.length > 0) throw new Error(`${file} breaks the page:\n${errors.join("\n")}`);
    if ((await page.evaluate("window.exampleRan")) !== true) throw new Error(`${file} did not run to its end.`);
  } finally {
    await browser.close();
  }
}
