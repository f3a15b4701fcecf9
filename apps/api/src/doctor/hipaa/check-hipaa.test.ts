import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { instant } from "@ringtrail/core";
import { anId, aTouch, noIntruder, seedClinic, type Shop } from "@ringtrail/core/testing";
import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { aDatabase } from "../../../testing/a-database.ts";
import { aFolder } from "../../../testing/a-running-server.ts";
import { checkHipaa } from "./check-hipaa.ts";

// The command line is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 600_000 });

/** In the long run every fault is shown to the program itself; else one is. */
const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

/** A fresh install in healthcare mode, with hands that reach behind its walls. */
async function anInstall() {
  const { url, superuserUrl } = await aDatabase();
  const dataFolder = aFolder();
  const keys = { file: path.join(dataFolder, "keys", "master.key") };
  const recordingsFolder = path.join(dataFolder, "recordings");
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await Promise.all([stores.close(), superuser.end()]);
  });
  const world = { ...stores, intruder: noIntruder };
  const clinic = await seedClinic(world);
  await stores.accounts.audit(clinic.account, { actor: "ann", action: "x", object: "y", at: instant(1), facts: {} });
  await stores.accounts.saveRetention(clinic.account, kept);
  const settings = { dataFolder, masterKey: undefined, publicUrl: "https://calls.clinic.example" };
  /** Rows as nobody but a superuser who asks for it can write them. */
  const meddle = (statement: string) =>
    superuser.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql.unsafe(statement);
    });
  const look = async (over: Partial<typeof settings> = {}) =>
    (await checkHipaa({ settings: { ...settings, ...over }, stores, logs: [] })).filter(
      ({ state }) => state === "problem",
    );
  return { url, dataFolder, keyFile: keys.file, stores, clinic, meddle, look, publicUrl: settings.publicUrl };
}

/** As the guide has an owner set it. */
const kept = { visitDays: undefined, callerDays: 2190, recordingDays: 731 };

type Install = Awaited<ReturnType<typeof anInstall>>;
/** `ringtrail doctor --hipaa` as a process: how it ends, and which lines are red. */
function askProgram({ url, dataFolder, publicUrl }: Install, over: Looks): { status: number | null; red: unknown } {
  const env = { DATABASE_URL: url, DATA_FOLDER: dataFolder, PUBLIC_URL: over?.publicUrl ?? publicUrl };
  const asked = [program, "--json", "doctor", "--hipaa"];
  const said = spawnSync(process.execPath, asked, { encoding: "utf8", env: { ...process.env, ...env } });
  const { findings } = JSON.parse(said.stdout) as { findings: readonly { check: string; state: string }[] };
  const problems = findings.filter(({ state }) => state === "problem");
  return { status: said.status, red: problems.map(({ check }) => check) };
}

const red = (line: string) => ({ status: 1, red: [line] });

type Looks = Parameters<Install["look"]>[0];

/** A fault: how it is planted, and how it is mended again. */
interface Fault {
  readonly plant?: (on: Install) => unknown;
  readonly mend?: (on: Install) => unknown;
  readonly settings?: Looks;
}

const hook = { kind: "webhook", name: "CRM", isOn: true, facts: ["call.completed"], site: undefined } as const;
const id = anId<string>("a destination");
const remove = ({ stores, clinic }: Install) => stores.destinations.removeDestination(clinic.account, id);
const row = ({ account, site }: Shop) => `account_id = '${account}' and site_id = '${site}'`;

