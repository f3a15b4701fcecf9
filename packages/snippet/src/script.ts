// The script tag's entry, everything in it: reads the settings from the page and starts.
import { runScript } from "./run-script.ts";
import { extras } from "./extras/index.ts";

runScript(extras);
