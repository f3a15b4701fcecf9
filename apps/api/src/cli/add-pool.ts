import type { Command } from "commander";
import { addPoolSimulate } from "./add-pool-simulate.ts";
import { addPoolSize } from "./add-pool-size.ts";

/** `ringtrail pool`: how many numbers a pool needs, and what it gives for them. */
export function addPool(program: Command): void {
  const pool = program.command("pool").description("how many numbers a pool needs, and how sure its calls are");
  addPoolSize(pool);
  addPoolSimulate(pool);
}
