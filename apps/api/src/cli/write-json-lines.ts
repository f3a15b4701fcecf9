import { once } from "node:events";

/** Writes lines to stdout in large pieces and waits while the reader is slower. */
export interface LineWriter {
  write(line: string): Promise<void>;
  /** Writes what is left. */
  end(): Promise<void>;
}

const pieceLength = 64 * 1024;

/** A writer for a stream of lines. A reader who goes away (`| head`) ends the command in silence. */
export function lineWriter(out: NodeJS.WriteStream = process.stdout): LineWriter {
  let held: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const piece = held.join("");
    [held, length] = [[], 0];
    if (piece !== "" && !out.write(piece)) await once(out, "drain");
  };
  return {
    write: async (line) => {
      held.push(line, "\n");
      length += line.length;
      if (length >= pieceLength) await flush();
    },
    end: flush,
  };
}
