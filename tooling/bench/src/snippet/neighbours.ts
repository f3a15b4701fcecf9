import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";

/** A script that pages carry, as its makers give it. */
export interface Tracker {
  readonly name: string;
  readonly code: string;
  /** What the page says to it besides its address. */
  readonly attributes?: string;
}

/** Scripts many pages carry already; none of them looks for a phone number. */
export async function bringNeighbours(): Promise<readonly Tracker[]> {
  return [
    {
      name: "Plausible",
      code: await bundle(`import { init } from "@plausible-analytics/tracker";
        init({ domain: "shop.test", endpoint: "/sink/plausible", captureOnLocalhost: true });`),
    },
    { name: "Umami", code: await minifyUmami(), attributes: `data-website-id="shop" data-host-url="/sink"` },
    {
      name: "PostHog",
      code: await bundle(`import posthog from "posthog-js";
        posthog.init("phc_shop", { api_host: location.origin + "/sink", disable_session_recording: true });`),
    },
  ];
}

async function bundle(contents: string): Promise<string> {
  const bundled = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2021",
    legalComments: "none",
    write: false,
  });
  return bundled.outputFiles[0]?.text ?? "";
}

/** Umami's package holds the source of its page script, which its server minifies. */
async function minifyUmami(): Promise<string> {
  const source = await readFile(new URL(import.meta.resolve("umami/src/tracker/index.js")), "utf8");
  return (await transform(source, { minify: true, target: "es2021" })).code;
}
