import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { models, modelWords, type Model } from "./model-words.ts";

/** Which models stand side by side: any number, and never none. They stand in the order in which they were chosen. */
export function ModelChoice(props: {
  readonly chosen: readonly Model[];
  readonly onChoose: (chosen: readonly Model[]) => void;
}): ReactNode {
  const { chosen, onChoose } = props;
  return (
    <fieldset className="rt-models-chosen">
      <legend>{__("The models", "ringtrail")}</legend>
      <p className="rt-faint">{__("Every other is compared with the first one chosen.", "ringtrail")}</p>
      {models.map((model) => {
        const { name, gives } = modelWords(model);
        const isChosen = chosen.includes(model);
        return (
          <label key={model} title={gives}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isChosen && chosen.length === 1}
              onChange={() => onChoose(isChosen ? chosen.filter((one) => one !== model) : [...chosen, model])}
            />
            <span>
              {name}
              <span className="rt-faint">{gives}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
