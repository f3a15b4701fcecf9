import { copyFileSync, cpSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkAuditLink, instant } from "@ringtrail/core";
import { expect, test, vi } from "vitest";
import { inPieces, walkChain } from "../cli/chain/walk-chain.ts";
import { aLivedInAccount, aServersStores, exported, filesOf, forge, imported } from "../../testing/a-moved-account.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Files that hold when they were written, and the log of both. */
const ofItsMoment = (file: string) => /^(manifest\.json|audit_log\.ndjson|care\/proofs\/.*)$/.test(file);

test("export, import into an empty server, export: the same account, byte for byte", async () => {
  const [here, there] = [await aServersStores(), await aServersStores()];
  const account = await aLivedInAccount(here.stores);
  const folder = await exported(here.stores, account);

  const tried = await imported(there.stores, folder, { dryRun: true });
  expect(await there.stores.accounts.accounts()).toEqual([]);
  const taken = await imported(there.stores, folder);
  const again = await exported(there.stores, account);

  expect({ ...taken, dryRun: true }).toEqual(tried);
  const [before, after] = [filesOf(folder), filesOf(again)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  const lasting = [...before].filter(([file]) => !ofItsMoment(file));
  for (const [file, text] of lasting) expect(after.get(file), file).toBe(text);
  // Nothing was compared that is not there.
  const filled = [
    "calls",
    "call_events",
    "visits",
    "leases",
    "sounds",
    "ad_costs",
    "call_values",
    "consent_proofs",
    "forms",
    "quiet_hours",
  ];
  for (const table of filled) expect(before.get(`${table}.ndjson`), table).not.toBe("");
  expect(before.get("care/caller_places.ndjson")?.split("\n")).toHaveLength(5);
  for (const table of ["calls", "call_events", "callers", "target_labels", "site_flows", "phones"])
    expect(before.get(`care/${table}.ndjson`), table).not.toBe("");
  expect(before.get("care/call_notes.ndjson")).toContain("Ruft wieder an");

  // The log goes on where it was; the chain holds, and grows.
  expect(after.get("audit_log.ndjson")?.startsWith(before.get("audit_log.ndjson") ?? "?")).toBe(true);
  expect(await there.stores.accounts.auditLog(account, 2)).toMatchObject([
    { action: "account.export_with_care" },
    { action: "account.import" },
  ]);
  expect(await there.stores.proofs.firstBroken(account)).toBeUndefined();
});

test("keys are the new server's: sounds are sealed again, and secrets that did not come open nothing", async () => {
  const [here, there] = [await aServersStores(), await aServersStores()];
  const account = await aLivedInAccount(here.stores);
  for (let nth = 0; nth < 20; nth += 1) {
    const entry = { actor: "cli", action: "looked", object: account, at: instant(nth), facts: { nth } };
    await here.stores.accounts.audit(account, entry);
  }
  const folder = await exported(here.stores, account);
  await imported(there.stores, folder, { name: "Moved" });

  expect(await there.stores.accounts.accounts()).toEqual([{ id: account, name: "Moved" }]);
  const [sealedHere, sealedThere] = [filesOf(here.recordings), filesOf(there.recordings)];
  expect([sealedHere.size, sealedThere.size]).toEqual([1, 1]);
  expect([...sealedThere.keys()]).not.toEqual([...sealedHere.keys()]);
  const [connection] = await there.stores.accounts.connectionsOf(account);
  const secrets = [here, there].map(
    async ({ stores }) => (await stores.directory.connectionById(connection?.id as never))?.secret,
  );
  const [known, unknown] = await Promise.all(secrets);
  expect(known).toMatch(/^secret /);
  expect(unknown?.length).toBeGreaterThan(40);
  expect(unknown).not.toBe(known);
  expect((await there.stores.accounts.apiKeys(account)).map(({ name }) => name)).toEqual(["reports"]);

  // What is logged from now on is the next link of the same chain.
  const logged = filesOf(await exported(there.stores, account)).get("audit_log.ndjson") ?? "";
  expect(logged.split("\n").filter(Boolean).length).toBeGreaterThan(22);
  const chain = inPieces((after) => there.stores.accounts.auditChain(account, after));
  expect((await walkChain(chain, checkAuditLink)).broken).toBeUndefined();
});

const refusals: [why: string, code: string, spoil: (folder: string) => void][] = [
  ["no list", "export_incomplete", (folder) => rmSync(path.join(folder, "manifest.json"))],
  ["a list that is none", "export_malformed", (folder) => writeFileSync(path.join(folder, "manifest.json"), "[]")],
  ["a file that is gone", "export_incomplete", (folder) => rmSync(path.join(folder, "calls.ndjson"))],
  ["a file that was edited", "export_damaged", (folder) => writeFileSync(path.join(folder, "visits.ndjson"), "{}\n")],
  [
    "a proof that was rewritten",
    "chain_broken",
    (folder) => rewrite(folder, "consent_proofs.ndjson", /"en-US"/, '"de"'),
  ],
  [
    "an entry of the log that was taken out",
    "chain_broken",
    (folder) => rewrite(folder, "audit_log.ndjson", /^.*\n/, ""),
  ],
  ["a line that is no JSON", "export_malformed", (folder) => forge(folder, "visits.ndjson", () => "{\n")],
  [
    "a column of a later version",
    "export_newer",
    (folder) => rewrite(folder, "calls.ndjson", /^\{/, '{"mood":"good",'),
  ],
  [
    "a row of another account",
    "export_malformed",
    (folder) => rewrite(folder, "visits.ndjson", /"account_id": "../, '"account_id": "zz'),
  ],
  ["a row that refers to nothing", "row_refused", (folder) => forge(folder, "sites.ndjson", () => "")],
  [
    "a moment that is none",
    "row_refused",
    (folder) => rewrite(folder, "calls.ndjson", /"rang_at": "2/, '"rang_at": "x'),
  ],
  ["a file outside of the export", "export_malformed", (folder) => nameSound(folder, "care/../../../etc/passwd")],
  ["a sound that is no recording's", "export_damaged", (folder) => nameSound(folder, "care/sounds/mine.wav")],
];

function rewrite(folder: string, file: string, from: RegExp, to: string): void {
  forge(folder, file, (text) => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  });
}

/** One more sound in the list, after the one there is. */
function nameSound(folder: string, file: string): void {
  const manifest = JSON.parse(filesOf(folder).get("manifest.json") ?? "");
  const [sound] = manifest.sounds;
  copyFileSync(path.join(folder, sound.file), path.join(folder, "care/sounds/mine.wav"));
  manifest.sounds.push({ ...sound, file });
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
}

test("what is no whole export of ours is refused in plain words, and nothing of it stays", async () => {
  const [here, there] = [await aServersStores(), await aServersStores()];
  const folder = await exported(here.stores, await aLivedInAccount(here.stores));

  for (const [nth, [why, code, spoil]] of refusals.entries()) {
    const spoilt = `${folder}-${nth}`;
    cpSync(folder, spoilt, { recursive: true });
    spoil(spoilt);
    await expect(imported(there.stores, spoilt), why).rejects.toMatchObject({ code });
  }
  expect(await there.stores.accounts.accounts()).toEqual([]);
  expect([...filesOf(there.recordings).keys()]).toEqual([]);

  // Whoever has the account, or its name, keeps it.
  await expect(imported(here.stores, folder)).rejects.toMatchObject({ code: "account_exists" });
  const [{ name } = { name: "" }] = await here.stores.accounts.accounts();
  await there.stores.accounts.createAccount(name);
  await expect(imported(there.stores, folder)).rejects.toMatchObject({ code: "account_name_taken" });
  await imported(there.stores, folder, { name: "Beside it" });
});
