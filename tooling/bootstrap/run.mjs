// The one door of every npm script, on a machine that has only Node (20 or newer) and npm.
import { join } from "node:path";
import { check } from "./check.mjs";
import { install } from "./install.mjs";
import { buildPages, runRingtrail } from "./serve.mjs";
import { bringTools, node, root, run, say } from "./tools.mjs";

const [command = "", ...rest] = process.argv.slice(2);
bringTools();

switch (command) {
  case "start":
  case "ringtrail":
    install("server");
    buildPages();
    runRingtrail(command === "start" ? ["start", ...rest] : rest);
    break;
  case "test":
  case "test:all":
  case "verify":
    install("everything");
    process.exitCode = check({ all: command === "test:all" });
    break;
  case "test:pbx":
    install("everything");
    process.env.RINGTRAIL_TEST_ALL = "1";
    run("pnpm", ["--filter", "@tooling/pbx", "exec", "vitest", "run", ...rest]);
    break;
  case "bench":
    install("everything");
    buildPages(rest.length === 0 || rest.includes("wordpress") ? ["@ringtrail/wordpress"] : []);
    run(node, [join(root, "tooling/bench/src/main.ts"), ...rest]);
    break;
  case "screens":
    install("everything");
    run("pnpm", ["exec", "turbo", "run", "build", "--filter=@ringtrail/console..."]);
    run(node, [join(root, "apps/console/testing/take-pictures.ts"), ...rest]);
    break;
  case "release:rehearse":
  case "release:version":
    install("everything");
    run(node, [join(root, `tooling/release/src/${command.slice("release:".length)}.ts`), ...rest]);
    break;
  case "exec":
  case "turbo":
    install("everything");
    run("pnpm", ["exec", ...(command === "turbo" ? ["turbo"] : []), ...rest]);
    break;
  case "sbom":
    // Every dependency with its version, licence and hash, as the lockfile pins them; nothing is installed for it.
    run("pnpm", ["sbom", "--sbom-format", "cyclonedx", "--lockfile-only", ...rest]);
    break;
  case "pnpm":
    run("pnpm", rest);
    break;
  default:
    say(`unknown command "${command}": see the scripts in package.json`);
    process.exitCode = 2;
}
