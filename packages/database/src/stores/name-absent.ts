import type { Touch } from "@ringtrail/core/attribution";
import type { NumberRoute, SiteSettings } from "@ringtrail/core/ports";

// JSON leaves out what is undefined. A value has the same shape from every store, so the absent fields are named again.

/** A touch with every field. */
export function wholeTouch({ channel, source, medium, campaign, keyword, clickId, rule }: Touch): Touch {
  return { channel, source, medium, campaign, keyword, clickId, rule };
}

/** A route with every field. */
export function wholeRoute({ pool, sourceTouch, ...route }: NumberRoute): NumberRoute {
  return { ...route, pool, sourceTouch: sourceTouch && wholeTouch(sourceTouch) };
}

/** A site's settings with every field of its sources' touches. */
export function wholeSettings({ sources, ...settings }: SiteSettings): SiteSettings {
  return { ...settings, sources: sources.map((source) => ({ ...source, touch: wholeTouch(source.touch) })) };
}
