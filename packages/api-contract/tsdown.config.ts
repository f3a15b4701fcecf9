import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/webhooks/index.ts"],
  format: "esm",
  platform: "neutral",
  dts: true,
  fixedExtension: true,
  // A file per schema, so that a page which only needs the client does not carry zod.
  unbundle: true,
});
