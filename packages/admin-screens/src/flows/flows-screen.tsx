import { type SiteSummary, wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { flowKey } from "../consent/announcements/flow-key.ts";
import { useHost, type FlowsApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { FlowEditor } from "./flow-editor.tsx";
import { LoadedFlow } from "./loaded-flow.tsx";

/** What callers of each site go through: a form, a picture of it, and a test call. */
export function FlowsScreen(): ReactNode {
  const { flows } = useHost();
  return (
    <>
      <header className="rt-head">
        <h1>{__("Call flows", "ringtrail")}</h1>
      </header>
      {flows === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Call flows are changed in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server: here you may only read.", "ringtrail")}
          />
        </div>
      ) : (
        <Sites api={flows} />
      )}
    </>
  );
}

function Sites(props: { readonly api: FlowsApi }): ReactNode {
  const { api } = props;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) });
  return (
    <Loaded query={sites}>
      {(shown) => {
        const site = shown.sites.find(({ id }) => id === chosen) ?? shown.sites[0];
        if (site === undefined) {
          return (
            <div className="rt-card">
              <Blank
                title={__("No sites yet", "ringtrail")}
                words={__("The first one brings its flow with it: calls ring at the business.", "ringtrail")}
              />
            </div>
          );
        }
        return (
          <>
            {shown.sites.length === 1 ? null : (
              <Field label={__("Site", "ringtrail")}>
                {(attributes) => (
                  <select {...attributes} value={site.id} onChange={(event) => setChosen(event.target.value)}>
                    {shown.sites.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <SiteFlow key={site.id} api={api} site={site} />
          </>
        );
      }}
    </Loaded>
  );
}

function SiteFlow(props: { readonly api: FlowsApi; readonly site: SiteSummary }): ReactNode {
  const { api, site } = props;
  const flow = useQuery({ queryKey: flowKey(site.id), queryFn: () => api.callFlow(site.id) });
  return (
    <LoadedFlow site={site} query={flow} place="call-flows">
      {(kept) => <FlowEditor api={api} site={site} kept={kept} />}
    </LoadedFlow>
  );
}
