import type { SiteSummary } from "@ringtrail/api-contract";
import { Phi } from "@ringtrail/core";
import type { SiteSettings, TargetLabel } from "@ringtrail/core/ports";

/** A site in the contract's shape. @param labels those of clinics, for who may know them. */
export function showSite(site: SiteSettings, labels: readonly TargetLabel[] = []): SiteSummary {
  const named = new Map(labels.flatMap((one) => (one.site === site.site ? [[one.e164, one.label] as const] : [])));
  return {
    id: site.site,
    key: site.key,
    name: site.name,
    origins: [...site.origins],
    regime: site.regime,
    targets: site.targets.map(({ id, e164, label }) => {
      const sealed = named.get(e164);
      return { id, e164, label: sealed === undefined ? label : Phi.reveal(sealed, "care-screen") };
    }),
    sources: site.sources.map(({ number, e164, target, touch }) => ({ number, e164, target, touch })),
    pools: site.pools.map(({ id }) => id),
    ...(site.isHealthcare === true ? { isHealthcare: true } : {}),
  };
}
