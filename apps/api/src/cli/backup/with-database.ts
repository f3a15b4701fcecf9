import { readCliSettings } from "../read-cli-settings.ts";

/** The installation's database, as its owner, for as long as the work takes. */
export async function withDatabase<Value>(
  progress: (line: string) => void,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const { openDatabase } = await import("../../open-storage.ts");
  const database = await openDatabase(readCliSettings(), progress);
  try {
    return await work(database.url);
  } finally {
    await database.close();
  }
}
