import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { startProcess, type ProcessExit, type RunningProcess } from "@tooling/harness";
import type { Engine } from "../debian/bring-engine.ts";
import { unpackedProgram } from "../debian/unpacked-program.ts";
import { steadyPort } from "../steady-port.ts";
import { openEar, type Ear } from "../sound/ear.ts";
import { scenario, type Piece } from "./scenario.ts";

/** How a party takes part. */
export interface Part {
  readonly name: string;
  /** The loopback address it lives at: the trunk, the business and a stranger each have one. */
  readonly address: string;
  /** The SIP port; any free one when it is not said. */
  readonly port?: number;
  readonly pieces: readonly Piece[];
  /** A file of bare G.711 that it speaks. */
  readonly toneFile: string;
  /** Where a caller sends its call. Without it the party waits to be called. */
  readonly rings?: { readonly sipPort: number; readonly number: string; readonly from: string; readonly name: string };
  readonly calls?: number;
  readonly perSecond?: number;
}

/** A party of a call: sipp does the signalling and speaks, our ear hears what it is sent. */
export interface Telephone {
  readonly process: RunningProcess;
  readonly ear: Ear;
  readonly port: number;
  /** When its part was played. @throws when it did not come out as its scenario says. */
  readonly done: Promise<void>;
  /** What it noted down of the calls it was sent. */
  notes(): Promise<string>;
  /** Every message it sent and was sent, as sipp writes them down. */
  messages(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a party. */
export async function startTelephone(engine: Engine, folder: string, part: Part): Promise<Telephone> {
  const place = path.join(folder, part.name);
  await mkdir(place, { recursive: true });
  const [ear, port] = await Promise.all([openEar(part.address), part.port ?? steadyPort("udp", part.address)]);
  const calls = part.calls ?? 1;
  // An older sipp expands no keys in what it streams.
  const text = scenario(part.name, part.pieces).replaceAll("[tone_file]", part.toneFile);
  await writeFile(path.join(place, "part.xml"), text);
  const { command, args } = unpackedProgram(engine.root, "usr/bin/sipp");
  const file = (name: string) => path.join(place, name);
  const options = {
    i: part.address,
    p: String(port),
    sf: file("part.xml"),
    m: String(calls),
    log_file: file("notes.log"),
    error_file: file("errors.log"),
    message_file: file("messages.log"),
    recv_timeout: "120000",
  };
  const words = [
    ...Object.entries(options).flatMap(([name, value]) => [`-${name}`, value]),
    "-key",
    "heard_port",
    String(ear.port),
    "-nostdin",
    "-nd",
    "-trace_logs",
    "-trace_err",
    "-trace_msg",
    ...(await ringing(place, part)),
  ];
  const process = await startProcess(command, [...args, ...words], { cwd: place, graceMs: 3_000 });
  const done = process.ended.then((exit) => check(part.name, exit, place));
  // A case that failed has stopped waiting for its parties, and says so itself.
  done.catch(() => undefined);
  return {
    process,
    ear,
    port,
    done,
    notes: () => readFile(file("notes.log"), "utf8").catch(() => ""),
    messages: () => readFile(file("messages.log"), "utf8").catch(() => ""),
    stop: async () => {
      await process.kill();
      ear.close();
    },
  };
}

async function ringing(place: string, { rings, perSecond = 1, calls = 1 }: Part): Promise<readonly string[]> {
  if (rings === undefined) return [];
  const file = path.join(place, "call.csv");
  await writeFile(file, `SEQUENTIAL\n${rings.number};${rings.from};${rings.name};\n`);
  return ["-inf", file, "-r", String(perSecond), "-l", String(calls), `127.0.0.1:${rings.sipPort}`];
}

/** sipp ends with 0 when every call went as its scenario says. */
async function check(name: string, { code, signal }: ProcessExit, place: string): Promise<void> {
  if (code === 0) return;
  const read = (file: string) => readFile(path.join(place, file), "utf8").catch(() => "");
  const [errors, messages] = await Promise.all([read("errors.log"), read("messages.log")]);
  throw new Error(`${name} ended with ${signal ?? code}:\n${errors.slice(-2_000)}\n${messages.slice(-6_000)}`);
}
