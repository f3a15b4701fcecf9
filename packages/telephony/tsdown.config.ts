import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/asterisk/index.ts",
    "src/telnyx/index.ts",
    "src/twilio/index.ts",
    "src/sound/index.ts",
    "src/fake/index.ts",
    "src/fake/main.ts",
  ],
  format: "esm",
  platform: "node",
  dts: true,
  fixedExtension: true,
});
