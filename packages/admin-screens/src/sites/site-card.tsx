import type { PoolState, SiteSummary } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatPhone } from "../format/format-phone.ts";
import { useHost, type SitesApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AdTemplates } from "./ad-templates.tsx";
import { ConsentLevels } from "./consent-levels.tsx";
import { FirstNumbers } from "./first-numbers.tsx";
import { HealthcareForm } from "./healthcare-form.tsx";
import { InstallGuide } from "./install-guide.tsx";
import { LiveCheck } from "./live-check.tsx";
import { PageLook } from "./page-look.tsx";
import { SiteTestCall } from "./site-test-call.tsx";

/** The check is asked again this often while somebody looks: a page that was just opened shows at once. */
const askAgainMs = 4_000;

/** One site: is the script there, what does it swap, and how it comes there. */
export function SiteCard(props: {
  readonly api: SitesApi;
  readonly site: SiteSummary;
  readonly pools: readonly PoolState[] | undefined;
  readonly server: string;
}): ReactNode {
  const { api, site, pools, server } = props;
  const { flows } = useHost();
  const check = useQuery({
    queryKey: ["site-check", site.id],
    queryFn: () => api.checkSite(site.id),
    refetchInterval: askAgainMs,
  });
  const pool = pools?.find((one) => one.site === site.id);
  const number = pool?.numbers.find(({ state }) => state !== "source") ?? site.sources[0];
  return (
    <Card title={site.name} aside={site.origins.join(" · ")}>
      <Loaded query={check}>{(seen) => <LiveCheck check={seen} />}</Loaded>
      <dl className="rt-targets">
        <dt>{__("Swapped on its pages", "ringtrail")}</dt>
        <dd>{site.targets.map(nameTarget).join(", ")}</dd>
        <dt>{__("Key in the page", "ringtrail")}</dt>
        <dd className="rt-mono">{site.key}</dd>
      </dl>
      {pool !== undefined && pool.numbers.length === 0 ? <FirstNumbers api={api} pool={pool} /> : null}
      {number === undefined ? null : (
        <div className="rt-save rt-site-ways">
          <a href={`${server}/example/${site.key}`} target="_blank" rel="noreferrer">
            {__("Try it on an example page", "ringtrail")}
          </a>
          <SiteTestCall api={api} number={number.e164} />
        </div>
      )}
      <PageLook api={api} site={site} check={check.data} />
      <InstallGuide site={site} server={server} />
      <AdTemplates check={check.data} />
      <ConsentLevels regime={site.regime} />
      {flows === undefined ? null : <HealthcareForm api={flows} site={site} />}
    </Card>
  );
}

/** The number as people write it, with its label where there is one: a clinic's is for few. */
function nameTarget({ e164, label }: SiteSummary["targets"][number]): string {
  return label === "" ? formatPhone(e164) : `${formatPhone(e164)} (${label})`;
}
