// The one door of every npm script, on a machine that has only Node (20 or newer) and npm.
import { bringTools, run, say } from "./tools.mjs";

const [command = "help", ...rest] = process.argv.slice(2);
bringTools();
if (command === "exec") run("pnpm", ["exec", ...rest]);
else if (command === "turbo") run("pnpm", ["exec", "turbo", ...rest]);
else if (command === "pnpm") run("pnpm", rest);
else {
  say(`unknown command ${command}`);
  process.exit(2);
}
