// Every name a test may use. Nothing here is shipped.
export { bringBrowser } from "./debian/bring-browser.ts";
export type { BroughtBrowser, DebianBrowser } from "./debian/bring-browser.ts";
export { findArchive } from "./debian/find-archive.ts";
export type { DebianArchive } from "./debian/find-archive.ts";
export { openDebianBrowser } from "./debian/open-browser.ts";
export type { OpenBrowser } from "./debian/open-browser.ts";
export { unpackPackages } from "./debian/unpack-packages.ts";
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
