import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createStores, migrate } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { startFakeCarrier } from "@ringtrail/telephony/fake";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { aDatabase } from "../../../testing/a-database.ts";
import { aFolder } from "../../../testing/a-running-server.ts";
import { demoNumbers } from "../../seed/demo-business.ts";
import { seedDemo } from "../../seed/seed-demo.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Ringtrail = (words: string, typed?: string) => Promise<Said>;

/** The command line on a database with the demo account, whose carrier answers. */
async function aShell(): Promise<Ringtrail> {
  const { url } = await aDatabase();
  must(await migrate(url));
  const folder = aFolder();
  const keys = { file: path.join(folder, "keys", "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  const account = { sid: `AC${"1".repeat(32)}`, token: "a secret", numbers: demoNumbers };
  const carrier = await startFakeCarrier({ accounts: [account] });
  onTestFinished(() => carrier.stop());
  const facts = { apiBase: carrier.url, carrierAccount: account.sid, secret: account.token };
  await seedDemo(stores.accounts, facts, ["http://127.0.0.1"]);
  await stores.close();
  return (words, typed = "") =>
    new Promise((resolve) => {
      const env = { PATH: process.env["PATH"], HOME: folder, DATA_FOLDER: folder, DATABASE_URL: url };
      const child = spawn(process.execPath, [program, ...words.split(" ")], { env });
      const said = { stdout: "", stderr: "" };
      child.stdout.on("data", (part: Buffer) => (said.stdout += String(part)));
      child.stderr.on("data", (part: Buffer) => (said.stderr += String(part)));
      child.on("close", (status) => resolve({ status, ...said }));
      child.stdin.end(typed);
    });
}

test("a number is found, its price said, rented with a yes, listed and given back", async () => {
  const ringtrail = await aShell();

  expect((await ringtrail("numbers search --area 212")).stdout).toContain("+12125550100  1.15 USD a month");
  const unsaid = await ringtrail("numbers buy +12125550142");
  expect(unsaid.status).toBe(1);
  expect(unsaid.stderr).toMatch(/^price_not_accepted: \+12125550142 costs 1\.15 USD a month\. Nothing was bought\.$/m);
  expect((await ringtrail("numbers list")).stdout).not.toContain("+12125550142");

  const bought = await ringtrail("numbers buy +12125550142 --slice paid_search --yes --json");
  expect(JSON.parse(bought.stdout)).toMatchObject({ slice: "paid_search", monthly: { cents: 115 }, state: "in_use" });
  expect((await ringtrail("numbers list --csv")).stdout).toMatch(/^\+12125550142,in_use,pool,/m);
  expect((await ringtrail("numbers release +12125550142")).stdout).toContain("rests until");
  expect((await ringtrail("numbers list")).stdout).toMatch(/\+12125550142 {2}resting/);
});

test("the wizard asks where, what and which, says the price, and rents the one that was chosen", async () => {
  const ringtrail = await aShell();

  const { stdout, stderr, status } = await ringtrail("numbers source", "3\nSpring flyer\n206\n1\n");

  expect(status, stderr).toBe(0);
  expect(stderr).toContain("Google Business Profile");
  expect(stderr).toContain("1.15 USD a month");
  expect(stdout).toContain("+12065550100 is yours");
  const { numbers } = JSON.parse((await ringtrail("numbers list --json")).stdout);
  const touch = { channel: "campaign", source: "print", campaign: "Spring flyer" };
  expect(numbers).toContainEqual(
    expect.objectContaining({ e164: "+12065550100", role: "source", touch: expect.objectContaining(touch) }),
  );
});

test("a wizard that is left, a number that is none, a pool there is not: said plainly, nothing bought", async () => {
  const ringtrail = await aShell();

  expect((await ringtrail("numbers source", "2\n\n\n\n")).stderr).toContain("none_chosen");
  expect((await ringtrail("numbers source", "9\n")).stderr).toContain("kind_unknown");
  expect((await ringtrail("numbers import +12125550143")).stderr).toContain("number_not_at_carrier");
  expect((await ringtrail("numbers buy +12125550143 --pool Elsewhere --yes")).stderr).toContain("pool_unknown");
  expect((await ringtrail("numbers release +12125550143")).stderr).toContain("number_unknown");
});
