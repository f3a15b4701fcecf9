import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { fine, problem, type Finding } from "./finding.ts";

/** Below this the next days of recordings and write-ahead segments are in danger. */
const wantedBytes = 500_000_000;

/** The Node that runs us. Too old a one never gets here: the program itself says so. */
export function checkNode(): Finding {
  return fine("node", `Node ${process.versions.node} on ${process.platform}-${process.arch}.`);
}

/** The data folder: may it be written, and is there room? Nothing is left behind. */
export function checkDataFolder(folder: string): readonly Finding[] {
  const nearest = nearestFolder(folder);
  const written = nearest === folder ? tryToWrite(folder) : mayBeMade(nearest);
  if (!written) {
    const fix = "Give it to the user who starts Ringtrail, or choose another folder with DATA_FOLDER.";
    return [problem("data_folder", `${folder} may not be written.`, fix)];
  }
  const { bavail, bsize } = statfsSync(nearest);
  const free = `${Math.floor((bavail * bsize) / 1_000_000).toLocaleString("en-US")} MB`;
  const there = nearest === folder ? "can be written" : "is made by the first start";
  return [
    fine("data_folder", `${folder} ${there}.`),
    bavail * bsize >= wantedBytes
      ? fine("disk", `${free} are free.`)
      : problem(
          "disk",
          `Only ${free} are free under ${nearest}.`,
          "Free some space: recordings need it, and below 50 MB the server does not start.",
        ),
  ];
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder));
}

/** A real attempt: on a read-only file system the mode of a folder says nothing. */
function tryToWrite(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(path.join(folder, ".doctor-")));
    return true;
  } catch {
    return false;
  }
}

function mayBeMade(parent: string): boolean {
  try {
    accessSync(parent, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
