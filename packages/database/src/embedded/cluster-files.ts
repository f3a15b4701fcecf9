import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** The files of one cluster: its folder, and beside it what PostgreSQL does not keep itself. */
export interface ClusterFiles {
  readonly folder: string;
  /** Where initdb works; renamed when it is done, so that a killed start leaves no half-made cluster. */
  readonly unfinished: string;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly log: string;
  /** The process that started the running server. */
  readonly startedBy: string;
}

/** Names the files of the cluster in `folder`. */
export function clusterFiles(folder: string): ClusterFiles {
  return {
    folder,
    unfinished: `${folder}.new`,
    superuserPassword: `${folder}.superuser-password`,
    ownerPassword: `${folder}.owner-password`,
    log: `${folder}.log`,
    startedBy: `${folder}.started-by`,
  };
}

/** Makes a random password and keeps it where only its owner may read it. */
export function makePassword(file: string): string {
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** Reads a kept password; undefined when the file is gone. */
export function readPassword(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}
