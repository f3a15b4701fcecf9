import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ConfigFile } from "@ringtrail/telephony/asterisk";
import { expect } from "vitest";
import { startProcess, type RunningProcess } from "@tooling/harness";
import type { Engine } from "./debian/bring-engine.ts";
import { modulesFolder, unpackedProgram } from "./debian/unpacked-program.ts";
import { modules } from "./asterisk-modules.ts";
import { telephone } from "./house-telephone.ts";
import { soundPorts, steadyPort } from "./steady-port.ts";

/** Where the parties of a test live: loopback addresses, by which Asterisk tells them apart. */
export const addresses = {
  trunk: "127.0.0.2",
  business: "127.0.0.3",
  stranger: "127.0.0.4",
  colleague: "127.0.0.5",
} as const;

/** Ports and folders of one Asterisk, chosen before its configuration is printed. */
export interface AsteriskPlace {
  readonly folder: string;
  readonly sipPort: number;
  readonly httpPort: number;
  /** The SIP port at which the business's telephone will wait. */
  readonly businessPort: number;
  readonly soundsFolder: string;
  readonly recordingsFolder: string;
}

export interface RunningAsterisk {
  readonly process: RunningProcess;
  /** Runs a command of Asterisk's console and answers what it printed. */
  command(words: string): Promise<string>;
  /** Waits until no channel is open and every report was taken. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function chooseAsteriskPlace(folder: string): Promise<AsteriskPlace> {
  const [sipPort, httpPort, businessPort] = await Promise.all([
    steadyPort("udp"),
    steadyPort("tcp"),
    steadyPort("udp", addresses.business),
  ]);
  const soundsFolder = path.join(folder, "sounds");
  const recordingsFolder = path.join(folder, "spool", "recording");
  for (const place of [soundsFolder, recordingsFolder]) await mkdir(place, { recursive: true });
  return { folder, sipPort, httpPort, businessPort, soundsFolder, recordingsFolder };
}

/**
 * Starts an Asterisk with the configuration we print for people, and around it the least a machine of its own has:
 * a transport, an HTTP server, a telephone of the business.
 */
export async function startAsterisk(
  engine: Engine,
  place: AsteriskPlace,
  printed: readonly ConfigFile[],
): Promise<RunningAsterisk> {
  const { folder } = place;
  const etc = path.join(folder, "etc");
  for (const name of ["etc", "lib", "run", "log", "spool"]) await mkdir(path.join(folder, name), { recursive: true });
  for (const { name, text } of printed) await writeFile(path.join(etc, name), text);
  for (const [name, text] of Object.entries(await ownFiles(engine, place))) await writeFile(path.join(etc, name), text);
  await cp(path.join(engine.root, "usr/share/asterisk/rest-api"), path.join(folder, "lib/rest-api"), {
    recursive: true,
  });
  const { command, args } = unpackedProgram(engine.root, "usr/sbin/asterisk");
  const conf = path.join(etc, "asterisk.conf");
  const process = await startProcess(command, [...args, "-C", conf, "-f", "-n", "-vvv"], { cwd: folder });
  await process.waitFor(/Asterisk Ready/, 120_000);
  const ask = async (words: string): Promise<string> => {
    const asked = await startProcess(command, [...args, "-C", conf, "-rx", words]);
    await asked.ended;
    return asked.output();
  };
  return {
    process,
    command: ask,
    settled: async () => {
      const rest = async () => `${await ask("core show channels count")}${await ask("database show ringtrail-spool")}`;
      await expect.poll(rest, { timeout: 60_000, interval: 200 }).toMatch(/^0 active channels[\s\S]*\n0 results/);
    },
    stop: async () => {
      await process.stop();
    },
  };
}

/** Asterisk's own files: everything that is not ours to print. */
async function ownFiles(engine: Engine, place: AsteriskPlace): Promise<Readonly<Record<string, string>>> {
  const { folder, sipPort, httpPort, businessPort } = place;
  const most = (soundPorts.to - soundPorts.from - 600) / 2;
  const rtpStart = soundPorts.from + 2 * Math.floor(Math.random() * most);
  const known = await readdir(modulesFolder(engine.root));
  const directories = {
    astetcdir: `${folder}/etc`,
    astmoddir: modulesFolder(engine.root),
    astvarlibdir: `${folder}/lib`,
    astdbdir: `${folder}/lib`,
    astkeydir: `${folder}/lib`,
    astdatadir: `${engine.root}/usr/share/asterisk`,
    astagidir: `${folder}/lib`,
    astspooldir: `${folder}/spool`,
    astrundir: `${folder}/run`,
    astlogdir: `${folder}/log`,
  };
  const lines = Object.entries(directories).map(([name, value]) => `${name} => ${value}`);
  return {
    "asterisk.conf": `[directories]\n${lines.join("\n")}\n[options]\ndocumentation_language = en_US\n`,
    "modules.conf": `[modules]\nautoload=no\n${modules
      .filter((name) => known.includes(`${name}.so`))
      .map((name) => `load=${name}.so`)
      .join("\n")}\n`,
    "logger.conf":
      "[general]\n[logfiles]\nfull => notice,warning,error,verbose,dtmf\nconsole => notice,warning,error\n",
    "rtp.conf": `[general]\nrtpstart=${rtpStart}\nrtpend=${rtpStart + 600}\nicesupport=no\n`,
    "http.conf": `[general]\nenabled=yes\nbindaddr=127.0.0.1\nbindport=${httpPort}\n`,
    "features.conf": '#include "ringtrail-features.conf"\n',
    "manager.conf":
      '[general]\nenabled=yes\nwebenabled=yes\nport=0\nbindaddr=127.0.0.1\n#include "ringtrail-manager.conf"\n',
    "ari.conf": '[general]\nenabled=yes\n#include "ringtrail-ari.conf"\n',
    "extensions.conf":
      '[general]\n#include "ringtrail-extensions.conf"\n[from-business]\nexten => 205,1,Dial(PJSIP/205@colleague)\nexten => _X.,1,Hangup(21)\n',
    "indications.conf": await readFile(new URL("./indications.conf", import.meta.url), "utf8"),
    "pjsip.conf": `[global]
type=global
[ringtrail-udp]
type=transport
protocol=udp
bind=127.0.0.1:${sipPort}
#include "ringtrail-pjsip.conf"
${telephone("business", addresses.business, businessPort)}${telephone("colleague", addresses.colleague, businessPort)}`,
  };
}
