// Every public name of the screens.
export { askedOf } from "./calls/filter-asked.ts";
export type { Host } from "./frame/host.tsx";
export { pathOf, placeAt } from "./frame/place.ts";
export type { CallsFilter, Place } from "./frame/place.ts";
export { createHashRouter, usePlace } from "./frame/router.ts";
export type { Router } from "./frame/router.ts";
export { Screens } from "./frame/screens.tsx";
export { SetUpSecondFactor } from "./second-factor/set-up-second-factor.tsx";
export type { LiveFeed, LiveListener, LiveState } from "./live/live-feed.ts";
export { pollFeed } from "./live/poll-feed.ts";
export { streamFeed } from "./live/stream-feed.ts";
