import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findArchive, unpackPackages } from "@tooling/harness";
import { unpackedProgram } from "./unpacked-program.ts";

/** A real Asterisk and the telephones that call it, unpacked and ready to be started. */
export interface Engine {
  readonly root: string;
  /** As Asterisk says it: `22.10.1`. */
  readonly version: string;
  readonly major: number;
  readonly suite: string;
}

/** Unpacked trees survive here, beside the bootstrap's own tools. */
const cache = fileURLToPath(new URL("../../../../.tools/pbx", import.meta.url));

/** Debian's suites that carry Asterisk, the best one first. */
const candidates = ["sid", "bullseye"] as const;

/**
 * Brings the first candidate that can be had, from the cache or from the machine's own Debian archive.
 *
 * @param only names one suite.
 * @returns why there is none, as a sentence, when there is none.
 */
export async function bringEngine(only = process.env["RINGTRAIL_PBX_SUITE"]): Promise<Engine | string> {
  const reasons: string[] = [];
  for (const suite of only === undefined ? candidates : [only]) {
    const root = path.join(cache, suite);
    try {
      if (!existsSync(root)) await fetchSuite(suite, root);
      const version = askVersion(root);
      return { root, version, major: Number(version.split(".")[0]), suite };
    } catch (error) {
      reasons.push(`${suite}: ${error instanceof Error ? error.message.split("\n")[0] : "failed"}`);
    }
  }
  return reasons.join("; ");
}

async function fetchSuite(suite: string, root: string): Promise<void> {
  const archive = findArchive();
  if (archive === undefined) throw new Error("no apt with a Debian archive on this machine");
  console.error(`[pbx] fetching Debian ${suite}'s Asterisk and sipp (once)`);
  await unpackPackages(archive, { suite, packages: ["asterisk", "sip-tester"] }, root);
}

function askVersion(root: string): string {
  const { command, args } = unpackedProgram(root, "usr/sbin/asterisk");
  const said = execFileSync(command, [...args, "-V"], { encoding: "utf8" });
  const version = /(\d+\.\d+\.\d+)/.exec(said)?.[1];
  if (version === undefined) throw new Error("its Asterisk does not say its version");
  return version;
}
