import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Result } from "@ringtrail/core";
import { giveTo } from "../src/embedded/choose-place.ts";
import { chooseUser } from "../src/embedded/choose-user.ts";
import { clusterFiles, readPassword } from "../src/embedded/cluster-files.ts";
import { connectOnce, urlOf, type Login } from "../src/embedded/connect-once.ts";
import { createDatabase } from "../src/embedded/create-database.ts";
import { findBinaries } from "../src/embedded/find-binaries.ts";
import { initCluster } from "../src/embedded/init-cluster.ts";
import { prepareBinaries } from "../src/embedded/prepare-binaries.ts";
import { startServer } from "../src/embedded/start-server.ts";
import { stopServer } from "../src/embedded/stop-server.ts";
import { migrate } from "../src/migrate.ts";

/** A throw-away server with a migrated template, as plain data: test workers get it by message. */
export interface TestCluster {
  readonly superuser: Login;
  readonly owner: Login;
}

const template = "ringtrail_template";

/**
 * Starts a server for one test run, without durability, and migrates a template that every test file's database is
 * cloned from.
 *
 * @param native the folder above `bin`; the embedded PostgreSQL 18 by default.
 */
export async function startTestCluster(
  native?: string,
): Promise<{ readonly cluster: TestCluster; readonly stop: () => Promise<void> }> {
  const base = mkdtempSync(path.join(tmpdir(), "ringtrail-test-"));
  const programs = native ?? prepareBinaries(must(findBinaries()), base);
  const runAs = must(chooseUser(programs));
  const files = clusterFiles(path.join(base, "postgres"));
  must(await initCluster(programs, runAs, files, true));
  giveTo(runAs, files.folder);
  const { pid, port } = must(await startServer(programs, runAs, files, true));
  const password = readPassword(files.folder, "superuser") ?? "";
  const superuser: Login = { port, user: "postgres", password, database: "postgres" };
  const owner = await createDatabase(files.folder, superuser);
  await connectOnce(superuser, (sql) => sql.unsafe(`create database ${template} owner ringtrail_owner`));
  must(await migrate(urlOf({ ...owner, database: template })));
  const stop = async () => {
    await stopServer(programs, files.folder, pid);
    rmSync(base, { recursive: true, force: true });
  };
  return { cluster: { superuser, owner }, stop };
}

/** A database of a test file's own, as its owner sees it and as the superuser does. */
export interface TestDatabase {
  readonly url: string;
  readonly superuserUrl: string;
  readonly drop: () => Promise<void>;
}

let databases = 0;

/** Clones the template: a few hundredths of a second, against a second for the migrations. */
export async function freshDatabase({ superuser, owner }: TestCluster): Promise<TestDatabase> {
  const name = `test_${process.pid}_${(databases += 1)}`;
  await connectOnce(superuser, (sql) =>
    sql.unsafe(`create database ${name} template ${template} owner ringtrail_owner`),
  );
  return {
    url: urlOf({ ...owner, database: name }),
    superuserUrl: urlOf({ ...superuser, database: name }),
    drop: async () => {
      await connectOnce(superuser, (sql) => sql.unsafe(`drop database ${name} with (force)`));
    },
  };
}

/** The value, or an error with the reason: in a test an expected trouble is a failure. */
export function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}
