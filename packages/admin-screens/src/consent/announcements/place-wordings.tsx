import type { RecordingPlaces } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import { AnswerPill } from "../answer-pill.tsx";
import { PlaceOptions } from "../place-options.tsx";
import type { AnnouncementDraft } from "./announcement-draft.ts";
import { WordingFields } from "./wording-fields.tsx";

/** Other words where the rule of a certain place decides the call. */
export function PlaceWordings(props: {
  readonly api: AnnouncementsApi;
  readonly places: RecordingPlaces;
  readonly draft: AnnouncementDraft;
  readonly problemOf: (path: string) => string | undefined;
  readonly onWrite: (wordings: AnnouncementDraft["placeWordings"]) => void;
}): ReactNode {
  const { api, places, draft, problemOf, onWrite } = props;
  const { placeWordings: written, announcement: usual } = draft;
  const isWritten = (place: string): boolean => written.some((one) => one.place === place);
  return (
    <>
      {written.map(({ place, announcement }, nth) => {
        const law = places.places.find((one) => one.place === place);
        const name = law?.name ?? places.withoutRule.find((one) => one.place === place)?.name ?? place;
        return (
          <fieldset key={place} className="rt-place-wording">
            <legend>
              {
                /* translators: %s: a place. */
                sprintf(__("Where the rule of %s decides", "ringtrail"), name)
              }
            </legend>
            <div className="rt-place-wording-head">
              {law === undefined ? <span /> : <AnswerPill means={law.law} inside={law.lawNoticeInside} />}
              <Button
                variant="link"
                onClick={() => onWrite(written.filter((one) => one.place !== place))}
                // translators: %s: a place.
                aria-label={sprintf(__("Remove the words for %s", "ringtrail"), name)}
              >
                {__("Remove", "ringtrail")}
              </Button>
            </div>
            <WordingFields
              api={api}
              announcement={announcement}
              path={`placeWordings.${nth}.announcement`}
              problemOf={problemOf}
              onWrite={(changed) => onWrite(written.with(nth, { place, announcement: changed }))}
            />
          </fieldset>
        );
      })}
      <Field label={__("Other words where the rule of this place decides", "ringtrail")}>
        {(attributes) => (
          <select
            {...attributes}
            value=""
            onChange={({ target: { value: place } }) => {
              if (place !== "" && !isWritten(place)) onWrite([...written, { place, announcement: usual }]);
            }}
          >
            <option value="">{__("Add a place…", "ringtrail")}</option>
            <PlaceOptions places={places} />
          </select>
        )}
      </Field>
    </>
  );
}
