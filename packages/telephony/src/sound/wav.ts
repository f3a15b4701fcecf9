/** A sound as telephones carry it: 8,000 samples a second, 16 bit, one list of samples per channel. */
export interface Sound {
  readonly sampleRate: number;
  /** Left first. Samples from -32768 to 32767. */
  readonly channels: readonly Int16Array[];
}

export const telephoneRate = 8_000;

/** Bytes before the first sample: a RIFF header with a PCM format chunk. */
export const headerBytes = 44;

/** The header of a 16-bit PCM WAV with this many samples on each channel. */
export function wavHeader(samples: number, channels: 1 | 2): Buffer {
  const [frameBytes, header] = [channels * 2, Buffer.alloc(headerBytes)];
  header.write("RIFF", 0);
  header.writeUInt32LE(headerBytes - 8 + samples * frameBytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(telephoneRate, 24);
  header.writeUInt32LE(telephoneRate * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples * frameBytes, 40);
  return header;
}

/** A whole file of one channel, as every carrier plays it and Asterisk wants it: 8 kHz, 16 bit, mono. */
export function telephoneWav(samples: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(headerBytes + samples.length * 2);
  wavHeader(samples.length, 1).copy(bytes);
  samples.forEach((sample, index) => bytes.writeInt16LE(sample, headerBytes + index * 2));
  return bytes;
}

/**
 * Reads a 16-bit PCM WAV, chunk by chunk as RIFF says, so that it reads other people's files too.
 *
 * @throws when the bytes are no such file: this is for tests and tools, which hand it what they made.
 */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || word(0) !== "RIFF" || word(8) !== "WAVE") throw new Error("Not a RIFF WAVE file.");
  let format: { readonly channels: number; readonly rate: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, size] = [word(at), view.getUint32(at + 4, true)];
    const body = at + 8;
    if (name === "fmt ") {
      const isPcm16 = view.getUint16(body, true) === 1 && view.getUint16(body + 14, true) === 16;
      if (!isPcm16) throw new Error("Not 16-bit PCM.");
      format = { channels: view.getUint16(body + 2, true), rate: view.getUint32(body + 4, true) };
    }
    if (name === "data" && format !== undefined) {
      const held = Math.min(size, bytes.length - body);
      return { sampleRate: format.rate, channels: split(view, body, held, format.channels) };
    }
    at = body + size + (size % 2);
  }
  throw new Error("No sound in the file.");
}

function split(view: DataView, start: number, size: number, count: number): readonly Int16Array[] {
  const samples = Math.floor(size / (2 * count));
  return Array.from({ length: count }, (_, channel) =>
    Int16Array.from({ length: samples }, (_sample, index) =>
      view.getInt16(start + (index * count + channel) * 2, true),
    ),
  );
}
