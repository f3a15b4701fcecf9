import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aFolder, aServer } from "./a-running-server.ts";

const shipped = fileURLToPath(new URL("../../../packages/recording-law/law/", import.meta.url));

/** A data folder with a rule set of the owner's own, and a way to change one of its files. */
function aRulesFolder() {
  const dataFolder = aFolder();
  const rules = path.join(dataFolder, "recording-law", "rules");
  mkdirSync(rules, { recursive: true });
  cpSync(shipped, rules, { recursive: true });
  const rewrite = (file: string, change: (text: string) => string) => {
    const at = path.join(rules, file);
    writeFileSync(at, change(readFileSync(at, "utf8")));
  };
  return { dataFolder, rewrite };
}

const silentCalifornia = (text: string) =>
  text.replace(/("US-CA": \{[^]*?"phone": )"announce"/, (_all, before: string) => `${before}"silent"`);

const readiness = async (server: { readonly url: string }) => {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, body: await response.json() };
};

const broken: [why: string, file: string, change: (text: string) => string, refused: object][] = [
  ["a law in which one word was changed", "US.json", silentCalifornia, { code: "rule_set_hash_wrong", where: "US" }],
  ["a law that is cut off", "DE.json", (text) => text.slice(0, 99), { code: "rule_set_unreadable", where: "DE" }],
  [
    "a seal without a hash",
    "manifest.json",
    (text) => text.replace(/"hash": "\w+"/, '"hash": ""'),
    {
      code: "rule_set_malformed",
      where: "manifest: hash",
    },
  ],
];

test.each(broken)(
  "%s: refused, the last good one answers, the health page says so",
  async (_why, file, change, refused) => {
    const { url: databaseUrl } = await aDatabase();
    const { dataFolder, rewrite } = aRulesFolder();
    const before = await aServer({ databaseUrl, dataFolder });
    const { hash } = (await readiness(before)).body.ruleSet;
    await before.stop();
    rewrite(file, change);

    const after = await aServer({ databaseUrl, dataFolder });

    expect(await readiness(after)).toMatchObject({
      status: 200,
      body: { status: "ready", checks: { ruleSet: "refused" }, ruleSet: { hash }, ruleSetRefused: refused },
    });
  },
);

test("while a law is refused a call is announced, and its proof says what was refused", async () => {
  const { url: databaseUrl } = await aDatabase();
  const { dataFolder, rewrite } = aRulesFolder();
  rewrite("US.json", silentCalifornia);
  const server = await aServer({ databaseUrl, dataFolder });
  const carrier = await aCarrierFor(server);

  const report = await carrier.call({ to: "+14155550121", talkSeconds: 2 });

  const { account } = carrier.seeded;
  const page = await server.deps.calls.list(account, { cursor: undefined, limit: 1 });
  const [call] = page.ok ? page.value.calls : [];
  const [decided] = call === undefined ? [] : await server.deps.proofs.ofCall(account, call.id);
  expect(decided?.decision.applied).toBe("announce");
  expect(decided?.decision.reasons).toContainEqual({
    code: "rule_set_refused",
    refused: { code: "rule_set_hash_wrong", where: "US" },
  });
  expect(JSON.stringify(report)).toContain("will be recorded");
});

test("an owner's override is in force under a name of its own; one that is incomplete is refused, and the one before stays", async () => {
  const { url: databaseUrl } = await aDatabase();
  const dataFolder = aFolder();
  const file = path.join(dataFolder, "recording-law", "overrides.json");
  const override = {
    place: "US-TX",
    phone: "announce",
    reason: "counsel's opinion",
    author: "Ann",
    date: "2026-11-24",
  };
  mkdirSync(path.dirname(file));
  writeFileSync(file, JSON.stringify({ overrides: [override] }));
  const before = await aServer({ databaseUrl, dataFolder });
  const inForce = (await readiness(before)).body.ruleSet;
  await before.stop();
  writeFileSync(file, JSON.stringify({ overrides: [{ ...override, author: "" }] }));

  const after = await aServer({ databaseUrl, dataFolder });

  expect(inForce.name).toBe("current with the owner's overrides");
  expect((await readiness(after)).body).toMatchObject({
    ruleSet: inForce,
    ruleSetRefused: { code: "override_wrong", where: "overrides[0].author" },
  });
  expect(after.deps.law?.places.get("US-TX")?.override).toMatchObject({ author: "Ann" });
});

test("an override laid down while the server runs counts without a restart, and a broken one is told on the health page", async () => {
  const { url: databaseUrl } = await aDatabase();
  const dataFolder = aFolder();
  const file = path.join(dataFolder, "recording-law", "overrides.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const server = await aServer({ databaseUrl, dataFolder });
  const override = { place: "US-TX", phone: "announce", reason: "counsel", author: "Ann", date: "2026-11-24" };

  writeFileSync(file, JSON.stringify({ overrides: [override] }));
  const named = async () => (await readiness(server)).body.ruleSet.name;
  await expect.poll(named, { timeout: 60_000 }).toBe("current with the owner's overrides");
  expect(server.deps.law?.places.get("US-TX")?.override).toMatchObject({ author: "Ann" });

  writeFileSync(file, "{");
  const refused = async () => (await readiness(server)).body.ruleSetRefused;
  await expect.poll(refused, { timeout: 60_000 }).toMatchObject({ code: "override_wrong" });
  expect(await named()).toBe("current with the owner's overrides");
});
