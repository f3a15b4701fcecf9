import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file as the manifest lists it. */
export interface WrittenFile {
  /** Relative to the export's folder, with `/`. */
  readonly file: string;
  readonly bytes: number;
  /** Of the file, hex. */
  readonly sha256: string;
}

/** Writes pieces to a file as fast as the disk takes them, never more than a few in memory. */
export async function writePieces(
  folder: string,
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<WrittenFile> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  await pipeline(
    Readable.from(pieces, { objectMode: true }),
    counted,
    createWriteStream(target, { flags: "wx", mode: 0o600 }),
  );
  return { file, bytes, sha256: hash.digest("hex") };
}

/** Writes NDJSON: one object a line, each line ended. */
export async function writeLines(
  folder: string,
  file: string,
  lines: AsyncIterable<string>,
): Promise<WrittenFile & { readonly rows: number }> {
  let rows = 0;
  async function* ended(): AsyncGenerator<string> {
    for await (const line of lines) {
      rows += 1;
      yield `${line}\n`;
    }
  }
  const written = await writePieces(folder, file, ended());
  return { ...written, rows };
}
