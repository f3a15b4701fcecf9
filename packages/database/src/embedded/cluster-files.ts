import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The files of one cluster. */
export interface ClusterFiles {
  readonly folder: string;
  /** Where this process lets initdb work; renamed when it is done, so that a killed start leaves no half-made cluster. */
  readonly unfinished: string;
  /** Beside the folder, so that it can be read when the cluster cannot. */
  readonly log: string;
}

/** Names the files of the cluster in `folder`. */
export function clusterFiles(folder: string): ClusterFiles {
  return { folder, unfinished: `${folder}.new-${process.pid}`, log: `${folder}.log` };
}

/** Whose password. Both lie inside the cluster: they come and go, and are copied, with what they open. */
export type PasswordOf = "superuser" | "owner";

/** Makes a random password: letters, digits, `-` and `_`, so that it stands in a URL and in quotes as it is. */
export function makePassword(): string {
  return randomBytes(24).toString("base64url");
}

/** Keeps a password where only its owner may read it. */
export function keepPassword(folder: string, whose: PasswordOf, password: string): string {
  writeFileSync(passwordFile(folder, whose), password, { mode: 0o600, flush: true });
  return password;
}

/** Reads a kept password; undefined when the file is gone. */
export function readPassword(folder: string, whose: PasswordOf): string | undefined {
  const file = passwordFile(folder, whose);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

function passwordFile(folder: string, whose: PasswordOf): string {
  return path.join(folder, `ringtrail.${whose}-password`);
}
