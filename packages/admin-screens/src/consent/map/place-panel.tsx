import { meansAsked, type PlaceLawShown } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { AnswerPill } from "../answer-pill.tsx";
import { CitationList } from "../citation-list.tsx";

/** One place's rule, what it means for this business, and the authorities. */
export function PlacePanel(props: { readonly law: PlaceLawShown; readonly onAsk: (place: string) => void }): ReactNode {
  const { law, onAsk } = props;
  return (
    <>
      <h3>{law.name}</h3>
      <p>
        <AnswerPill means={law.answer} inside={law.noticeInside} />
      </p>
      <p>{law.governing.words}</p>
      <p className="rt-soft">
        {
          /* translators: 1: a place; 2: what it asks for, as "an announcement". */
          sprintf(__("%1$s alone asks for %2$s.", "ringtrail"), law.name, meansAsked[law.law])
        }{" "}
        {law.lawNoticeInside ? __("The notice must be heard inside the recording too.", "ringtrail") : null}{" "}
        {law.isDisputed ? __("Its law is disputed; the stricter reading is taken.", "ringtrail") : null}{" "}
        {law.activeConsentAdvised ? __("Asking for a spoken or pressed yes would be safer.", "ringtrail") : null}
      </p>
      {law.override === undefined ? null : (
        <p className="rt-override">
          {
            /* translators: 1: a person; 2: a day; 3: why they changed the rule. */
            sprintf(
              __("Changed by %1$s on %2$s: %3$s", "ringtrail"),
              law.override.author,
              law.override.date,
              law.override.reason,
            )
          }
        </p>
      )}
      <CitationList citations={law.citations} />
      <Button variant="secondary" onClick={() => onAsk(law.place)} __next40pxDefaultSize>
        {__("Ask about a caller there", "ringtrail")}
      </Button>
    </>
  );
}
