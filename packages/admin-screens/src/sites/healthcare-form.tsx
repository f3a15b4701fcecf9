import type { KeptCallFlow, SiteSummary } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { flowKey } from "../consent/announcements/flow-key.ts";
import { LoadedFlow } from "../flows/loaded-flow.tsx";
import type { FlowsApi } from "../frame/host.tsx";
import { BeginHealthcare } from "./begin-healthcare.tsx";
import { HealthcareSettings } from "./healthcare-settings.tsx";

/** Healthcare mode of one site: begun here, and how it reports and how the glass is broken. Loaded when it is opened. */
export function HealthcareForm(props: { readonly api: FlowsApi; readonly site: SiteSummary }): ReactNode {
  const { api, site } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="rt-how" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{__("Healthcare mode", "ringtrail")}</summary>
      {isOpen ? <OfSite api={api} site={site} /> : null}
    </details>
  );
}

function OfSite(props: { readonly api: FlowsApi; readonly site: SiteSummary }): ReactNode {
  const { api, site } = props;
  const flow = useQuery({ queryKey: flowKey(site.id), queryFn: () => api.callFlow(site.id) });
  return (
    <LoadedFlow site={site} query={flow} place="call-flows">
      {(kept: KeptCallFlow) =>
        kept.flow.isHealthcare === true ? (
          <HealthcareSettings api={api} site={site} flow={kept.flow} />
        ) : (
          <BeginHealthcare api={api} site={site} />
        )
      }
    </LoadedFlow>
  );
}
