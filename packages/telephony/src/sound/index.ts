// Every public name of the door ./sound: WAV files as telephones carry them.
export { headerBytes, readWav, telephoneRate, telephoneWav, wavHeader } from "./wav.ts";
export type { Sound } from "./wav.ts";
