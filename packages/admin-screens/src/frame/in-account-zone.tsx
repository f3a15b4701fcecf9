import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { settingsKeys } from "../settings/settings-keys.ts";
import { HostContext, type Host } from "./host.tsx";

/**
 * Tells every screen the time zone the account counts its days by, so that two people who look at one call from two
 * places read one time. As long as nobody chose a zone, and where it cannot be asked, the browser's own counts.
 */
export function InAccountZone(props: { readonly host: Host; readonly children: ReactNode }): ReactNode {
  const { host, children } = props;
  const session = useQuery({ queryKey: settingsKeys.session, queryFn: () => host.api.session(), retry: false });
  const timeZone = session.data?.account.timeZone ?? host.timeZone;
  const told = useMemo(() => ({ ...host, timeZone }), [host, timeZone]);
  return <HostContext.Provider value={told}>{children}</HostContext.Provider>;
}
