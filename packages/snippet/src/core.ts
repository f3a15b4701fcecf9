// The core alone: finds the numbers, swaps, leases, asks for consent, tells what happens, follows single-page apps.
import { runScript } from "./run-script.ts";

runScript([]);
