import { createRequire } from "node:module";
import type { PhpVersion } from "./start-wordpress.ts";

interface Runtime {
  readonly run: (request: { readonly code: string }) => Promise<{ readonly text: string; readonly errors: string }>;
  readonly exit: () => void;
}

interface PhpWasm {
  readonly loadNodeRuntime: (version: string, options: object) => Promise<number>;
}

// The packages' own types name their files without endings, which `nodenext` cannot follow.
const own = createRequire(createRequire(import.meta.url).resolve("@wp-playground/cli"));
const { loadNodeRuntime }: PhpWasm = own("@php-wasm/node");
const { PHP }: { readonly PHP: new (runtime: number) => Runtime } = own("@php-wasm/universal");

/**
 * What PHP says against files when it compiles them, by their name: all that `php -l` would say, in one runtime. Nothing of
 * them runs: each begins with the guard that ends what is opened outside of WordPress.
 */
export async function compilePhp(
  version: PhpVersion,
  files: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const php = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: 1 } }));
  const said = new Map<string, string>();
  for (const [name, code] of Object.entries(files)) {
    const { text } = await php.run({ code }).catch((failure: unknown) => ({ text: String(failure) }));
    const complaint = /(?:Parse|Fatal) error: [^\n]*|\w*Error[^\n]*/.exec(text)?.[0];
    if (complaint !== undefined) said.set(name, complaint);
  }
  php.exit();
  return said;
}
