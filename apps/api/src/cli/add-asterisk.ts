import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { instant } from "@ringtrail/core";
import { printConfig, usualSetup } from "@ringtrail/telephony/asterisk";
import { addAsteriskSounds } from "./add-asterisk-sounds.ts";
import { findAccount } from "./find-account.ts";
import { findPbx } from "./find-pbx.ts";
import { makeOutput } from "./output.ts";
import { parseCount } from "./parse-count.ts";
import { withStorage } from "./with-storage.ts";

interface ConnectOptions {
  readonly ari: string;
  readonly user: string;
  readonly account?: string;
}

interface ConfigOptions {
  readonly connection: string;
  readonly trunk: string;
  readonly trunkFrom: readonly string[];
  readonly dial: string;
  readonly sounds: string;
  readonly recordings: string;
  readonly house?: string;
  readonly asterisk: number;
  readonly out?: string;
}

/** `ringtrail asterisk`: a PBX of one's own as the phone company. */
export function addAsterisk(program: Command): void {
  const asterisk = program.command("asterisk").description("your own Asterisk 22 as the phone company");
  addConnect(program, asterisk);
  addConfig(program, asterisk);
  addAsteriskSounds(program, asterisk);
}

function addConnect(program: Command, asterisk: Command): void {
  asterisk
    .command("connect")
    .description("make the connection to a PBX, with a new secret; repeated for the same user it changes the secret")
    .requiredOption("--ari <url>", "where its HTTP server answers, for recordings: http://10.0.0.5:8088")
    .option("--user <name>", "the ARI user, and the connection's name here", "ringtrail")
    .option("--account <name>", "the account it belongs to; not needed when there is only one")
    .addHelpText("after", "\nExample:\n  ringtrail asterisk connect --ari http://10.0.0.5:8088")
    .action(async ({ ari, user, account }: ConnectOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const connection = await withStorage(output, async ({ accounts }) =>
        accounts.saveConnection({
          account: await findAccount(accounts, account),
          carrier: "asterisk",
          carrierAccount: user,
          secret: randomBytes(32).toString("base64url"),
          apiBase: ari,
        }),
      );
      const next = `ringtrail asterisk config --connection ${connection} --trunk <host> --trunk-from <address>`;
      output.result({ connection }, [`Connected as ${connection}.`, `Next: ${next}`]);
    });
}

function addConfig(program: Command, asterisk: Command): void {
  asterisk
    .command("config")
    .description("print what Asterisk needs: dialplan, trunk, and the user that fetches recordings")
    .requiredOption("--connection <id>", "the PBX, as `ringtrail asterisk connect` named it")
    .requiredOption("--trunk <host>", "the SIP host of your trunk: sip.example.com")
    .requiredOption("--trunk-from <address...>", "addresses or networks its calls come from; no others are believed")
    .option("--dial <pattern>", "how the business is dialled", "PJSIP/{number}@trunk")
    .option("--sounds <folder>", "where its sound files lie", usualSetup.soundsFolder)
    .option("--recordings <folder>", "Asterisk's own recording folder", usualSetup.recordingsFolder)
    .option("--house <context>", "the context in which your telephones dial: who a call is transferred to is told too")
    .option("--asterisk <version>", "the major version of your Asterisk", parseCount(13, 99), usualSetup.version)
    .option("--out <folder>", "write the files there instead of printing them")
    .addHelpText(
      "after",
      "\nExample:\n  ringtrail asterisk config --connection <id> --trunk sip.example.com --trunk-from 192.0.2.10 --out ./pbx",
    )
    .action(async (options: ConfigOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const { out, dial, sounds: soundsFolder, recordings: recordingsFolder, house, trunk, trunkFrom } = options;
      const pbx = await withStorage(output, (stores) => findPbx(stores, options.connection));
      const files = printConfig({
        ...usualSetup,
        ...pbx,
        dial,
        version: options.asterisk,
        soundsFolder,
        recordingsFolder,
        house,
        trunk: { host: trunk, from: trunkFrom },
        printedAt: instant(Date.now()),
      });
      if (out !== undefined) {
        await mkdir(out, { recursive: true });
        for (const { name, text } of files) await writeFile(path.join(out, name), text, { mode: 0o640 });
      }
      const lines = files.flatMap(({ name, use, text }) => [
        `; ==== ${name}`,
        `; ${use}`,
        ...(out === undefined ? [text] : []),
      ]);
      output.result({ files: out === undefined ? files : files.map(({ name }) => name) }, lines);
    });
}
