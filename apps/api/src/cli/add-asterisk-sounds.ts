import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import type { AccountId } from "@ringtrail/core";
import type { Stores } from "@ringtrail/database";
import { neededSounds, type NeededSound } from "@ringtrail/telephony/asterisk";
import { findShippedSounds, shippedSoundOf } from "../sounds/shipped-sounds.ts";
import { findPbx } from "./find-pbx.ts";
import { makeOutput } from "./output.ts";
import { withStorage } from "./with-storage.ts";

/** A sentence, and where its sound comes from; `missing` is to be recorded or spoken by somebody. */
type ListedSound = Omit<NeededSound, "sound"> & { readonly from: "upload" | "shipped" | "missing" };

interface SoundOptions {
  readonly connection: string;
  readonly out?: string;
}

/** `ringtrail asterisk sounds`: what a PBX must be able to say, and the files of it that we have. */
export function addAsteriskSounds(program: Command, asterisk: Command): void {
  asterisk
    .command("sounds")
    .description("list every sentence your flows say, with the file that must say it on the PBX; or write the files")
    .requiredOption("--connection <id>", "the PBX, as `ringtrail asterisk connect` named it")
    .option("--out <folder>", "write there every file that was uploaded or is shipped")
    .addHelpText("after", "\nExample:\n  ringtrail asterisk sounds --connection <id> --out ./sounds")
    .action(async ({ connection, out }: SoundOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const sounds = await withStorage(output, async (stores) => {
        const { account, flows } = await findPbx(stores, connection);
        if (out !== undefined) await mkdir(out, { recursive: true });
        const listed: ListedSound[] = [];
        for (const needed of neededSounds(flows)) listed.push(await provide(stores, account, needed, out));
        return listed;
      });
      const lines = sounds.map(({ file, language, from, text }) => `${file}  ${language}  ${from}  ${text}`);
      const missing = sounds.filter(({ from }) => from === "missing").length;
      const hint = `${missing} to be recorded, or uploaded as the announcement's sound: without its file a notice is not heard.`;
      output.result({ sounds }, missing === 0 ? lines : [...lines, hint]);
    });
}

async function provide(
  stores: Pick<Stores, "sounds">,
  account: AccountId,
  { sound, ...sentence }: NeededSound,
  out: string | undefined,
): Promise<ListedSound> {
  const shipped = sound === undefined ? shippedSoundOf(sentence, findShippedSounds())?.read() : undefined;
  const bytes = sound === undefined ? shipped : await stores.sounds.soundFile(account, sound, "telephone");
  if (bytes === undefined) return { ...sentence, from: "missing" };
  if (out !== undefined) await writeFile(path.join(out, sentence.file), bytes, { mode: 0o644 });
  return { ...sentence, from: sound === undefined ? "shipped" : "upload" };
}
