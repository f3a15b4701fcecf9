import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { PolicyDraft } from "./policy-draft.ts";

const parts = ["weigh", "least", "leastTalkSeconds", "amount", "currency"] as const;

/** For whom a call counts, which calls, and for how much. */
export function PolicyFields(props: {
  readonly draft: PolicyDraft;
  /** What was refused of it; its field as the server names it, such as `policy.usualValue.currency`. */
  readonly problem: { readonly field?: string | undefined; readonly words: string } | undefined;
  readonly onWrite: (change: Partial<PolicyDraft>) => void;
}): ReactNode {
  const { draft, problem, onWrite } = props;
  const last = problem?.field?.split(".").at(-1);
  const wrongPart = parts.find((part) => part === last) ?? "weigh";
  const wrong = (part: (typeof parts)[number]): string | undefined => (part === wrongPart ? problem?.words : undefined);
  const number = (part: "least" | "leastTalkSeconds" | "amount", label: string, hint: string): ReactNode => (
    <Field label={label} hint={hint} problem={wrong(part)}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          value={draft[part]}
          onChange={(event) => onWrite({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="rt-wording-pair">
        <Field label={__("Whom a call counts for", "ringtrail")} problem={wrong("weigh")}>
          {(attributes) => (
            <select
              {...attributes}
              value={draft.weigh}
              onChange={({ target: { value } }) => onWrite({ weigh: value === "share" ? "share" : "threshold" })}
            >
              <option value="threshold">{__("The likeliest visit, for all of it", "ringtrail")}</option>
              <option value="share">{__("Every likely visit, for its share", "ringtrail")}</option>
            </select>
          )}
        </Field>
        {number(
          "least",
          __("At least so likely, in percent", "ringtrail"),
          __("Below it, the platform hears nothing of a visit.", "ringtrail"),
        )}
      </div>
      <div className="rt-wording-pair">
        {number(
          "leastTalkSeconds",
          __("Seconds talked at least", "ringtrail"),
          __("0 counts missed calls as well.", "ringtrail"),
        )}
        {number(
          "amount",
          __("Usual value of a call", "ringtrail"),
          __("Counts until somebody says what a call was worth.", "ringtrail"),
        )}
        <Field label={__("Currency", "ringtrail")} problem={wrong("currency")}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              value={draft.currency}
              onChange={(event) => onWrite({ currency: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
      </div>
      <div className="rt-ticks">
        <label>
          <input
            type="checkbox"
            checked={draft.shareCaller}
            onChange={(event) => onWrite({ shareCaller: event.target.checked })}
          />
          <span>
            {__("Send a hash of the caller’s number", "ringtrail")}{" "}
            <span className="rt-faint">{__("Of visitors who said yes, and of nobody else.", "ringtrail")}</span>
          </span>
        </label>
      </div>
    </>
  );
}
