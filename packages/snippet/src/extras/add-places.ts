import type { Extra } from "../start.ts";

/** Reads the attributes too that the page names. */
export const addPlaces: Extra = (site, { places }) => {
  for (const place of places ?? []) {
    site.places.push(place);
    site.attributes += `,${place[0]}`;
    site.watch.attributeFilter.push(place[1]);
  }
};
