// Every name a test may use. Nothing here is shipped.
export { findChromium } from "./find-chromium.ts";
export type { Chromium } from "./find-chromium.ts";
export { findPostgres15 } from "./find-postgres.ts";
export type { PostgresInstall } from "./find-postgres.ts";
export { freePort } from "./free-port.ts";
export { launchBrowser, ordinaryAgent } from "./launch-browser.ts";
export type { BrowserOptions } from "./launch-browser.ts";
export { startProcess } from "./start-process.ts";
export type { ProcessExit, ProcessOptions, RunningProcess } from "./start-process.ts";
export { unpackChromium } from "./unpack-chromium.ts";
