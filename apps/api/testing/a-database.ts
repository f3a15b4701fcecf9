import { freshDatabase, type TestDatabase } from "@ringtrail/database/testing";
import { inject, onTestFinished } from "vitest";

/** A migrated database of the test's own, dropped after it. Call it first: what is made later is closed earlier. */
export async function aDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase(inject("cluster"));
  onTestFinished(() => database.drop());
  return database;
}
