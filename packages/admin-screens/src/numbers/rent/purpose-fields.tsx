import type { PoolState, SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../../parts/field.tsx";
import { sourceKindIds, sourceWords, targetsOf, type PurposeDraft } from "./purpose-draft.ts";

/** What the number is for: one of a pool that visits borrow from, or one that stands in one place. */
export function PurposeFields(props: {
  readonly draft: PurposeDraft;
  readonly pools: readonly PoolState[];
  readonly sites: readonly SiteSummary[];
  readonly problem: string | undefined;
  readonly onWrite: (change: Partial<PurposeDraft>) => void;
}): ReactNode {
  const { draft, pools, sites, problem, onWrite } = props;
  const targets = targetsOf(sites);
  return (
    <>
      <div className="rt-wording-pair">
        <Field
          label={__("What it is for", "ringtrail")}
          hint={
            draft.into === "source"
              ? __("One place, such as a flyer: no visitor is needed.", "ringtrail")
              : __("Visits of your pages borrow it.", "ringtrail")
          }
          problem={problem}
        >
          {(attributes) => (
            <select {...attributes} value={draft.into} onChange={(event) => onWrite({ into: event.target.value })}>
              {pools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="source">{__("A place without pages…", "ringtrail")}</option>
            </select>
          )}
        </Field>
        {draft.into === "source" ? (
          <Field label={__("Where it will stand", "ringtrail")} hint={sourceWords(draft.kind).how}>
            {(attributes) => (
              <select
                {...attributes}
                value={draft.kind}
                onChange={({ target: { value } }) =>
                  onWrite({ kind: sourceKindIds.find((one) => one === value) ?? draft.kind })
                }
              >
                {sourceKindIds.map((kind) => (
                  <option key={kind} value={kind}>
                    {sourceWords(kind).name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
      </div>
      {draft.into === "source" ? (
        <div className="rt-wording-pair">
          <Field
            label={__("What to call it", "ringtrail")}
            hint={__("Such as “Spring flyer”. Calls are credited to it.", "ringtrail")}
          >
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                autoComplete="off"
                maxLength={100}
                value={draft.name}
                onChange={(event) => onWrite({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={__("Whose calls it takes", "ringtrail")}>
            {(attributes) => (
              <select
                {...attributes}
                value={draft.target}
                onChange={(event) => onWrite({ target: event.target.value })}
              >
                {targets.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : null}
    </>
  );
}
