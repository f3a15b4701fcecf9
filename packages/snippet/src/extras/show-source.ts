import { findSourcesBy } from "../decide.ts";
import type { Extra } from "../start.ts";

/**
 * Where no visit may be kept, shows the numbers of the first source that fits how the reader arrived.
 *
 * An arrival is the form-encoded query and, where another site led here, `@` and its host; `@~` after a page of this
 * site. Each source says as one pattern which arrivals are its own (`sourcePattern` of the core).
 */
export const showSource: Extra = ({ sources }) => {
  findSourcesBy(() => {
    const before = new URL(document.referrer || "data:");
    const isInternal = before.host === location.host;
    // On a second page the first one's query is still in the referrer: that needs no memory.
    const query = location.search || (isInternal ? before.search : "");
    const arrival = `${new URLSearchParams(query.toLowerCase())}@${isInternal ? "~" : before.hostname}`;
    return sources.find(({ match }) => new RegExp(match).test(arrival))?.numbers ?? [];
  });
};
