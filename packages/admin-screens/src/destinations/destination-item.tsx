import type { DestinationShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type DestinationsApi } from "../frame/host.tsx";
import { Pill } from "../parts/pill.tsx";
import { DestinationActions } from "./destination-actions.tsx";
import { eventWords, kindWords } from "./kind-words.ts";

/** One destination: where it leads, what it is told, how it is, and what can be done with it. */
export function DestinationItem(props: {
  readonly api: DestinationsApi;
  readonly destination: DestinationShown;
}): ReactNode {
  const { api, destination } = props;
  const { kind, name, facts, settings } = destination;
  const address = settings["url"] ?? settings["to"];
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">{name}</strong>
        <span className="rt-pills">
          <Pill tone="plain">{kindWords(kind)}</Pill>
          <Health destination={destination} />
        </span>
      </div>
      <div>
        {typeof address === "string" ? <p className="rt-mono rt-break">{address}</p> : null}
        <p className="rt-soft">{facts.map((fact) => eventWords(fact, kind)).join(" · ")}</p>
        <DestinationActions api={api} destination={destination} />
      </div>
    </li>
  );
}

function Health(props: { readonly destination: DestinationShown }): ReactNode {
  const { isOn, failures, failingSince } = props.destination;
  const { locale, timeZone } = useHost();
  if (!isOn) return <Pill tone="plain">{__("Switched off", "ringtrail")}</Pill>;
  if (failures === 0) return <Pill tone="good">{__("Well", "ringtrail")}</Pill>;
  return (
    <>
      <Pill tone="bad">
        {
          /* translators: %d: how often in a row sending failed. */
          sprintf(_n("%d failure", "%d failures in a row", failures, "ringtrail"), failures)
        }
      </Pill>
      {failingSince === undefined ? null : (
        <span className="rt-faint">
          {
            /* translators: %s: a date and time. */
            sprintf(__("since %s", "ringtrail"), formatDateTime(Date.parse(failingSince), locale, timeZone))
          }
        </span>
      )}
    </>
  );
}