const faults: Readonly<Record<string, Fault>> = {
  hipaa_key: { plant: ({ keyFile }) => chmodSync(keyFile, 0o644), mend: ({ keyFile }) => chmodSync(keyFile, 0o600) },
  hipaa_https: { settings: { publicUrl: "http://calls.clinic.example" } },
  hipaa_destinations: {
    plant: ({ stores, clinic }) => {
      const settings = { url: "https://crm.example", sendsCaller: true };
      return stores.destinations.saveDestination(clinic.account, { ...hook, id, settings }, instant(1));
    },
    mend: remove,
  },
  hipaa_ad_platforms: {
    plant: ({ stores, clinic }) => {
      const platform = { ...hook, kind: "meta", name: "Meta", facts: [], settings: {} };
      return stores.destinations.saveDestination(clinic.account, { ...platform, id }, instant(1));
    },
    mend: remove,
  },
  hipaa_two_factor: {
    plant: async ({ stores, clinic, meddle }) => {
      await meddle(`insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
                    values ('ann', 'Ann', 'ann@clinic.example', true, now(), now())`);
      await stores.accounts.addMember(clinic.account, "ann", "owner");
    },
    mend: ({ meddle }) => meddle("delete from ringtrail.members"),
  },
  hipaa_calls: {
    plant: ({ meddle, clinic: { account, site, connection, source } }) =>
      meddle(`insert into ringtrail.calls (account_id, id, connection_id, carrier_ref, number_id, site_id, rang_at, healed, state)
              values ('${account}', gen_random_uuid(), '${connection}', 'old', '${source.id}', '${site}', now(), false, '{}')`),
    mend: ({ meddle, clinic }) => meddle(`delete from ringtrail.calls where ${row(clinic)}`),
  },
  hipaa_visits: {
    plant: ({ meddle, clinic: { account, site } }) =>
      meddle(`insert into ringtrail.visits (account_id, id, visitor_id, site_id, permission, landing, device, started_at, last_seen_at)
              values ('${account}', gen_random_uuid(), gen_random_uuid(), '${site}', '{}', '{}', 'mobile', now(), now())`),
    mend: ({ meddle, clinic }) => meddle(`delete from ringtrail.visits where ${row(clinic)}`),
  },
  hipaa_numbers: {
    plant: ({ stores, clinic: { account, connection, site, target, pool, source } }) => {
      const place = { connection, site, target, e164: source.e164 };
      return stores.accounts.saveNumber(account, { ...place, role: "pool", pool: pool.id, slice: "any" });
    },
    mend: ({ stores, clinic: { account, connection, site, target, source } }) => {
      const place = { connection, site, target, e164: source.e164 };
      return stores.accounts.saveNumber(account, { ...place, role: "source", touch: aTouch() });
    },
  },
  hipaa_roles: {
    plant: ({ meddle }) => meddle("grant select on care.callers to ringtrail_api"),
    mend: ({ meddle }) => meddle("revoke select on care.callers from ringtrail_api"),
  },
  hipaa_audit_log: {
    plant: ({ meddle }) => meddle("update ringtrail.audit_log set actor = 'bob' where actor = 'ann'"),
    mend: ({ meddle }) => meddle("update ringtrail.audit_log set actor = 'ann' where actor = 'bob'"),
  },
  hipaa_logs: {
    plant: ({ dataFolder }) => writeFileSync(path.join(dataFolder, "server.log"), "ok\n+12125550188 rang\n"),
    mend: ({ dataFolder }) => rmSync(path.join(dataFolder, "server.log")),
  },
  hipaa_access_log: {
    plant: ({ dataFolder }) =>
      writeFileSync(
        path.join(dataFolder, "access.log"),
        '- - - [26/Nov/2026:05:14:49 +0000] "GET /hiv HTTP/2.0" 200\n',
      ),
    mend: ({ dataFolder }) => rmSync(path.join(dataFolder, "access.log")),
  },
  hipaa_retention: {
    plant: ({ stores, clinic }) => stores.accounts.saveRetention(clinic.account, { ...kept, callerDays: undefined }),
    mend: ({ stores, clinic }) => stores.accounts.saveRetention(clinic.account, kept),
  },
  hipaa_recordings: {
    plant: ({ dataFolder }) => {
      mkdirSync(path.join(dataFolder, "recordings"), { recursive: true });
      writeFileSync(path.join(dataFolder, "recordings", "call.wav"), "RIFF....WAVEfmt ");
    },
    mend: ({ dataFolder }) => rmSync(path.join(dataFolder, "recordings", "call.wav")),
  },
};

test("a fresh install passes, and each planted fault turns its own line red and no other", async () => {
  const install = await anInstall();
  expect(await install.look()).toEqual([]);

  for (const [line, { plant, mend, settings }] of Object.entries(faults)) {
    await plant?.(install);
    expect((await install.look(settings)).map(({ check }) => check)).toEqual([line]);
    expect([line, isLong ? askProgram(install, settings) : red(line)]).toEqual([line, red(line)]);
    await mend?.(install);
  }

  expect(Object.keys(faults)).toHaveLength(14);
  expect(await install.look()).toEqual([]);
});

test("an install without a clinic says so, and no problem is left without a way out", async () => {
  const { stores, url, dataFolder, publicUrl } = await anInstall();
  const other = { ...stores, accounts: { ...stores.accounts, accounts: async () => [] } };

  const settings = { dataFolder, publicUrl: undefined, masterKey: undefined };
  const findings = await checkHipaa({ settings, stores: other, logs: [] });
  const problems = findings.filter(({ state }) => state === "problem");

  expect(problems.map(({ check }) => check)).toEqual(["hipaa_mode", "hipaa_https"]);
  expect(problems.every(({ fix }) => fix !== undefined)).toBe(true);
  expect(findings.filter(({ check }) => check === "hipaa_owner").map(({ says }) => says)).toEqual(
    expect.arrayContaining([expect.stringContaining("business associate agreement")]),
  );
  const run = (env: Readonly<Record<string, string>>) => {
    const own = { DATABASE_URL: url, DATA_FOLDER: dataFolder, ...env };
    return spawnSync(process.execPath, [program, "doctor", "--hipaa"], {
      encoding: "utf8",
      env: { ...process.env, ...own },
    });
  };
  const passes = run({ PUBLIC_URL: publicUrl });
  expect(passes.status, passes.stdout + passes.stderr).toBe(0);
  expect(run({ PUBLIC_URL: "http://calls.clinic.example" })).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^problem {2}hipaa https /m),
  });
});
