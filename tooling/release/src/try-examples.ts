import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readmeExamples } from "./readme-examples.ts";
import type { LocalRegistry } from "./registry.ts";
import { runBeside } from "./run.ts";
import { runInPage } from "./run-in-page.ts";
import { typecheckExamples } from "./typecheck-examples.ts";
import type { WorkspacePackage } from "./workspace.ts";

/** One published package, and the empty folder in which a stranger tries it. */
export interface Trial {
  readonly project: string;
  readonly released: WorkspacePackage;
  readonly registry: LocalRegistry;
}

/** What a stranger's project needs to compile an example. */
const compiler = ["typescript@7.0.2", "@types/node@24.19.2", "@types/react@19"];

const compilerOptions = {
  target: "es2024",
  module: "nodenext",
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  jsx: "react-jsx",
  lib: ["es2024", "dom", "dom.iterable"],
  types: ["node"],
};

/** What a bundler adds to the language. */
const bundlerTypes = 'declare module "*.css";\n';

/**
 * Installs the package from the registry, type-checks every example of its README, and runs it in Node or in a page.
 *
 * @throws with the tool's words when an example does not hold, or when the README has none.
 */
export async function tryExamples({ project, released, registry }: Trial): Promise<void> {
  const env = { ...process.env, ...registry.env, npm_config_ignore_scripts: "true" };
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["example-*", "bundler.d.ts"] }),
  );
  writeFileSync(join(project, "bundler.d.ts"), bundlerTypes);
  const packages = [`${released.name}@${released.version}`, ...compiler];
  await runBeside("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages], {
    cwd: project,
    env,
  });

  const examples = readmeExamples(released.folder);
  if (examples.length === 0 && released.name !== "ringtrail")
    throw new Error(`${released.name}'s README has no example.`);
  const files = examples.map((example, place) => ({ ...example, name: `example-${place + 1}.ts` }));
  for (const { name, code } of files) writeFileSync(join(project, name), code);
  if (files.length > 0) typecheckExamples(project);
  for (const { name, runsIn } of files) {
    if (runsIn === "node") await runBeside(process.execPath, [name], { cwd: project, env });
    else await runInPage(project, name);
  }
}
