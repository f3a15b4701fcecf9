import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { lawFolderOf, readJsonFile } from "./law-folder.ts";
import { checkLaw, type CheckedLaw } from "./read-law.ts";

const Kept = z.object({
  hash: z.string(),
  manifest: z.unknown(),
  files: z.record(z.string(), z.unknown()),
  overrides: z.unknown().optional(),
});

/** Keeps a law that passed every check, whole or not at all. One that is kept already is not written again. */
export async function keepLastGood(dataFolder: string, { rules, files, overrides }: CheckedLaw): Promise<void> {
  const { lastGood } = lawFolderOf(dataFolder);
  const kept = await readKept(lastGood);
  if (kept?.hash === rules.hash && (await findLastGood(dataFolder)) !== undefined) return;
  await mkdir(path.dirname(lastGood), { recursive: true, mode: 0o700 });
  const beside = `${lastGood}.${randomUUID()}`;
  await writeFile(beside, JSON.stringify({ hash: rules.hash, ...files, overrides }), { mode: 0o600 });
  await rename(beside, lastGood);
}

/** The last good law, checked again: a copy that was damaged is no good. */
export async function findLastGood(dataFolder: string): Promise<CheckedLaw | undefined> {
  const kept = await readKept(lawFolderOf(dataFolder).lastGood);
  if (kept === undefined) return undefined;
  const checked = await checkLaw({ manifest: kept.manifest, files: kept.files }, kept.overrides);
  return checked.ok ? checked.value : undefined;
}

async function readKept(file: string): Promise<z.infer<typeof Kept> | undefined> {
  const read = await readJsonFile(file);
  return read.kind === "json" ? Kept.safeParse(read.json).data : undefined;
}
