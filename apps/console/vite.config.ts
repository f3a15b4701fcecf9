import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { liftStyles } from "./build-steps/lift-styles.ts";

export default defineConfig({
  base: "/console/",
  plugins: [liftStyles(), react()],
  build: {
    // Nothing as a data: address, which a strict content security policy would refuse.
    assetsInlineLimit: 0,
  },
});
