/** A tone in a WAV file of a given coding. */
export interface WavAsked {
  readonly rate?: number;
  readonly channels?: number;
  readonly hz?: number;
  readonly seconds?: number;
  /** Of full loudness. */
  readonly loudness?: number;
  readonly coding?: keyof typeof codings;
}

type Write = (view: DataView, at: number, sample: number) => void;

const codings = {
  pcm8: { tag: 1, bits: 8, write: (view, at, sample) => view.setUint8(at, Math.round(sample * 127) + 128) },
  pcm16: { tag: 1, bits: 16, write: (view, at, sample) => view.setInt16(at, Math.round(sample * 32_767), true) },
  pcm24: {
    tag: 1,
    bits: 24,
    write: (view, at, sample) => {
      const level = Math.round(sample * 8_388_607);
      view.setUint16(at, level & 0xffff, true);
      view.setInt8(at + 2, level >> 16);
    },
  },
  pcm32: { tag: 1, bits: 32, write: (view, at, sample) => view.setInt32(at, Math.round(sample * 2_147_483_647), true) },
  float32: { tag: 3, bits: 32, write: (view, at, sample) => view.setFloat32(at, sample, true) },
  float64: { tag: 3, bits: 64, write: (view, at, sample) => view.setFloat64(at, sample, true) },
  ulaw: { tag: 7, bits: 8, write: (view, at, sample) => view.setUint8(at, toUlaw(sample)) },
  adpcm: { tag: 2, bits: 4, write: () => undefined },
} satisfies Readonly<Record<string, { readonly tag: number; readonly bits: number; readonly write: Write }>>;

/** Makes the file, with a chunk before the samples that a reader must pass over, as many programs write one. */
export function aWav(asked: WavAsked = {}): Uint8Array<ArrayBuffer> {
  const { rate = 8_000, channels = 1, hz = 1_000, seconds = 1, loudness = 0.5, coding = "pcm16" } = asked;
  const { tag, bits, write } = codings[coding];
  const [frames, frame] = [Math.round(rate * seconds), Math.ceil((channels * bits) / 8)];
  const bytes = new Uint8Array(56 + frames * frame);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, tag, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * frame, true);
  view.setUint16(32, frame, true);
  view.setUint16(34, bits, true);
  word(36, "LIST");
  view.setUint32(40, 3, true);
  word(48, "data");
  view.setUint32(52, frames * frame, true);
  for (let nth = 0; nth < frames; nth += 1) {
    const sample = loudness * Math.sin((2 * Math.PI * hz * nth) / rate);
    for (let channel = 0; channel < channels; channel += 1)
      write(view, 56 + nth * frame + (channel * bits) / 8, sample);
  }
  return bytes;
}

/** G.711, as a telephone exchange writes it. */
function toUlaw(sample: number): number {
  const level = Math.min(32_635, Math.abs(Math.round(sample * 32_767))) + 132;
  const exponent = Math.floor(Math.log2(level)) - 7;
  const coded = (sample < 0 ? 0x80 : 0) | (exponent << 4) | ((level >> (exponent + 3)) & 0x0f);
  return ~coded & 0xff;
}
