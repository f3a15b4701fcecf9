import type { CarrierList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Pill } from "../parts/pill.tsx";
import { carrierWords, connectionWords, howToConnect } from "./carrier-words.ts";
import { settingsKeys } from "./settings-keys.ts";

/** Which carriers are connected, and what is missing. Secrets are shown nowhere. */
export function CarriersCard(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const carriers = useQuery({ queryKey: settingsKeys.carriers, queryFn: () => api.carriers(), staleTime: 60_000 });
  return (
    <Card title={__("Carriers", "ringtrail")} aside={__("Asked just now", "ringtrail")}>
      <Loaded query={carriers}>
        {(shown) => (
          <>
            {shown.isReachable ? null : (
              <p>
                <Pill tone="busy">{__("Not reachable yet", "ringtrail")}</Pill>{" "}
                {
                  /* translators: %s: the address of a server. */
                  sprintf(
                    __("Carriers cannot reach %s: set PUBLIC_URL to an https address of your own.", "ringtrail"),
                    shown.reachedAt,
                  )
                }
              </p>
            )}
            <ul className="rt-overrides">
              {shown.carriers.map((one) => (
                <CarrierItem key={one.carrier} one={one} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}

function CarrierItem(props: { readonly one: CarrierList["carriers"][number] }): ReactNode {
  const { carrier, connections } = props.one;
  return (
    <li className="rt-change">
      <div>
        <strong>{carrierWords(carrier)}</strong>
        {connections.length === 0 ? <Pill tone="plain">{__("Not connected", "ringtrail")}</Pill> : null}
      </div>
      <div>
        {connections.length === 0 ? (
          <p className="rt-soft">
            {__("To connect it:", "ringtrail")} <code className="rt-break">{howToConnect(carrier)}</code>
          </p>
        ) : null}
        {connections.map((connection) => {
          const { tone, words, fix } = connectionWords(connection);
          return (
            <p key={connection.id}>
              <Pill tone={tone}>{words}</Pill>{" "}
              {
                /* translators: 1: how many numbers; 2: the end of an account's id. */
                sprintf(
                  _n("%1$d number, account …%2$s.", "%1$d numbers, account …%2$s.", connection.numbers, "ringtrail"),
                  connection.numbers,
                  connection.account,
                )
              }{" "}
              <span className="rt-soft">{fix}</span>
            </p>
          );
        })}
      </div>
    </li>
  );
}
