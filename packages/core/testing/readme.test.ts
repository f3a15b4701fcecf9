import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
/** Inside the package, so that an example finds it by its name; never committed. */
const folder = `${root}reports/readme`;

mkdirSync(folder, { recursive: true });
for (const [nth, code] of examples.entries()) writeFileSync(`${folder}/example-${nth}.ts`, code);
afterAll(() => rmSync(folder, { recursive: true }));

test("there is an example for every area", () => {
  expect(examples).toHaveLength(4);
});

test("the examples pass the type check", () => {
  const tsconfig = { extends: "../../tsconfig.test.json", include: ["*.ts"] };
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({ ...tsconfig, compilerOptions: { lib: ["es2024", "dom"], types: [] } }),
  );

  const { stdout, status } = spawnSync("node", [tsc(), "-p", folder], { encoding: "utf8" });

  expect([stdout, status]).toEqual(["", 0]);
});

test.each(examples.map((code, nth) => [nth, code] as const))("example %i prints what it says", (nth, code) => {
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = ""]) => text);

  const printed = execFileSync("node", [`${folder}/example-${nth}.ts`], { cwd: root, encoding: "utf8" });

  expect(printed.trim().split("\n")).toEqual(promised);
});

/** The compiler this package is built with. */
function tsc(): string {
  return fileURLToPath(import.meta.resolve("typescript/package.json")).replace("package.json", "bin/tsc");
}
