/** A WAV of two channels at 8 kHz, 16 bit: a low tone on the first, a higher one on the second. */
export function aStereoSound(seconds: number): Uint8Array<ArrayBuffer> {
  const rate = 8_000;
  const samples = rate * seconds;
  const bytes = new DataView(new ArrayBuffer(44 + samples * 4));
  const word = (at: number, text: string): void => {
    for (const [index, letter] of [...text].entries()) bytes.setUint8(at + index, letter.charCodeAt(0));
  };
  word(0, "RIFF");
  bytes.setUint32(4, 36 + samples * 4, true);
  word(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 2, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate * 4, true);
  bytes.setUint16(32, 4, true);
  bytes.setUint16(34, 16, true);
  word(36, "data");
  bytes.setUint32(40, samples * 4, true);
  for (let sample = 0; sample < samples; sample++) {
    bytes.setInt16(44 + sample * 4, Math.sin((sample * 2 * Math.PI * 220) / rate) * 6_000, true);
    bytes.setInt16(46 + sample * 4, Math.sin((sample * 2 * Math.PI * 330) / rate) * 6_000, true);
  }
  return new Uint8Array(bytes.buffer);
}
