import type { CallFlowShown } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";

export type PageGroups = NonNullable<NonNullable<CallFlowShown["healthcare"]>["pageGroups"]>;

/** As the contract bounds them. */
const most = 50;

/** The paths of a clinic that reports may tell apart, and what their pages are counted as. */
export function PageGroupFields(props: {
  readonly groups: PageGroups;
  /** The field the API refused: `healthcare.pageGroups.1.path`. */
  readonly wrong: string | undefined;
  readonly onWrite: (groups: PageGroups) => void;
}): ReactNode {
  const { groups, wrong, onWrite } = props;
  const change = (at: number, to: Partial<PageGroups[number]>): void =>
    onWrite(groups.map((one, nth) => (nth === at ? { ...one, ...to } : one)));
  const isWrong = (nth: number, part: string): boolean => wrong === `healthcare.pageGroups.${nth}.${part}`;
  return (
    <fieldset className="rt-rows rt-page-groups">
      <legend>{__("Pages that reports tell apart", "ringtrail")}</legend>
      <p className="rt-soft">
        {__(
          "A page tells the name of its group and nothing else, and a report counts whole periods. Pages that are not listed count as other pages.",
          "ringtrail",
        )}
      </p>
      {groups.map(({ path, group }, nth) => (
        // Entries have no names while they are typed; their place in the list is all there is.
        <div key={nth} className="rt-row">
          <Field
            /* translators: %d: a number that counts. */
            label={sprintf(__("Path %d", "ringtrail"), nth + 1)}
            problem={
              isWrong(nth, "path")
                ? __(
                    "Write a path such as /implants, or /implants/* with all below it. Each stands here once.",
                    "ringtrail",
                  )
                : undefined
            }
          >
            {(attributes) => (
              <input
                {...attributes}
                autoComplete="off"
                spellCheck={false}
                value={path}
                onChange={({ target }) => change(nth, { path: target.value })}
              />
            )}
          </Field>
          <Field
            /* translators: %d: a number that counts. */
            label={sprintf(__("Counted as %d", "ringtrail"), nth + 1)}
            problem={
              isWrong(nth, "group")
                ? __("Write a name of at most 60 characters, without a phone number or an e-mail address.", "ringtrail")
                : undefined
            }
          >
            {(attributes) => (
              <input
                {...attributes}
                autoComplete="off"
                value={group}
                onChange={({ target }) => change(nth, { group: target.value })}
              />
            )}
          </Field>
          <Button variant="tertiary" onClick={() => onWrite(groups.filter((_, other) => other !== nth))}>
            {__("Remove", "ringtrail")}
          </Button>
        </div>
      ))}
      {groups.length >= most ? null : (
        <Button variant="secondary" className="rt-add" onClick={() => onWrite([...groups, { path: "", group: "" }])}>
          {__("Add pages", "ringtrail")}
        </Button>
      )}
    </fieldset>
  );
}
