import type { Stores } from "@ringtrail/database";
import { readCliSettings } from "./read-cli-settings.ts";
import type { Output } from "./output.ts";

/** Opens the stores for one command, joining the database of a running server, and closes them after it. */
export async function withStorage<Value>(output: Output, work: (stores: Stores) => Promise<Value>): Promise<Value> {
  const { openStorage } = await import("../open-storage.ts");
  const storage = await openStorage(readCliSettings(), output.progress);
  try {
    return await work(storage.stores);
  } finally {
    await storage.close();
  }
}
