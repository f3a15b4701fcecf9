import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Only this server's own scripts, styles, pictures, sounds and answers; nothing inline. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Sends a built file, or the index for an address that names none, under the strictest policy the console allows. */
export async function sendFolder(folder: string, asked: string, response: ServerResponse): Promise<void> {
  const name = path.extname(asked) === "" ? "index.html" : path.normalize(`/${asked}`);
  try {
    const bytes = await readFile(path.join(folder, name));
    response.writeHead(200, {
      "content-type": types[path.extname(name)] ?? "application/octet-stream",
      "content-security-policy": strictPolicy,
      "x-content-type-options": "nosniff",
    });
    response.end(bytes);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
  }
}
