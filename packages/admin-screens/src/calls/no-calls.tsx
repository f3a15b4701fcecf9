import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { settingsKeys } from "../settings/settings-keys.ts";

/** A list without calls: why, and when there will be some. */
export function NoCalls(props: { readonly isNarrowed: boolean }): ReactNode {
  const isClinic = useClinicsCallsAreKept();
  if (props.isNarrowed) {
    return (
      <Blank
        title={__("No such calls", "ringtrail")}
        words={__(
          "Take off what narrows the list, or choose “All”: a call that looks like spam is flagged and never hidden from you.",
          "ringtrail",
        )}
      />
    );
  }
  if (isClinic) {
    return (
      <Blank
        title={__("A clinic’s calls are shown to people who may know callers", "ringtrail")}
        words={__("You see them in the console of the Ringtrail server, in a role that may.", "ringtrail")}
      />
    );
  }
  return (
    <Blank
      title={__("No calls yet", "ringtrail")}
      words={__("The first call to one of your numbers will appear here while it rings.", "ringtrail")}
    />
  );
}

/** Whether whoever looks may not know callers and has a site whose calls are therefore in no list of theirs. */
function useClinicsCallsAreKept(): boolean {
  const { api, flows } = useHost();
  const session = useQuery({ queryKey: settingsKeys.session, queryFn: () => api.session(), retry: false });
  const mayNot = session.data?.scopes.includes("callers:read") === false;
  const sites = useQuery({
    queryKey: ["sites"],
    queryFn: async () => (flows === undefined ? { sites: [] } : flows.sites()),
    enabled: mayNot && flows !== undefined,
  });
  return mayNot && sites.data?.sites.some(({ isHealthcare }) => isHealthcare === true) === true;
}
