import type { RecordingPlaces } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { NothingChanged } from "./nothing-changed.tsx";
import { OverrideItem } from "./override-item.tsx";
import { OverridesEditor } from "./overrides-editor.tsx";

const file = "DATA_FOLDER/recording-law/overrides.json";
const example = `{ "overrides": [
  { "place": "US-TX", "phone": "announce",
    "reason": "Our lawyers want it", "author": "Ann Owner", "date": "2026-11-24" }
] }`;

/** The rules the owner changed, each with who did it, when and why; and how to change one. */
export function OverridesCard(props: { readonly places: RecordingPlaces }): ReactNode {
  const { announcements } = useHost();
  return (
    <Card title={__("Rules you changed", "ringtrail")}>
      {announcements === undefined ? (
        <Changed places={props.places} />
      ) : (
        <OverridesEditor api={announcements} places={props.places} />
      )}
      <details className="rt-how">
        <summary>{__("How to change a rule on the server itself", "ringtrail")}</summary>
        <p className="rt-soft">
          {__(
            "Every change stands in this file on the server, with a reason, a name and a day. Written by hand it counts within seconds. It is shown wherever it applied: here, on every call it touched, and in its proof.",
            "ringtrail",
          )}
        </p>
        <p className="rt-mono rt-break">{file}</p>
        <pre className="rt-mono">{example}</pre>
      </details>
    </Card>
  );
}

function Changed(props: { readonly places: RecordingPlaces }): ReactNode {
  const changed = props.places.places.flatMap((law) =>
    law.override === undefined ? [] : [{ ...law, change: law.override }],
  );
  if (changed.length === 0) return <NothingChanged />;
  return (
    <ul className="rt-overrides">
      {changed.map(({ place, name, law, lawNoticeInside, change }) => (
        <OverrideItem key={place} name={name} means={law} inside={lawNoticeInside} change={change} />
      ))}
    </ul>
  );
}
