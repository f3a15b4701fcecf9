import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { err, ok, type Result } from "@ringtrail/core";
import { overrideRules, type LoadedRuleSet } from "@ringtrail/recording-law";
import { z } from "zod";
import { lawFolderOf, readJsonFile } from "./law-folder.ts";
import { readLaw } from "./read-law.ts";

const Means = z.enum(["silent", "announce", "active_consent", "do_not_record"]);
const File = z.looseObject({
  overrides: z.array(
    z.object({
      place: z.string(),
      phone: Means.optional(),
      video: Means.optional(),
      reason: z.string(),
      author: z.string(),
      date: z.string(),
    }),
  ),
});

/** One override, as the file has it. */
export type WrittenOverride = z.infer<typeof File>["overrides"][number];

/** Why the owner's overrides were not changed. */
export type OverrideNotKept =
  | { readonly code: "override_wrong"; readonly field: string }
  | { readonly code: "override_absent" }
  /** Several accounts share the server: none changes the law of the others. */
  | { readonly code: "overrides_shared" }
  /** The file on disk is wrong at `where`. It is somebody's work, so nothing is written over it. */
  | { readonly code: "overrides_refused"; readonly where: string };

/** The overrides in force, with the law that is under them. */
export interface OpenedBook {
  readonly overrides: readonly WrittenOverride[];
  readonly bare: LoadedRuleSet;
}

/** The owner's overrides: one file, whether it is written by hand or from a screen. */
export interface OverrideBook {
  open(): Promise<Result<OpenedBook, OverrideNotKept>>;
  /** Keeps an override in place of earlier ones of its place. It is in force when this answers. */
  keep(override: WrittenOverride): Promise<Result<OpenedBook, OverrideNotKept>>;
  withdraw(place: string): Promise<Result<OpenedBook, OverrideNotKept>>;
}

/**
 * Opens the book of a data folder. Changes go one after the other and are written whole or not at all, after the same
 * check the law passes when it is read.
 *
 * @param reread has the server read its law anew.
 */
export function openOverrideBook(dataFolder: string, reread: () => Promise<void>): OverrideBook {
  const { overrides: file } = lawFolderOf(dataFolder);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const open = () => openBook(dataFolder, file);
  const change = (edit: (before: readonly WrittenOverride[]) => Result<readonly WrittenOverride[], OverrideNotKept>) =>
    inTurn(async (): Promise<Result<OpenedBook, OverrideNotKept>> => {
      const opened = await open();
      if (!opened.ok) return opened;
      const { bare, rest, overrides: before } = opened.value;
      const after = edit(before);
      if (!after.ok) return after;
      const checked = await overrideRules(bare, { overrides: after.value });
      if (!checked.ok) return err({ code: "override_wrong", field: fieldOf(checked.reason) });
      await writeWhole(file, { ...rest, overrides: after.value });
      await reread();
      return ok({ bare, overrides: after.value });
    });
  return {
    open,
    keep: (override) => change((before) => ok([...before.filter(({ place }) => place !== override.place), override])),
    withdraw: (place) =>
      change((before) => {
        const after = before.filter((one) => one.place !== place);
        return after.length === before.length ? err({ code: "override_absent" }) : ok(after);
      }),
  };
}

/** What else stands in the file, such as its `$schema`, is kept. */
async function openBook(
  dataFolder: string,
  file: string,
): Promise<Result<OpenedBook & { readonly rest: object }, OverrideNotKept>> {
  const law = await readLaw(dataFolder);
  if (!law.ok) return err({ code: "overrides_refused", where: fieldOf(law.reason) });
  const { bare } = law.value;
  const read = await readJsonFile(file);
  if (read.kind === "absent") return ok({ bare, overrides: [], rest: {} });
  const parsed = File.safeParse(read.kind === "json" ? read.json : undefined);
  if (!parsed.success) return err({ code: "overrides_refused", where: "overrides.json" });
  const { overrides, ...rest } = parsed.data;
  return ok({ bare, overrides, rest });
}

/** The law names a place as `overrides[2].author`; whoever sent one override knows only `author`. */
function fieldOf(reason: object): string {
  const at =
    "at" in reason && typeof reason.at === "string" ? reason.at : "file" in reason ? String(reason.file) : "place";
  return at.replace(/^overrides\[\d+\]\./, "");
}

async function writeWhole(file: string, json: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, `${JSON.stringify(json, undefined, 2)}\n`, { mode: 0o600 });
  await rename(beside, file);
}
