import type { RecordingPlaces } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { AnswerPill } from "./answer-pill.tsx";
import { answerWords } from "../words/answer-words.ts";
import { CheckedMark } from "./citation-list.tsx";
import { kindOf } from "./map/map-view.ts";

/** Every place as a list to read and to search: what the map shows, and the rest of the world. */
export function EveryPlace(props: { readonly places: RecordingPlaces }): ReactNode {
  const { places } = props.places;
  const [wanted, setWanted] = useState("");
  const found = places.filter(({ name, place }) =>
    `${name} ${place}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Card
      title={__("Every place we know the law of", "ringtrail")}
      // translators: %d: how many places.
      aside={sprintf(_n("%d place", "%d places", found.length, "ringtrail"), found.length)}
    >
      <Field label={__("Search a place", "ringtrail")}>
        {(attributes) => (
          <input {...attributes} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        )}
      </Field>
      {found.length === 0 ? (
        <p className="rt-soft rt-nothing">
          {__(
            "No place of this name has a rule. A caller there counts as unknown, and unknown counts as strict.",
            "ringtrail",
          )}
        </p>
      ) : (
        <div className="rt-scroll" tabIndex={0} role="group" aria-label={__("Every place", "ringtrail")}>
          <table className="rt-places">
            <thead>
              <tr>
                <th scope="col">{__("Place", "ringtrail")}</th>
                <th scope="col">{__("For your calls", "ringtrail")}</th>
                <th scope="col">{__("The place alone", "ringtrail")}</th>
                <th scope="col">{__("Law", "ringtrail")}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((law) => (
                <tr key={law.place}>
                  <th scope="row">
                    {law.name} {law.isDisputed ? <span className="rt-faint">{__("disputed", "ringtrail")}</span> : null}
                  </th>
                  <td>
                    <AnswerPill means={law.answer} inside={law.noticeInside} />
                  </td>
                  <td>{answerWords(kindOf(law, "alone")).words}</td>
                  <td>
                    {law.citations.map((citation) => (
                      <div key={citation.text}>
                        {citation.text} <CheckedMark citation={citation} />
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
