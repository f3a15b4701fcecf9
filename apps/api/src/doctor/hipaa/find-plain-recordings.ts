import { existsSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import path from "node:path";

/** The first bytes of every file we seal; a digit follows that says how. */
const sealed = Buffer.from("RTV");

/** Files of a recordings folder that are not sealed: somebody put or decrypted them there. */
export async function findPlainRecordings(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const plain: string[] = [];
  for (const file of files) if (!(await beginsSealed(file))) plain.push(path.relative(folder, file));
  return plain.toSorted();
}

async function beginsSealed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(sealed.length);
    await handle.read(start, 0, start.length, 0);
    return start.equals(sealed);
  } finally {
    await handle.close();
  }
}
