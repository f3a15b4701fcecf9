import type { PlaceLawShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import { AnswerPill } from "./answer-pill.tsx";

const file = "DATA_FOLDER/recording-law/overrides.json";
const example = `{ "overrides": [
  { "place": "US-TX", "phone": "announce",
    "reason": "Our lawyers want it", "author": "Ann Owner", "date": "2026-11-24" }
] }`;

/** The rules the owner changed, each with who did it, when and why; and how to change one. */
export function OverridesCard(props: { readonly places: readonly PlaceLawShown[] }): ReactNode {
  const changed = props.places.flatMap((law) => (law.override === undefined ? [] : [{ ...law, change: law.override }]));
  return (
    <Card title={__("Rules you changed", "ringtrail")}>
      {changed.length === 0 ? (
        <p className="rt-soft">
          {__("You have changed no rule: every place is answered by the law as we keep it.", "ringtrail")}
        </p>
      ) : (
        <ul className="rt-overrides">
          {changed.map(({ place, name, law, lawNoticeInside, change }) => (
            <li key={place} className="rt-change">
              <div>
                <strong>{name}</strong>
                <span>
                  <AnswerPill means={law} inside={lawNoticeInside} />
                </span>
              </div>
              <div>
                <p>{change.reason}</p>
                <p className="rt-faint">
                  {
                    /* translators: 1: a person; 2: a day. */
                    sprintf(__("Changed by %1$s on %2$s", "ringtrail"), change.author, change.date)
                  }
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <details className="rt-how">
        <summary>{__("How to change a rule", "ringtrail")}</summary>
        <p className="rt-soft">
          {__(
            "Write it into this file on the server, with a reason, your name and the day, and start the server again. The change is shown wherever it applied: here, on every call it touched, and in its proof.",
            "ringtrail",
          )}
        </p>
        <p className="rt-mono rt-break">{file}</p>
        <pre className="rt-mono">{example}</pre>
      </details>
    </Card>
  );
}
