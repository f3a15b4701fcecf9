import type { Settings } from "../../env.ts";
import { checkDatabase } from "../check-database.ts";
import { note, type Finding } from "../finding.ts";
import { checkHipaa } from "./check-hipaa.ts";

/** Looks at what a clinic must keep. Without the database and its keys nothing of it can be said, and that is said. */
export async function runHipaaDoctor(settings: Settings, logs: readonly string[]): Promise<readonly Finding[]> {
  const database = await checkDatabase(settings);
  try {
    const { stores, findings } = database;
    if (stores !== undefined) return [...findings, ...(await checkHipaa({ settings, stores, logs }))];
    return [...findings, note("hipaa", "What needs the database and its keys was not looked at.")];
  } finally {
    await database.close();
  }
}
