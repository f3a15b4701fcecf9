import { expect, test } from "vitest";
import { browse } from "../testing/browse.ts";
import { targetId } from "../testing/index.ts";

const open = browse();
const own = "(415) 555-0100";
const lent = "(415) 555-0123";
const policy = (): string => "default-src * 'unsafe-inline'";

test("an open shadow root's number is swapped, and what the root shows later; a closed one stays its own", async () => {
  const script = `for (const mode of ["open", "closed"]) {
    const root = document.getElementById(mode).attachShadow({ mode });
    root.innerHTML = "<p>${own}</p>";
    window[mode + "Root"] = root;
  }`;
  const body = `<p>${own}</p><div id="open"></div><div id="closed"></div><script>${script}</script>`;
  const { page } = await open({ body, policy });
  const text = (root: string): Promise<string | null> =>
    page.evaluate((name) => (window as unknown as Record<string, ShadowRoot>)[name]?.textContent ?? null, root);

  await expect.poll(() => text("openRoot")).toBe(lent);
  await page.evaluate((number) => {
    (window as unknown as { openRoot: ShadowRoot }).openRoot.append(` or ${number}`);
  }, own);

  await expect.poll(() => text("openRoot")).toBe(`${lent} or ${lent}`);
  expect(await text("closedRoot")).toBe(own);
});

test("a number that stands in a shadow root alone is lent, told as seen and given back", async () => {
  const body = `<div id="host"><template shadowrootmode="open">${own}</template></div>`;
  const { page, api } = await open({ body, policy });
  const text = (): Promise<string | null> =>
    page.evaluate(() => document.querySelector("#host")?.shadowRoot?.textContent ?? null);

  await expect.poll(text).toBe(lent);
  expect(api.swaps.at(-1)?.targets).toEqual([targetId]);
  await page.evaluate(() => window.ringtrail?.push({ answer: "denied" }));
  expect(await text()).toBe(own);
});

test("a widget whose class arrives later is looked into when it does", async () => {
  const { page } = await open({ body: `<p id="text">${own}</p><late-widget></late-widget>`, policy });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  await page.evaluate((number) => {
    customElements.define(
      "late-widget",
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: "open" }).textContent = number;
        }
      },
    );
  }, own);

  const text = (): Promise<string | null> =>
    page.evaluate(() => document.querySelector("late-widget")?.shadowRoot?.textContent ?? null);
  await expect.poll(text).toBe(lent);
});

test("a frame of the same origin is swapped, also when it goes to another page; a stranger's is not looked at", async () => {
  const pages = { "/frame": `<p>${own}</p>`, "/other": `<b>${own}</b>`, "/stranger": `<p>${own}</p>` };
  const body = `<p id="text">${own}</p><iframe src="/frame"></iframe><iframe src="/stranger" sandbox></iframe>`;
  const head = (api: string): string =>
    `<script>if (top === self) document.write('<script async src="${api}/snippet/latest/ringtrail.js" data-site="demo"><\\/script>')</script>`;
  const { page, api } = await open({ body, pages, policy, head });
  const inside = page.frameLocator("iframe").first();

  await expect.poll(() => inside.locator("p").textContent()).toBe(lent);
  await page.evaluate(() =>
    (document.querySelector("iframe") as HTMLIFrameElement).contentWindow?.location.assign("/other"),
  );

  await expect.poll(() => inside.locator("b").textContent()).toBe(lent);
  expect(await page.frameLocator("iframe").last().locator("p").textContent()).toBe(own);
  expect(api.swaps).toHaveLength(1);
});

test("a popup that is opened later, and a dialog, show the visit's number in their first frame", async () => {
  const { page } = await open({ body: `<p id="text">${own}</p><main></main>`, policy });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  const seen = await page.evaluate(async (number) => {
    const dialog = document.createElement("dialog");
    dialog.innerHTML = `<button>Call <b>${number}</b></button>`;
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((painted) => {
      requestAnimationFrame(() => painted(dialog.textContent));
    });
  }, own);

  expect(seen).toBe(`Call ${lent}`);
});

test("what a framework writes in its own frame callback is swapped before that frame is painted", async () => {
  const { page } = await open({ body: `<p id="text">${own}</p>`, policy });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  const seen = await page.evaluate(
    (number) =>
      new Promise((painted) => {
        requestAnimationFrame(() => {
          const text = document.querySelector("#text")?.firstChild as Text;
          text.data = `New: ${number}`;
          // After the frame's callbacks comes what they caused, then layout and paint.
          new ResizeObserver(() => painted(text.data)).observe(document.body);
        });
      }),
    own,
  );

  expect(seen).toBe(`New: ${lent}`);
});

test("a flood of changes costs one look per frame once five milliseconds are spent, and comes right", async () => {
  const { page } = await open({ body: `<p id="text">${own}</p><main></main>`, policy });
  await expect.poll(() => page.textContent("#text")).toBe(lent);

  const wrong = await page.evaluate(async (number) => {
    const main = document.querySelector("main") as HTMLElement;
    for (let round = 0; round < 50; round++) {
      for (let row = 0; row < 100; row++) main.insertAdjacentHTML("beforeend", `<p>Row ${row}: ${number}</p>`);
      await Promise.resolve();
    }
    await new Promise((passed) => setTimeout(passed, 1000));
    return [...main.children].filter(({ textContent }) => textContent?.includes(number)).length;
  }, own);

  expect(wrong).toBe(0);
});
