// What tests of the snippet and of its hosts use. In the workspace only; never published.
export { lookAlikes } from "./look-alikes.ts";
export { aNumber, aSource, aTarget, playApi, lentNumber, ownNumber, sourceNumber, targetId } from "./play-api.ts";
export type { OtherDoors, PlayedApi } from "./play-api.ts";
export { servePages } from "./serve-pages.ts";
export type { PageServer } from "./serve-pages.ts";
