import { mkdir, readdir } from "node:fs/promises";
import { CommandFailure } from "../cli/output.ts";

/**
 * Makes a folder that only its owner reads. What is written to it is a whole: old files beside it would be taken for its
 * own.
 *
 * @throws CommandFailure with this code when the folder holds anything.
 */
export async function makeEmptyFolder(folder: string, code: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length === 0) return;
  throw new CommandFailure(code, `${folder} holds files already.`, "Name a new or an empty folder with --out.");
}
