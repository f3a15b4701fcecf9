import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OverrideList, OwnerOverride } from "@ringtrail/api-contract";
import { expect, onTestFinished, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";
import { keepLaw } from "../../law/keep-law.ts";
import { lawFolderOf } from "../../law/law-folder.ts";
import { makeLog } from "../../make-log.ts";

const doors = "/v1/recording-consent/overrides";
const override = { place: "US-TX", phone: "announce", reason: "counsel's opinion", author: "Ann", date: "2026-11-24" };

/** An app whose law is read from its folder, as a server's is, and a key. */
async function anApp() {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-overrides-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const law = await keepLaw(folder, makeLog("silent"));
  const app = await aTestApp({}, () => ({ overrides: law.overrides }));
  const ask = await aKey(app, ["calls:read", "sites:write"]);
  const { overrides: file } = lawFolderOf(folder);
  return { app, law, ask, file, texas: () => law.current().rules?.places.get("US-TX") };
}

test("201: an override kept from a screen is in force at once, stands in the owner's file, and is listed with the law it changes", async () => {
  const { app, ask, file, texas, law } = await anApp();
  const before = law.current().rules?.hash;

  const answer = await ask(doors, { body: override });

  expect(answer.status).toBe(201);
  expect(OwnerOverride.parse(await answer.json())).toMatchObject({ ...override, name: "Texas", lawPhone: "silent" });
  expect(texas()).toMatchObject({ phone: "announce", override: { author: "Ann", reason: "counsel's opinion" } });
  expect(law.current().rules?.hash).not.toBe(before);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ overrides: [override] });
  const listed = OverrideList.parse(await (await ask(doors)).json());
  expect(listed).toMatchObject({ overrides: [override], mayChange: true });
  const log = await app.deps.accounts.auditLog(app.shop.account, 5);
  expect(log).toContainEqual(expect.objectContaining({ action: "override.kept", object: "US-TX" }));
});

test("201: a second override of a place replaces the first; 204: the law answers again when it is taken back", async () => {
  const { ask, texas, law } = await anApp();
  const bare = law.current().rules?.hash;
  await ask(doors, { body: override });
  await ask(doors, { body: { ...override, phone: "active_consent", author: "Beatrice" } });
  expect(texas()).toMatchObject({ phone: "active_consent", override: { author: "Beatrice" } });

  const gone = await ask(`${doors}/US-TX`, { method: "DELETE" });
  const again = await ask(`${doors}/US-TX`, { method: "DELETE" });

  expect(gone.status).toBe(204);
  expect(texas()?.override).toBeUndefined();
  expect([again.status, (await problemIn(again))["code"]]).toEqual([404, "override_absent"]);
  expect(law.current().rules?.places.get("US-TX")?.phone).toBe("silent");
  expect(bare).toBeDefined();
});

test.each([
  ["override_wrong", { ...override, place: "US-ZZ" }, "place"],
  ["override_wrong", { ...override, phone: undefined }, "phone"],
  ["body_invalid", { ...override, phone: "whisper" }, "phone"],
  ["body_invalid", { ...override, reason: " " }, "reason"],
  ["body_invalid", { ...override, author: "" }, "author"],
  ["body_invalid", { ...override, date: "2026-02-30" }, "date"],
])("422: %s names the field, and nothing is changed", async (code, body, field) => {
  const { ask, texas } = await anApp();

  const answer = await ask(doors, { body });

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code, field });
  expect(texas()?.override).toBeUndefined();
});

test("409: a file somebody wrote wrong is not written over, and the answer says where it is wrong", async () => {
  const { ask, file } = await anApp();
  await ask(doors, { body: override });
  const wrong = JSON.stringify({ overrides: [{ ...override, author: "" }] });
  writeFileSync(file, wrong);

  const [kept, listed] = [await ask(doors, { body: { ...override, place: "DE" } }), await ask(doors)];

  for (const answer of [kept, listed]) {
    expect(answer.status).toBe(409);
    expect(await problemIn(answer)).toMatchObject({ code: "overrides_refused", detail: "author" });
  }
  expect(readFileSync(file, "utf8")).toBe(wrong);
});

test("409: an account that shares the server changes nothing for the others", async () => {
  const { app, ask, file } = await anApp();
  await app.deps.accounts.createAccount("Another business");

  const answers = [await ask(doors, { body: override }), await ask(`${doors}/US-TX`, { method: "DELETE" })];

  for (const answer of answers) expect((await problemIn(answer))["code"]).toBe("overrides_shared");
  expect(OverrideList.parse(await (await ask(doors)).json()).mayChange).toBe(false);
  expect(existsSync(file)).toBe(false);
});

test("what else stands in the file is kept, and changes that come together are all kept", async () => {
  const { app, file } = await anApp();
  const { overrides } = app.deps;
  await overrides.keep(override as never);
  writeFileSync(file, JSON.stringify({ $schema: "overrides.schema.json", overrides: [override] }));

  await Promise.all(["DE", "US-CA", "FR"].map((place) => overrides.keep({ ...override, place } as never)));

  const written = JSON.parse(readFileSync(file, "utf8")) as { $schema: string; overrides: { place: string }[] };
  expect(written.$schema).toBe("overrides.schema.json");
  expect(written.overrides.map(({ place }) => place)).toEqual(["US-TX", "DE", "US-CA", "FR"]);
});
