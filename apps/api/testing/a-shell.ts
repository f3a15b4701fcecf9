import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createStores, migrate } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { startFakeCarrier } from "@ringtrail/telephony/fake";
import { onTestFinished } from "vitest";
import { demoNumbers } from "../src/seed/demo-business.ts";
import { seedDemo } from "../src/seed/seed-demo.ts";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { bareEnvironment } from "./bare-environment.ts";

const program = fileURLToPath(new URL("../bin/ringtrail.mjs", import.meta.url));

/** What a command said. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `ringtrail` with these words. */
export type Ringtrail = (words: string, typed?: string) => Promise<Said>;

/** The command line on a database with the demo account, whose carrier answers. */
export async function aShell(): Promise<Ringtrail> {
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
      const env = { ...bareEnvironment, HOME: folder, DATA_FOLDER: folder, DATABASE_URL: url };
      const child = spawn(process.execPath, [program, ...words.split(" ")], { env });
      const said = { stdout: "", stderr: "" };
      child.stdout.on("data", (part: Buffer) => (said.stdout += String(part)));
      child.stderr.on("data", (part: Buffer) => (said.stderr += String(part)));
      child.on("close", (status) => resolve({ status, ...said }));
      child.stdin.end(typed);
    });
}
