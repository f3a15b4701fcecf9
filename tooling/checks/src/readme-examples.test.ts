import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { read, repositoryFiles, root } from "./repository.ts";

/** Guides whose examples are a package's, and the folder of that package. */
const guides: ReadonlyMap<string, string> = new Map([["docs/guides/any-shop.md", "packages/snippet"]]);

/** Pages with TypeScript in them: each package's and app's README, and guides. */
const pages = [...repositoryFiles(/^(packages|apps|tooling)\/[^/]+\/README\.md$/), ...guides.keys()]
  .map((page) => ({ page, examples: [...read(page).matchAll(/^```(tsx?)[^\n]*\n([\s\S]*?)^```/gm)] }))
  .filter(({ examples }) => examples.length > 0);

/** A compiler that shares two cores with everything else takes minutes for what it does in a second alone. */
const patienceMs = 600_000;

/** Packages for whose examples a bare Node is enough; the others' need a page, a bundler, a server or a person. */
const runnable = /^packages\/(api-contract|core|destinations|recording-law|telephony)\//;

/** Examples are compiled inside their package, where its own name and its dependencies resolve as for its users. */
const folderOf = (page: string): string =>
  join(root, guides.get(page) ?? dirname(page), "reports", guides.has(page) ? "guide" : "readme");

afterAll(() => pages.forEach(({ page }) => rmSync(folderOf(page), { recursive: true, force: true })));

test.each(pages.map(({ page, examples }) => [page, examples] as const))(
  "the examples of %s compile",
  (page, examples) => {
    const folder = folderOf(page);
    mkdirSync(folder, { recursive: true });
    examples.forEach(([, language = "ts", code = ""], place) =>
      writeFileSync(join(folder, `example-${place}.${language}`), code),
    );
    const compilerOptions = {
      lib: ["es2024", "dom", "dom.iterable"],
      types: ["node"],
      jsx: "react-jsx",
      noUnusedLocals: false,
      // A bundler takes the style sheets; the compiler does not know them.
      noUncheckedSideEffectImports: false,
      typeRoots: [join(root, "tooling/checks/node_modules/@types")],
    };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "@tooling/tsconfig/base.json", compilerOptions, include: ["."] }),
    );
    const compiled = spawnSync("tsc", ["-p", folder], { cwd: root, encoding: "utf8" });
    expect(compiled.stdout, page).toBe("");
  },
  patienceMs,
);

test.each(pages.filter(({ page }) => runnable.test(page)).map(({ page, examples }) => [page, examples] as const))(
  "the examples of %s run",
  (page, examples) => {
    const imports = examples.map(([, language], place) => `await import("./example-${place}.${language}");`);
    const options = { cwd: folderOf(page), encoding: "utf8" } as const;
    const ran = spawnSync(process.execPath, ["--input-type=module", "--eval", imports.join("\n")], options);
    expect([ran.status, ran.stderr], page).toEqual([0, ""]);
  },
  patienceMs,
);

test("every package of the product has a README", () => {
  const silent = repositoryFiles(/^(packages|apps)\/[^/]+\/package\.json$/)
    .map((manifest) => join(dirname(manifest), "README.md"))
    .filter((page) => !repositoryFiles(/README\.md$/).includes(page));
  expect(silent).toEqual([]);
});
