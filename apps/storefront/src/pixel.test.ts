import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const entry = new URL("../extensions/ringtrail-pixel/src/index.js", import.meta.url).pathname;
const visit = "0199f3c2-0000-7000-8000-000000000001";
const memory = JSON.stringify({ visit, token: "t", choice: "granted" });
const yes = { analyticsProcessingAllowed: true, marketingAllowed: true };

/** Runs the built pixel where Shopify would: a sandbox with its `shopify.extend`, and no page. */
async function runPixel(given: { readonly privacy?: object; readonly kept?: string; readonly inCart?: string }) {
  const { privacy = yes, kept = memory, inCart = visit } = given;
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  const sent: { readonly url: string; readonly body: object }[] = [];
  const heard = new Map<string, (event: object) => unknown>();
  const subscribe = (name: string, handler: (event: object) => unknown) => heard.set(name, handler);
  const extend = (_point: string, render: (api: object) => void) =>
    render({
      analytics: { subscribe },
      customerPrivacy: { subscribe },
      browser: { localStorage: { getItem: async () => kept } },
      settings: { site: "demo", server: "/apps/ringtrail" },
      init: {
        customerPrivacy: privacy,
        context: { document: { location: { href: "https://shop.example/checkouts/1" } } },
      },
    });
  const fetched = async (url: string, { body }: { readonly body: string }) =>
    sent.push({ url, body: JSON.parse(body) });
  const sandbox = createContext({ shopify: { extend }, fetch: fetched, URL, console });
  runInContext("globalThis.self = globalThis", sandbox);
  runInContext(outputFiles[0]?.text ?? "", sandbox);
  const checkout = { order: { id: "gid://shopify/Order/1" }, attributes: [{ key: "_ringtrail_visit", value: inCart }] };
  return {
    sent,
    agree: () => heard.get("visitorConsentCollected")?.({ customerPrivacy: yes }),
    finish: async () => heard.get("checkout_completed")?.({ data: { checkout } }),
  };
}

test("a finished checkout is told to its visit, through the shop's own path", async () => {
  const { sent, finish } = await runPixel({});

  await finish();

  expect(sent).toEqual([
    {
      url: "https://shop.example/apps/ringtrail/v1/beacon",
      body: {
        site: "demo",
        visit,
        token: "t",
        events: [
          {
            kind: "page",
            ago: 0,
            page: { url: "https://shop.example/checkout/completed", referrer: "", title: "Order placed" },
          },
        ],
      },
    },
  ]);
});

test.each([
  ["of a visitor who agreed to nothing", { privacy: {} }],
  ["of a visitor who agreed to analytics alone", { privacy: { analyticsProcessingAllowed: true } }],
  ["of a cart of another visit", { inCart: "0199f3c2-0000-7000-8000-000000000002" }],
  ["of a browser that keeps no visit", { kept: "" }],
])("a checkout %s is not told", async (_of, given) => {
  const { sent, finish } = await runPixel(given);

  await finish();

  expect(sent).toEqual([]);
});

test("a yes in the checkout counts from then on", async () => {
  const { sent, finish, agree } = await runPixel({ privacy: {} });

  agree();
  await finish();

  expect(sent.length).toBe(1);
});
