import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeLog } from "../make-log.ts";
import { keepLaw } from "./keep-law.ts";
import { lawFolderOf } from "./law-folder.ts";

const override = { place: "US-TX", phone: "announce", reason: "counsel's opinion", author: "Ann", date: "2026-11-24" };

/** A law on the shipped rules, and a way to write the owner's overrides. */
async function aLaw() {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-law-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { overrides } = lawFolderOf(folder);
  mkdirSync(path.dirname(overrides));
  const law = await keepLaw(folder, makeLog("silent"));
  const write = (text: string) => writeFileSync(overrides, text);
  const overridden = () => law.current().rules?.places.get("US-TX")?.override;
  const settle = async () => {
    for (const _look of [1, 2]) await law.look();
  };
  return { law, write, overridden, settle, overrides };
}

const asFile = (over: object = {}) => JSON.stringify({ overrides: [{ ...override, ...over }] });

test("an override that is laid down while the server runs is in force, and gone when it is taken away", async () => {
  const { law, write, overridden, settle, overrides } = await aLaw();
  expect(overridden()).toBeUndefined();

  write(asFile());
  await settle();
  expect(overridden()).toMatchObject({ author: "Ann" });

  rmSync(overrides);
  await settle();
  expect(overridden()).toBeUndefined();
  expect(law.current().refused).toBeUndefined();
});

test("one that is refused leaves the last good law in force, says so, and the next good one counts again", async () => {
  const { law, write, overridden, settle } = await aLaw();
  write(asFile());
  await settle();

  write(asFile({ author: "" }));
  await settle();
  const refused = { code: "override_wrong", where: "overrides[0].author" };
  expect(law.current()).toMatchObject({ refused, rules: { standsInFor: refused } });
  expect(overridden()).toMatchObject({ author: "Ann" });

  write(asFile({ author: "Beatrice" }));
  await settle();
  expect(law.current().refused).toBeUndefined();
  expect(overridden()).toMatchObject({ author: "Beatrice" });
});

test("a file that is still being written is left alone", async () => {
  const { law, write, settle } = await aLaw();
  write('{ "overrides": [');
  await law.look();
  write(asFile());
  await law.look();
  expect(law.current().refused).toBeUndefined();

  await settle();
  expect(law.current()).toMatchObject({ refused: undefined, rules: { name: "current with the owner's overrides" } });
});

test("what did not change is not read again", async () => {
  const { law, settle } = await aLaw();
  const before = law.current();
  await settle();
  expect(law.current()).toBe(before);
});
