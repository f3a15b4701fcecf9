import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../../parts/field.tsx";
import type { AnnouncementDraft } from "./announcement-draft.ts";

/** Whether callers are told. Switching it off takes a reason and a name, which the decision of every silent call repeats. */
export function SilenceFields(props: {
  readonly draft: AnnouncementDraft;
  readonly problemOf: (path: string) => string | undefined;
  readonly onWrite: (change: Pick<AnnouncementDraft, "isSilent" | "silence">) => void;
}): ReactNode {
  const { draft, problemOf, onWrite } = props;
  const { isSilent, silence } = draft;
  const field = (name: "reason" | "author", label: string, hint: string): ReactNode => (
    <Field label={label} hint={hint} problem={problemOf(`silence.${name}`)}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          aria-required
          value={silence[name]}
          onChange={(event) => onWrite({ isSilent, silence: { ...silence, [name]: event.target.value } })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="rt-ticks">
        <label>
          <input
            type="checkbox"
            checked={!isSilent}
            onChange={(event) => onWrite({ isSilent: !event.target.checked, silence })}
          />
          <span>{__("Tell callers before a call is recorded", "ringtrail")}</span>
        </label>
      </div>
      {isSilent ? (
        <div className="rt-silence">
          <p className="rt-soft">
            {__(
              "Calls are then recorded without a notice only where that is lawful and the place of every party is declared. Everybody else is still told.",
              "ringtrail",
            )}
          </p>
          {field(
            "reason",
            __("Why callers are not told", "ringtrail"),
            __("Shown with the decision of every call recorded in silence.", "ringtrail"),
          )}
          {field("author", __("Who decided it", "ringtrail"), __("A person's name.", "ringtrail"))}
        </div>
      ) : null}
    </>
  );
}
