/** Samples a second on a telephone line. */
export const telephoneRate = 8_000;

const bias = 0x84;
const most = 32_635;

/** Packs a 16-bit sample into G.711 mu-law (ITU-T G.711, table 2a). */
export function toUlaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const level = Math.min(Math.abs(sample), most) + bias;
  const exponent = 24 - Math.clz32(level);
  const mantissa = (level >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** Unpacks a G.711 mu-law byte. */
export function fromUlaw(byte: number): number {
  const bits = ~byte & 0xff;
  const level = ((((bits & 0x0f) << 3) + bias) << ((bits >> 4) & 0x07)) - bias;
  return (bits & 0x80) === 0 ? level : -level;
}
