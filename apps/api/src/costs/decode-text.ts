import { Readable, Transform } from "node:stream";

/** A text to be read once, and what stands between its cells. */
export interface DecodedText {
  readonly text: Readable;
  readonly delimiter: "," | "\t" | ";";
}

/** Enough to see the encoding and the header of any report. */
const lookAt = 16 * 1024;

/** Decodes a file as reports are encoded: UTF-8, or UTF-16 with tabs, as Google's "Excel .csv" is. */
export async function decodeText(input: Readable): Promise<DecodedText> {
  const pieces = (input as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < lookAt) {
    const next = await pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, Buffer.from(next.value)]);
  }
  const encoding = encodingOf(start);
  const decoder = new TextDecoder(encoding);
  const bytes = Readable.from(restOf(start, pieces), { objectMode: false });
  const text = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  // A file that cannot be read on must end whoever reads its text.
  bytes.on("error", (error) => text.destroy(error));
  return { text: bytes.pipe(text), delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
}

async function* restOf(start: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

function encodingOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | "utf-8" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** The mark that stands most often in the line that has most of any: a title has none, and amounts have commas. */
function delimiterOf(text: string): DecodedText["delimiter"] {
  const lines = text.split(/\r?\n/).slice(0, 25);
  const most = (mark: string) => Math.max(0, ...lines.map((line) => line.split(mark).length - 1));
  if (most("\t") > 0) return "\t";
  return most(";") > most(",") ? ";" : ",";
}
