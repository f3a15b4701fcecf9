import type { KeptCallFlow, SiteSummary } from "@ringtrail/api-contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Blank } from "../parts/blank.tsx";
import { Loaded } from "../parts/loaded.tsx";

/**
 * A site's flow once it is there. A clinic's says who answers there, so whoever may not know callers is told so, and where
 * it is changed: that is how it should be and no failure.
 */
export function LoadedFlow(props: {
  readonly site: SiteSummary;
  readonly query: UseQueryResult<KeptCallFlow>;
  readonly place: "call-flows" | "recording-consent";
  readonly children: (kept: KeptCallFlow) => ReactNode;
}): ReactNode {
  const { site, query, place, children } = props;
  const { consoleHref } = useHost();
  const isRefused = query.error !== null && problemIn(query.error)?.code === "scope_missing";
  if (!isRefused || site.isHealthcare !== true) return <Loaded query={query}>{children}</Loaded>;
  return (
    <div className="rt-card">
      {consoleHref === undefined ? (
        <Blank
          title={__("A clinic’s call flow is for people who may know callers", "ringtrail")}
          words={__("It says who answers there. Ask the owner of the account for a role that may.", "ringtrail")}
        />
      ) : (
        <Blank
          title={__("A clinic’s call flow is changed in the console", "ringtrail")}
          words={__(
            "It says who answers there, and this site was connected without callers’ data, so that whoever breaks into a web site learns nothing of them. To change it here, disconnect under Settings, connect again, and tick “This site may handle callers’ data” when you approve it.",
            "ringtrail",
          )}
        >
          <Button variant="secondary" href={consoleHref(place)} target="_blank" rel="noreferrer" __next40pxDefaultSize>
            {__("Open the console", "ringtrail")}
          </Button>
        </Blank>
      )}
    </div>
  );
}
