import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseId, type AccountId, type Instant, type RecordingId } from "@ringtrail/core";
import type { AccountImport, Stores } from "@ringtrail/database";
import { CommandFailure } from "../cli/output.ts";
import type { Progress } from "../open-storage.ts";
import { makeTelephoneSound } from "../sounds/make-telephone-sound.ts";
import { checkChains } from "./check-chains.ts";
import { importRefused } from "./import-refused.ts";
import { readManifest, type ExportRead } from "./read-manifest.ts";

/** What is taken in, and how. */
export interface ImportFolder {
  readonly folder: string;
  /** The account's name here; its own when undefined. */
  readonly name: string | undefined;
  /** Everything is tried, nothing is kept. */
  readonly dryRun: boolean;
  readonly now: Instant;
  /** Who asked, for the audit log. */
  readonly actor: string;
}

/** What was taken in, or would be. */
export interface Imported {
  readonly account: AccountId;
  readonly name: string;
  readonly dryRun: boolean;
  readonly exportedAt: string;
  /** Rows by file. */
  readonly rows: Readonly<Record<string, number>>;
  readonly sounds: number;
  /** Recordings whose sound the export had lost already, by id. */
  readonly soundsMissing: readonly string[];
  /** The proofs of the chain, every one of which holds. */
  readonly proofs: number;
}

/**
 * Takes in an account that `ringtrail export` wrote, with the ids it had. The whole export is checked first: its files
 * by their hashes, its consent proofs link by link. Then all of it is kept, or nothing.
 *
 * @throws CommandFailure
 */
export async function importAccount(
  stores: Pick<Stores, "accounts" | "importAccount">,
  { folder, name: wished, dryRun, now, actor }: ImportFolder,
  progress: Progress,
): Promise<Imported> {
  progress("comparing the files with their list");
  const read = await readManifest(folder);
  const { account } = read;
  const name = wished ?? (await nameIn(folder));
  await demandRoom(stores, account, name);
  const { proofs } = await checkChains(folder);
  const order = { account, dryRun, soundOf: (sha256: string) => readSound(folder, read, sha256) };
  const taken = await stores.importAccount(order, (into) => takeIn(into, { folder, read, name, dryRun }, progress));
  if (!taken.ok) throw importRefused(taken.reason);
  if (!dryRun) {
    const facts = { care: read.care, exportedAt: read.exportedAt, version: read.version };
    await stores.accounts.audit(account, { actor, action: "account.import", object: account, at: now, facts });
  }
  const { exportedAt, soundsMissing } = read;
  return { account, name, dryRun, exportedAt, soundsMissing, proofs, ...taken.value };
}

async function takeIn(
  into: AccountImport,
  { folder, read, name, dryRun }: { folder: string; read: ExportRead; name: string; dryRun: boolean },
  progress: Progress,
): Promise<Pick<Imported, "rows" | "sounds">> {
  const rows: Record<string, number> = {};
  for (const { file } of read.files) {
    const table = file.replace(/\.ndjson$/, "");
    progress(`reading ${table}`);
    rows[table] = await into.keep(
      table,
      table === "accounts" ? renamed(linesOf(folder, file), name) : linesOf(folder, file),
    );
  }
  for (const { file, sha256 } of read.sounds) {
    const id = parseId<RecordingId>(path.parse(file).name);
    if (!id.ok) throw refusedSound(file);
    // A trial has seen the file's hash; sealing it would only fill the disk for a moment.
    if (!dryRun && (await into.putSound(id.value, piecesOf(folder, file))).sha256 !== sha256) throw refusedSound(file);
  }
  return { rows, sounds: read.sounds.length };
}

function refusedSound(file: string): CommandFailure {
  return new CommandFailure("export_damaged", `${file} is no recording of this export.`, "Copy the export again.");
}

async function* linesOf(folder: string, file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path.join(folder, file)) })) {
    if (line !== "") yield line;
  }
}

async function* piecesOf(folder: string, file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path.join(folder, file)) as AsyncIterable<Uint8Array>;
}

async function* renamed(lines: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  for await (const line of lines) yield JSON.stringify({ ...(JSON.parse(line) as object), name });
}

async function nameIn(folder: string): Promise<string> {
  for await (const line of linesOf(folder, "accounts.ndjson")) {
    const { name } = JSON.parse(line) as { readonly name?: unknown };
    if (typeof name === "string") return name;
  }
  throw new CommandFailure("export_malformed", "accounts.ndjson names no account.", "Export the account again.");
}

async function demandRoom(stores: Pick<Stores, "accounts">, account: AccountId, name: string): Promise<void> {
  const all = await stores.accounts.accounts();
  if (all.some(({ id }) => id === account)) {
    throw new CommandFailure(
      "account_exists",
      "This account is here already.",
      "An export is taken in once, by a server that does not have the account. Start one with an empty DATA_FOLDER.",
    );
  }
  if (all.some((one) => one.name === name)) {
    throw new CommandFailure(
      "account_name_taken",
      `Another account here is called ${name}.`,
      "Give it a name with --as.",
    );
  }
}

async function readSound(folder: string, { announcements }: ExportRead, sha256: string) {
  const listed = announcements.find((one) => path.parse(one.file).name === sha256);
  const original = listed && (await readFile(path.join(folder, listed.file)));
  const made = original && (await makeTelephoneSound(original));
  if (original === undefined || made === undefined || !made.ok || made.value.sha256 !== sha256) {
    throw new CommandFailure(
      "export_incomplete",
      `The sound ${sha256} is not there.`,
      "Copy the export's whole folder.",
    );
  }
  return { original, telephone: made.value.telephone };
}
