import { readFile } from "node:fs/promises";
import path from "node:path";
import { etagOf } from "./seal-file.ts";

/** A built file as it is handed out. */
export interface ServedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** The name carries a hash of the content, so the file never changes. */
  readonly isHashed: boolean;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wav": "audio/wav",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * Makes the reader of a folder of built files. It knows no listing, leaves the folder by no path, hands out only the
 * kinds of files above, and keeps what it has read: what is built does not change while the server runs.
 */
export function serveFolder(folder: string): (asked: string) => Promise<ServedFile | undefined> {
  const kept = new Map<string, Promise<ServedFile | undefined>>();
  return (asked) => {
    const file = path.join(folder, path.posix.normalize(`/${asked}`));
    const known = kept.get(file) ?? readServed(file);
    if (kept.size < 1_000) kept.set(file, known);
    // A file that is not there yet may be built a moment later.
    void known.then((served) => served === undefined && kept.delete(file));
    return known;
  };
}

async function readServed(file: string): Promise<ServedFile | undefined> {
  const type = types[path.extname(file)];
  if (type === undefined || path.basename(file).startsWith(".")) return undefined;
  try {
    const bytes = new Uint8Array(await readFile(file));
    const etag = etagOf(bytes);
    return {
      bytes,
      type,
      etag,
      isHashed: /[-.][\w-]{8,}\.\w+$/.test(path.basename(file)) && file.includes("/assets/"),
    };
  } catch {
    return undefined;
  }
}
