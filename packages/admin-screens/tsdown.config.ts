import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  platform: "browser",
  dts: true,
  fixedExtension: true,
  copy: [{ from: "src/style", to: "dist" }],
});
