import type { Extra } from "../start.ts";

/** Reads the attributes too that the page names. */
export const addPlaces: Extra = (site, { places }) => {
  site.places.push(...(places ?? []));
};
