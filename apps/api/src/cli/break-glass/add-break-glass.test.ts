import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { aCallFlow, aCallTo, aTouch, noIntruder, seedClinic } from "@ringtrail/core/testing";
import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { aDatabase } from "../../../testing/a-database.ts";
import { aFolder } from "../../../testing/a-running-server.ts";
import { bareEnvironment } from "../../../testing/bare-environment.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

/** A clinic that wants a second person, with two owners and a call whose way nobody may know. */
async function aClinic() {
  const { url, superuserUrl } = await aDatabase();
  const dataFolder = aFolder();
  const keys = { file: path.join(dataFolder, "keys", "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder: dataFolder, answerTimeoutMs: 20_000 }));
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await Promise.all([stores.close(), superuser.end()]);
  });
  const world = { ...stores, intruder: noIntruder };
  const clinic = await seedClinic(world);
  const flow = aCallFlow({ isHealthcare: true, healthcare: { needsSecondPerson: true } });
  await stores.accounts.saveFlow(clinic.account, clinic.site, flow);
  for (const who of ["ann", "bob"]) {
    await superuser`insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
                    values (${who}, ${who}, ${`${who}@clinic.example`}, true, now(), now())`;
    await stores.accounts.addMember(clinic.account, who, "owner");
  }
  const call = await aCallTo(world, clinic, "one", aTouch({ campaign: "brand", keyword: "implants" }));
  const env = { ...bareEnvironment, HOME: dataFolder, DATA_FOLDER: dataFolder, DATABASE_URL: url };
  /** `ringtrail break-glass …` as a process: how it ended and what it said. */
  const glass = (who: string, ...words: readonly string[]) => {
    const [verb = "", ...rest] = words;
    const told = ["--json", "break-glass", verb, "--who", `${who}@clinic.example`, ...rest];
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...told], { encoding: "utf8", env });
    return { status, told: stdout === "" ? undefined : JSON.parse(stdout), stderr };
  };
  /** Lets the opening's time pass, as nobody but a superuser can. */
  const pass = () =>
    superuser`update glass.openings set opened_at = opened_at - interval '1 hour', "until" = "until" - interval '1 hour'`;
  return { stores, clinic, call, glass, pass };
}

test("the glass breaks for a reason, with a second person, not for long, and every step is written down", async () => {
  const { stores, clinic, call, glass, pass } = await aClinic();

  const opened = glass("ann", "open", "--reason", "A patient asks what we know of her", "--minutes", "15");
  expect(opened, opened.stderr).toMatchObject({ status: 0, told: { needsSecond: true } });
  const opening: string = opened.told.opening;
  const look = () => glass("ann", "look", "--opening", opening, "--call", call);
  const refused = { status: 1, told: undefined, stderr: expect.stringContaining("glass_not_open") };

  expect(look()).toEqual(refused);
  expect(glass("bob", "agree", "--opening", opening)).toMatchObject({ status: 0, told: { agreed: true } });
  expect(look()).toMatchObject({ status: 0, told: { campaign: "brand", keyword: "implants" } });
  await pass();
  expect(look()).toEqual(refused);

  const log = (await stores.accounts.auditLog(clinic.account, 100)).filter(({ action }) => action.startsWith("glass."));
  expect(log.toReversed().map(({ actor, action, object }) => [actor, action, object])).toEqual([
    ["user:ann", "glass.asked", opening],
    ["user:ann", "glass.looked", opening],
    ["user:bob", "glass.agreed", opening],
    ["user:ann", "glass.looked", opening],
    ["user:ann", "glass.looked", opening],
  ]);
  expect(log.at(-1)?.facts).toMatchObject({
    role: "owner",
    reason: "A patient asks what we know of her",
    tell: "owners",
  });
});
