import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../../parts/field.tsx";
import { tickedFlags, type CallThought } from "./call-thought.ts";
import { ChoiceField } from "./choice-field.tsx";
import { flagWords } from "./flag-words.ts";

/** What else may matter, folded away until somebody wants it. */
export function Circumstances(props: {
  readonly thought: CallThought;
  readonly problemOf: (field: keyof CallThought) => string | undefined;
  readonly onThink: (thought: CallThought) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { thought, problemOf, onThink } = props;
  const change = (changed: Partial<CallThought>): void => onThink({ ...thought, ...changed });
  return (
    <details className="rt-more-circumstances">
      <summary>{__("More circumstances", "ringtrail")}</summary>
      <div className="rt-form">
        {props.children}
        <ChoiceField
          label={__("Channel", "ringtrail")}
          value={thought.channel}
          choices={[
            ["phone", __("Telephone", "ringtrail")],
            ["video", __("Video call", "ringtrail")],
            ["web_call", __("Call from a web page", "ringtrail")],
          ]}
          onChoose={(channel) => change({ channel })}
        />
        <ChoiceField
          label={__("Purpose", "ringtrail")}
          value={thought.purpose}
          choices={[
            ["", __("Not stated", "ringtrail")],
            ["quality", __("Quality", "ringtrail")],
            ["training", __("Training", "ringtrail")],
            ["documentation", __("Documentation", "ringtrail")],
            ["orders", __("Orders", "ringtrail")],
            ["support", __("Support", "ringtrail")],
          ]}
          onChoose={(purpose) => change({ purpose })}
        />
        <ChoiceField
          label={__("Asked for a yes", "ringtrail")}
          value={thought.yes}
          choices={[
            ["", __("Not asked yet", "ringtrail")],
            ["given", __("The caller said yes", "ringtrail")],
            ["refused", __("The caller said no", "ringtrail")],
          ]}
          onChoose={(yes) => change({ yes })}
        />
        <Field label={__("Day of the call", "ringtrail")} problem={problemOf("day")}>
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              value={thought.day}
              onChange={(event) => change({ day: event.target.value })}
            />
          )}
        </Field>
        <fieldset className="rt-ticks">
          <legend>{__("What holds for this call", "ringtrail")}</legend>
          {tickedFlags.map((flag) => (
            <label key={flag}>
              <input
                type="checkbox"
                checked={thought.ticked.includes(flag)}
                onChange={(event) => {
                  const others = thought.ticked.filter((one) => one !== flag);
                  change({ ticked: event.target.checked ? [...others, flag] : others });
                }}
              />
              <span>{flagWords(flag)}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}
