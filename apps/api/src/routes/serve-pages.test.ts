import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SiteConfig } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";

/** The app with built files of each kind in its folders. */
async function aServingApp() {
  return await aTestApp({}, ({ server }) => {
    const folder = path.join(server.dataFolder, "built");
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    write("demo/index.html", "<h1>Demo</h1>");
    write("demo/services.html", "<h1>Services</h1>");
    write("demo/assets/demo.css", "h1{}");
    write("console/index.html", "<h1>Console</h1>");
    write("console/assets/index-C0ffee12.js", "0");
    write("snippet/ringtrail.js", "snippet");
    write("snippet/ringtrail-debug.js", "snippet");
    write("secret.txt", "secret");
    const served = {
      merchant: undefined,
      demo: `${folder}/demo`,
      console: `${folder}/console`,
      snippet: `${folder}/snippet`,
    };
    return { server: { ...server, served } };
  });
}

const pages: [path: string, holds: string][] = [
  ["/demo", "Demo"],
  ["/demo/", "Demo"],
  ["/demo/services", "Services"],
  ["/demo/contact", "Demo"],
  ["/demo/assets/demo.css", "h1{}"],
  ["/console/", "Console"],
  ["/console/calls/0196f0f0-0000-7000-8000-000000000000", "Console"],
];

test.each(pages)("200: %s", async (address, holds) => {
  const { app } = await aServingApp();

  const response = await app.request(address);

  expect(response.status).toBe(200);
  expect(await response.text()).toContain(holds);
});

test.each(["/demo/../secret.txt", "/demo/%2e%2e/secret.txt", "/demo/..%2fsecret.txt", "/demo/assets/none.css"])(
  "404: %s",
  async (address) => {
    const { app } = await aServingApp();

    const response = await app.request(`http://localhost${address}`);

    expect(await response.text()).not.toBe("secret");
    expect(response.status).toBe(404);
  },
);

test.each(["/demo", "/console/", "/docs"])(
  "200: %s runs and wears only our own files, framed by nobody",
  async (page) => {
    const { app } = await aServingApp();

    const { headers } = await app.request(page);

    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "script-src 'self';",
      "style-src 'self';",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  },
);

test("200: a file named after its content is kept for good, a page is asked for again", async () => {
  const { app } = await aServingApp();

  const built = await app.request("/console/assets/index-C0ffee12.js");
  const page = await app.request("/console/");

  expect(built.headers.get("cache-control")).toContain("immutable");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const again = await app.request("/console/", { headers: { "if-none-match": page.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

const snippets: [address: string, cache: string][] = [
  ["/snippet/1.2.3/ringtrail.js", "public, max-age=31536000, immutable"],
  ["/snippet/latest/ringtrail.js", "public, max-age=300"],
  ["/snippet/1.0.0/ringtrail.js", "public, max-age=300"],
  ["/snippet/latest/ringtrail-debug.js", "public, max-age=300"],
];

test.each(snippets)("200: %s is kept as %s, by pages of every origin", async (address, cache) => {
  const { app } = await aServingApp();

  const response = await app.request(address, { headers: { origin: "https://any.example" } });

  expect(await response.text()).toBe("snippet");
  expect(response.headers.get("cache-control")).toBe(cache);
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

test("200: a site's own script has its configuration in front, which runs nothing where a script runs already", async () => {
  const { app, shop } = await aServingApp();

  const response = await app.request(`/v1/sites/${shop.siteKey}/ringtrail.js`);

  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const text = await response.text();
  expect(text).toMatch(/\nsnippet$/);
  // Said anywhere else, no browser hears it.
  expect(text).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect([...text].every((one) => one.charCodeAt(0) < 128)).toBe(true);
  const page = { ringtrail: [{ answer: "granted" }] as Record<string, unknown>[] };
  new Function("self", "snippet", text)(page);
  expect(page.ringtrail[0]).toMatchObject({ site: shop.siteKey, server: "https://calls.example" });
  expect(SiteConfig.parse(page.ringtrail[0]?.["config"]).targets).toHaveLength(1);
  expect(page.ringtrail[1]).toEqual({ answer: "granted" });
  new Function("self", "snippet", text)({ ringtrail: { version: "1.2.3" } });
});

test("404 and 403: no script for a site that is not there, nor for a page that may not use it", async () => {
  const { app, shop } = await aServingApp();

  expect((await app.request("/v1/sites/nobody/ringtrail.js")).status).toBe(404);
  const headers = { origin: "https://evil.example" };
  expect((await app.request(`/v1/sites/${shop.siteKey}/ringtrail.js`, { headers })).status).toBe(403);
});

test("404: a snippet version that is none, and folders that were not built", async () => {
  const { app } = await aServingApp();
  const bare = await aTestApp();

  expect((await app.request("/snippet/..%2f..%2f/ringtrail.js")).status).toBe(404);
  expect((await bare.app.request("/snippet/latest/ringtrail.js")).status).toBe(404);
  expect((await bare.app.request("/demo")).status).toBe(404);
});

test("302: the bare address leads to the console", async () => {
  const { app } = await aServingApp();

  expect((await app.request("/")).headers.get("location")).toBe("/console/");
});
