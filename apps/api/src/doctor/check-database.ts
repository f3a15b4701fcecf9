import { existsSync } from "node:fs";
import path from "node:path";
import { checkMigrations, createStores, type Stores } from "@ringtrail/database";
import { startEmbedded } from "@ringtrail/database/embedded";
import type { Settings } from "../env.ts";
import { reach } from "../open-storage.ts";
import { StartFailure } from "../start-failure.ts";
import { fine, note, problem, type Finding } from "./finding.ts";

/** What was found, and the stores when they can be opened. */
export interface DatabaseFindings {
  readonly findings: readonly Finding[];
  readonly stores: Stores | undefined;
  close(): Promise<void>;
}

const check = "database";

/** Looks at the database without bringing it up to date: reachable, migrated, held by row security, fitting keys. */
export async function checkDatabase(settings: Settings): Promise<DatabaseFindings> {
  if (settings.databaseUrl !== undefined) return lookInto(settings, settings.databaseUrl, "DATABASE_URL");
  if (!wasStarted(settings)) {
    return only(note(check, `There is none in ${settings.dataFolder} yet: the first start makes it.`));
  }
  const embedded = await startEmbedded({ folder: path.join(settings.dataFolder, "postgres") });
  if (!embedded.ok)
    return only(
      problem(check, `The embedded PostgreSQL does not start (${embedded.reason.code}).`, embedded.reason.fix),
    );
  const found = await lookInto(settings, embedded.value.url, `embedded in ${embedded.value.folder}`);
  return {
    ...found,
    close: async () => {
      await found.close();
      await embedded.value.stop();
    },
  };
}

/** A start leaves a key file, or, where the key comes from the environment, at least the cluster. */
function wasStarted({ dataFolder }: Settings): boolean {
  return ["keys/master.key", "postgres/PG_VERSION"].some((file) => existsSync(path.join(dataFolder, file)));
}

async function lookInto(settings: Settings, url: string, where: string): Promise<DatabaseFindings> {
  try {
    const state = await reach(() => checkMigrations(url));
    if (!state.ok)
      return only(problem("migrations", `The database cannot be used (${state.reason.code}).`, state.reason.fix));
    const { server, applied, pending } = state.value;
    const reached = fine(check, `PostgreSQL ${server} answers (${where}).`);
    if (applied === 0) return only(reached, note("migrations", "The database is empty: the first start fills it."));
    if (pending > 0)
      return only(
        reached,
        note("migrations", `${pending} of ${applied + pending} are to come: the next start applies them.`),
      );
    return await open(settings, url, [reached, fine("migrations", `All ${applied} are applied.`)]);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    return only(problem(check, error.message, error.fix));
  }
}

async function open(settings: Settings, url: string, before: readonly Finding[]): Promise<DatabaseFindings> {
  const keys = {
    file: path.join(settings.dataFolder, "keys", "master.key"),
    override: settings.masterKey,
    command: settings.masterKeyCommand,
    older: settings.oldMasterKeys,
  };
  const recordingsFolder = path.join(settings.dataFolder, "recordings");
  const opened = await reach(() => createStores({ url, keys, recordingsFolder, connections: 1 }));
  const held = fine("database_role", "Row-level security holds the roles the server acts as.");
  if (opened.ok) {
    const stores = opened.value;
    const findings = [...before, held, fine("keys", "The master key opens what the database keeps sealed.")];
    return { findings, stores, close: stores.close };
  }
  const { code, fix } = opened.reason;
  return code === "database_role_unsafe"
    ? only(...before, problem("database_role", "Row-level security does not hold the server's role.", fix))
    : only(...before, held, problem("keys", `The sealed values cannot be opened (${code}).`, fix));
}

function only(...findings: readonly Finding[]): DatabaseFindings {
  return { findings, stores: undefined, close: () => Promise.resolve() };
}
