import { regionFrom, type VisitorPlaces } from "./visitor-places.ts";

/** What content delivery networks call a visitor's country and its part. */
const headers: readonly (readonly [country: string, part: string | undefined])[] = [
  // Cloudflare; the part comes with "Add visitor location headers".
  ["cf-ipcountry", "cf-region-code"],
  ["cloudfront-viewer-country", "cloudfront-viewer-country-region"],
  ["x-vercel-ip-country", "x-vercel-ip-country-region"],
  ["x-appengine-country", "x-appengine-region"],
  // Google's load balancer, as its documentation names them.
  ["x-client-region", "x-client-region-subdivision"],
  // Whatever an own proxy can be made to write.
  ["x-visitor-country", "x-visitor-region"],
];

/** Places as the proxy in front of the server tells them. */
export const headerPlaces: VisitorPlaces = {
  regionOf: ({ header }) => {
    for (const [country, part] of headers) {
      const told = header(country);
      if (told !== undefined) return regionFrom(told, part === undefined ? undefined : header(part));
    }
    return undefined;
  },
};

/** The first of several that knows. */
export function firstOf(all: readonly VisitorPlaces[]): VisitorPlaces {
  return {
    regionOf: (asked) => {
      for (const places of all) {
        const region = places.regionOf(asked);
        if (region !== undefined) return region;
      }
      return undefined;
    },
  };
}
