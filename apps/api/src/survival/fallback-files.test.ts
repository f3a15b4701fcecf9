import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { aStaticHost, aWorkerHost } from "../../testing/a-static-host.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";
import { checkFallback } from "./check-fallbacks.ts";
import { fallbackFiles, writeFallbackFiles } from "./fallback-files.ts";
import { keepFallbackFiles } from "./keep-fallback-files.ts";

test("the documents are written as files for any static host, with their content type", async () => {
  const { deps, shop, folder } = await aTestApp({ slices: ["any"] });

  const { written } = await writeFallbackFiles(folder, fallbackFiles(deps.snapshot));

  const names = [...shop.numbers, shop.source].map(({ e164 }) => `${e164.slice(1)}.twilio`);
  expect(written.toSorted()).toEqual(names.toSorted());
  expect(readFileSync(path.join(folder, "fallback", names[0] ?? ""), "utf8")).toContain("+14155550199");
  expect(readFileSync(path.join(folder, "_headers"), "utf8")).toContain("Content-Type: text/xml");
  expect(readFileSync(path.join(folder, "fallback", ".htaccess"), "utf8")).toContain("AddType 'text/xml");
});

test("the file of a number that is gone goes too, and other people's files stay", async () => {
  const { deps, folder } = await aTestApp();
  const files = fallbackFiles(deps.snapshot);
  await writeFallbackFiles(folder, files);
  writeFileSync(path.join(folder, "fallback", "readme.txt"), "ours");

  const { removed } = await writeFallbackFiles(folder, files.slice(1));

  expect(removed).toEqual([files[0]?.name]);
  const left = readdirSync(path.join(folder, "fallback"));
  expect(left).toContain("readme.txt");
  expect(left).not.toContain(files[0]?.name);
});

test("a changed destination is in the folder after the next look, and an unchanged one is not written again", async () => {
  const { deps, world, shop, folder } = await aTestApp();
  const keep = keepFallbackFiles(folder, deps.snapshot);
  await keep();
  const file = path.join(folder, "fallback", `${shop.source.e164.slice(1)}.twilio`);
  writeFileSync(file, "untouched");
  await keep();
  expect(readFileSync(file, "utf8")).toBe("untouched");

  const [site] = await world.directory.sitesOf(shop.account);
  const route = await world.directory.routeByNumber(shop.connection, shop.source.e164);
  if (site === undefined || route === undefined) throw new Error("The shop is not there.");
  const { key, name, origins, regime } = site;
  const flow = { ...route.flow, destination: shop.numbers[0]?.e164 ?? route.flow.destination };
  await world.accounts.saveSite(shop.account, { key, name, origins, regime, flow, businessPlaces: ["US-CA"] });
  await deps.snapshot.refresh();
  await keep();

  expect(readFileSync(file, "utf8")).toContain(flow.destination);
});

test("a fallback is checked as the carrier would ask: right, stale, of the wrong type, silent", async () => {
  const { deps, shop, folder } = await aTestApp();
  await writeFallbackFiles(folder, fallbackFiles(deps.snapshot));
  const host = await aStaticHost(folder);
  const ground = { ...deps, server: { ...deps.server, fallbackUrl: host.url } };
  const connection = deps.snapshot.connection(shop.connection);
  const route = deps.snapshot.route(shop.connection, shop.source.e164);
  if (connection === undefined || route === undefined) throw new Error("The shop is not there.");
  const state = async () => (await checkFallback(ground, connection, route)).state;
  const file = path.join(folder, "fallback", `${shop.source.e164.slice(1)}.twilio`);

  expect(await state()).toBe("right");
  writeFileSync(path.join(folder, "_headers"), "");
  expect(await state()).toBe("mistyped");
  writeFileSync(file, "<Response/>");
  expect(await state()).toBe("stale");
  rmSync(file);
  expect(await state()).toBe("silent");
  expect(host.asked.every((one) => one.startsWith("GET "))).toBe(true);
});

/** The shop's source number, moved to a Telnyx account. */
async function atTelnyx({ deps, world, shop }: TestApp) {
  const { account, site, target, source } = shop;
  const keys = { account, carrier: "telnyx", carrierAccount: "acct", secret: "KEY x", apiBase: "http://c" } as const;
  const id = await world.accounts.saveConnection(keys);
  const unsaid = { campaign: undefined, keyword: undefined, clickId: undefined };
  const touch = { channel: "direct", source: "x", medium: "y", ...unsaid, rule: "r" } as const;
  await world.accounts.saveNumber(account, { connection: id, site, target, e164: source.e164, role: "source", touch });
  await deps.snapshot.refresh();
  const [connection, route] = [deps.snapshot.connection(id), deps.snapshot.route(id, source.e164)];
  if (connection === undefined || route === undefined) throw new Error("The number is not there.");
  return { connection, route };
}

test("a carrier that asks by POST is refused by a host of plain files, and served by one that runs the worker", async () => {
  const app = await aTestApp();
  const { deps, folder } = app;
  const { connection, route } = await atTelnyx(app);
  const files = fallbackFiles(deps.snapshot);
  await writeFallbackFiles(folder, files);
  const host = await aStaticHost(folder);
  const check = (fallbackUrl: string) =>
    checkFallback({ ...deps, server: { ...deps.server, fallbackUrl } }, connection, route);

  expect((await check(host.url)).state).toBe("get_only");
  expect(host.asked.map((one) => one.split(" ")[0])).toEqual(["POST", "GET"]);
  const worker = await aWorkerHost(pathToFileURL(path.join(folder, "_worker.js")).href, host.url);
  expect((await check(worker)).state).toBe("right");

  await writeFallbackFiles(
    folder,
    files.filter(({ byPost }) => !byPost),
  );
  expect(existsSync(path.join(folder, "_worker.js"))).toBe(false);
});

test("a worker that is somebody else's stays", async () => {
  const app = await aTestApp();
  await atTelnyx(app);
  writeFileSync(path.join(app.folder, "_worker.js"), "export default {};");

  await writeFallbackFiles(app.folder, fallbackFiles(app.deps.snapshot));

  expect(readFileSync(path.join(app.folder, "_worker.js"), "utf8")).toBe("export default {};");
});
