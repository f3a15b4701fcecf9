import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { browse } from "../testing/browse.ts";

const open = browse();
const body = `<p id="text">(415) 555-0100</p><a href="tel:+14155550100">x</a>`;
const lent = "(415) 555-0123";

test("a policy that trusts only what carries the nonce, and Trusted Types on top", async () => {
  const { page } = await open({
    body,
    head: (api) => `<script nonce="n1" async src="${api}/v1/sites/demo/ringtrail.js"></script>`,
    policy: (api) =>
      `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${api}; require-trusted-types-for 'script'; trusted-types 'none'`,
  });

  await expect.poll(() => page.textContent("#text")).toBe(lent);
});

test("the overlay, too, opens under Trusted Types and a nonce, and says what was done and why not", async () => {
  const { page, api } = await open({
    path: "/?gclid=test-1&ringtrail=debug",
    body: `${body}<p data-ringtrail-ignore>Fax (415) 555-0100</p><p>Other: 212-555-0177</p>`,
    head: (api) => `<script nonce="n1" async src="${api}/v1/sites/demo/ringtrail.js"></script>`,
    policy: (api) =>
      `default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src ${api}; require-trusted-types-for 'script'; trusted-types 'none'`,
    // A test reads what an owner sees; the overlay's own root is closed.
    before: () => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (this: Element) {
        return attach.call(this, { mode: "open" });
      };
    },
  });
  const panel = (): Promise<string> =>
    page.evaluate(() => document.querySelector("ringtrail-debug")?.shadowRoot?.textContent ?? "");

  await expect.poll(panel).toContain("+14155550123 in <p> is this visit's.");

  const said = await panel();
  expect(said).toContain("Full: the visitor said yes or need not be asked.");
  expect(said).toContain("it stands in a part marked data-ringtrail-ignore");
  expect(said).toContain("212-555-0177 looks like a number and is none of the site's.");
  expect(said).toMatch(/Wrong number/);
  expect(api.asked).toContain("/snippet/0.0.0/ringtrail-debug.js");
});

test("nobody downloads the overlay unasked", async () => {
  const { page, api } = await open({ body });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  expect(api.asked.join()).not.toContain("debug");
});

test.each([
  ["the right hash lets a pinned version run", true],
  ["a wrong hash does not, and the page stays as it is", false],
])("%s", async (_promise, isRight) => {
  const file = await readFile(new URL("../dist/ringtrail.js", import.meta.url));
  const hash = createHash("sha384")
    .update(isRight ? file : "other")
    .digest("base64");
  const head = (api: string): string =>
    `<script async src="${api}/snippet/0.0.0/ringtrail.js" data-site="demo" integrity="sha384-${hash}" crossorigin="anonymous"></script>`;
  const { page } = await open({ body, head });
  await page.waitForLoadState("networkidle");

  await expect.poll(() => page.textContent("#text")).toBe(isRight ? lent : "(415) 555-0100");
});

test("served first-party under another name, it asks where it is told to", async () => {
  const file = await readFile(new URL("../dist/ringtrail.js", import.meta.url), "utf8");
  const { page } = await open({
    body,
    pages: { "/assets/help.js": file },
    head: (api) =>
      `<script type="application/json" id="ringtrail-config">{"site":"demo","server":"${api}"}</script><script async src="/assets/help.js"></script>`,
  });

  await expect.poll(() => page.textContent("#text")).toBe(lent);
});

const failures: [what: string, before: () => void, door: "open" | "broken" | "held"][] = [
  ["the server hangs", () => undefined, "held"],
  ["the server is broken", () => undefined, "broken"],
  ["fetch is gone", () => void Object.assign(window, { fetch: undefined }), "open"],
  ["observers are gone", () => void Object.assign(window, { MutationObserver: undefined }), "open"],
  ["JSON was replaced", () => void Object.assign(JSON, { stringify: () => "nonsense" }), "held"],
];

test.each(failures)("whatever fails on our side, the page stays as it was: %s", async (what, before, door) => {
  const { page } = await open({
    body,
    before,
    config: { holdMs: 400 },
    arrange: (played) => {
      played.door = door;
      played.hearsNonsense = what === "JSON was replaced";
    },
  });
  await page.waitForLoadState("load");
  await page.mouse.move(5, 5);
  await page.evaluate(() => new Promise((passed) => setTimeout(passed, 600)));

  const html = await page.evaluate(() => document.body.innerHTML);

  expect(html).toBe(body);
  expect(await page.evaluate(() => CSS.highlights.get("ringtrail")?.size ?? 0)).toBe(0);
});
