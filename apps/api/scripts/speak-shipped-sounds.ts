// Speaks every sentence Ringtrail ships into `sounds/`: run it when one of them changes. It needs espeak-ng (Debian's
// package of that name); nothing at run time does.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { makeTelephoneSound } from "../src/sounds/make-telephone-sound.ts";
import { shippedSentences } from "../src/sounds/shipped-sentences.ts";

/** espeak-ng's own voices, which are built into it; words a minute a little below its usual 175. */
const voices = new Map([
  ["en-US", "en-us"],
  ["es-US", "es-419"],
]);

const manifest: Readonly<Record<string, string>>[] = [];
for (const { file, text, language } of shippedSentences) {
  const voice = voices.get(language);
  if (voice === undefined) throw new Error(`No voice for ${language}.`);
  const spoken = spawnSync("espeak-ng", ["-v", voice, "-s", "160", "-g", "2", "--stdout", text], {
    maxBuffer: 2 ** 26,
  });
  if (spoken.status !== 0) throw new Error(`espeak-ng: ${spoken.stderr?.toString() ?? "is not installed"}`);
  const made = await makeTelephoneSound(spoken.stdout);
  if (!made.ok) throw new Error(`${file}: ${made.reason.code}`);
  writeFileSync(new URL(`../sounds/${file}`, import.meta.url), made.value.telephone);
  manifest.push({ file, language, text, sha256: made.value.telephoneSha256 });
  process.stdout.write(`${file}  ${made.value.lengthMs} ms\n`);
}
writeFileSync(new URL("../sounds/manifest.json", import.meta.url), `${JSON.stringify(manifest, undefined, 2)}\n`);
