import { useSyncExternalStore } from "react";
import { pathOf, placeAt, type Place } from "./place.ts";

/** How the screens move. The host owns the address bar. */
export interface Router {
  /** The same object until the place changes. */
  readonly place: () => Place;
  readonly href: (place: Place) => string;
  readonly go: (place: Place) => void;
  /** Tells when the place changed; answers how to stop being told. */
  readonly listen: (changed: () => void) => () => void;
}

/**
 * A router on the part of the address after `#`: it works on any server and inside wp-admin, because the server never
 * sees it. `home` is shown where the address names no place.
 */
export function createHashRouter(host: Window, home: Place): Router {
  let path = "";
  let place = home;
  return {
    place: () => {
      const now = host.location.hash.slice(1);
      if (now !== path) {
        path = now;
        place = placeAt(now, home);
      }
      return place;
    },
    href: (target) => `#${pathOf(target)}`,
    go: (target) => {
      host.location.hash = pathOf(target);
    },
    listen: (changed) => {
      host.addEventListener("hashchange", changed);
      return () => host.removeEventListener("hashchange", changed);
    },
  };
}

/** The place now; the component is drawn again when it changes. */
export function usePlace(router: Router): Place {
  return useSyncExternalStore(router.listen, router.place, router.place);
}
