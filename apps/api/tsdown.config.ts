import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/cli/run.ts"],
  root: "src",
  format: "esm",
  platform: "node",
  // Nobody imports the server: the package is a command.
  dts: false,
  fixedExtension: true,
  // A file per source file: a stack trace names the place, and what is found relative to a file is found here too.
  unbundle: true,
});
