import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { KeptFile } from "./backup-folder.ts";

/** Copies a file from one folder to the same place below another, a piece in memory at a time. */
export async function copyFile(from: string, to: string, name: string): Promise<KeptFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const count = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      hash.update(piece);
      bytes += piece.length;
      done(undefined, piece);
    },
  });
  await mkdir(path.dirname(path.join(to, name)), { recursive: true, mode: 0o700 });
  const target = createWriteStream(path.join(to, name), { flags: "wx", mode: 0o600 });
  await pipeline(createReadStream(path.join(from, name)), count, target);
  return { path: name, bytes, sha256: hash.digest("hex") };
}
