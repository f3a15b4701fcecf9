import { writeFileSync } from "node:fs";
import path from "node:path";
import { day } from "@ringtrail/core";
import { anId } from "@ringtrail/core/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { aFolder } from "../../testing/a-running-server.ts";
import { aSwap } from "../../testing/ask-app.ts";
import { buildMmdb } from "../../testing/build-mmdb.ts";
import { aTestApp, browser, pageOrigin } from "../../testing/test-app.ts";
import type { Log } from "../log.ts";
import { filePlaces } from "./file-places.ts";
import { headerPlaces } from "./header-places.ts";
import { openPlaces } from "./open-places.ts";

const silent = { error: vi.fn<Log["error"]>(), info: vi.fn<Log["info"]>() };
const inUs = (code: string) => ({ country: { iso_code: "US" }, subdivisions: [{ iso_code: code }] });
const mmdb = buildMmdb({
  "203.0.113.0/25": inUs("CA"),
  "203.0.113.128/25": { country: { iso_code: "US" }, subdivisions: [{ names: { en: "Texas" } }] },
  "198.51.100.0/24": { country: { iso_code: "DE" }, subdivisions: [{ iso_code: "BY" }] },
  "192.0.2.0/24": { country: { iso_code: "US" } },
  "2001:db8::/32": { country: { iso_code: "CA" }, subdivisions: [{ iso_code: "QC" }] },
});

async function aFile(bytes: Uint8Array, codeOf?: Parameters<typeof filePlaces>[2]) {
  const file = path.join(aFolder(), "places.mmdb");
  writeFileSync(file, bytes);
  const places = await filePlaces(file, silent, codeOf);
  onTestFinished(() => places.stop());
  return (address: string | undefined) => places.regionOf({ address, header: () => undefined });
}

test.each([
  ["a state of the United States", "203.0.113.9", { code: "US-CA", certainty: 0.8 }],
  ["a state that the file names and does not code", "203.0.113.200", { code: "US-TX", certainty: 0.8 }],
  ["a country, whatever its parts", "198.51.100.1", { code: "DE", certainty: 0.97 }],
  ["the United States without a state are no region", "192.0.2.1", undefined],
  ["an IPv6 address", "2001:db8::1", { code: "CA-QC", certainty: 0.8 }],
  ["a network the file does not know", "8.8.8.8", undefined],
  ["no address", undefined, undefined],
  ["what is no address", "nonsense", undefined],
])("out of a file: %s", async (_why, address, region) => {
  const look = await aFile(mmdb, (country, name) => (country === "US" && name === "Texas" ? "TX" : undefined));

  expect(look(address)).toEqual(region);
});

test.each([
  ["empty", Buffer.alloc(0)],
  ["no database", Buffer.from("hello".repeat(1000))],
  ["cut off", mmdb.subarray(0, mmdb.length >> 1)],
])("a file that is %s is logged, and nobody's place is known by it", async (_why, bytes) => {
  const look = await aFile(bytes);

  expect(look("203.0.113.9")).toBeUndefined();
  expect(silent.error).toHaveBeenCalled();
});

test.each([
  [{ "cf-ipcountry": "US", "cf-region-code": "TX" }, "US-TX"],
  [{ "cf-ipcountry": "US" }, undefined],
  [{ "cf-ipcountry": "T1" }, undefined],
  [{ "cf-ipcountry": "XX" }, undefined],
  [{ "cf-ipcountry": "XK" }, "XK"],
  [{ "cloudfront-viewer-country": "CA", "cloudfront-viewer-country-region": "ON" }, "CA-ON"],
  [{ "x-vercel-ip-country": "DE", "x-vercel-ip-country-region": "BY" }, "DE"],
  [{ "x-appengine-country": "us", "x-appengine-region": "ny" }, "US-NY"],
  [{ "x-client-region": "US", "x-client-region-subdivision": "USCA" }, "US-CA"],
  [{ "x-visitor-country": "US", "x-visitor-region": "US-WA" }, "US-WA"],
  [{ "x-visitor-country": "United States" }, undefined],
  [{}, undefined],
])("as a proxy tells it: %o is %s", (headers, code) => {
  const told = new Map<string, string>(Object.entries(headers));

  expect(headerPlaces.regionOf({ address: undefined, header: (name) => told.get(name) })?.code).toBe(code);
});

test("where no file is set up, the proxy alone tells", async () => {
  const { regionOf } = await openPlaces(undefined, undefined, silent as never);

  expect(regionOf({ address: "203.0.113.9", header: () => undefined })).toBeUndefined();
});

test("a visit keeps the region its proxy told, and a stranger's header tells nothing", async () => {
  const app = await aTestApp({ slices: ["any", "any"] }, ({ server }) => ({
    server: { ...server, trustedProxies: ["10.0.0.0/8"] },
  }));
  const swap = async (connected: string) => {
    const headers = { origin: pageOrigin, "user-agent": browser, "cf-ipcountry": "US", "cf-region-code": "TX" };
    const init = { method: "POST", body: JSON.stringify(aSwap(app)), headers };
    const env = { incoming: { headers: {}, socket: { remoteAddress: connected } } };
    const response = await app.app.request("/v1/swap", init, env);
    const { visit } = (await response.json()) as { readonly visit: string };
    return (await app.world.visits.story(app.shop.account, visit as never))?.landing;
  };

  const behind = await swap("10.1.2.3");
  expect(behind?.region).toEqual({ code: "US-TX", certainty: 0.8 });
  expect(JSON.stringify(behind)).not.toContain("10.1");
  expect((await swap("203.0.113.7"))?.region).toBeUndefined();
  const [number] = app.shop.numbers;
  const holdings = await app.world.visits.holdings(app.shop.account, number?.id ?? anId("none"), app.deps.now(), day);
  expect(holdings[0]?.region?.code).toBe("US-TX");
});
