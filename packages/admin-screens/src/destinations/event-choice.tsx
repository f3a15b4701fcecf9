import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { allEvents, type DestinationDraft, type EventName } from "./destination-draft.ts";
import { eventWords } from "./kind-words.ts";

/** The events a destination is told of. */
export function EventChoice(props: {
  readonly draft: DestinationDraft;
  readonly problem: string | undefined;
  readonly onChoose: (facts: readonly EventName[]) => void;
}): ReactNode {
  const { draft, problem, onChoose } = props;
  const said = useId();
  return (
    <fieldset className="rt-ticks rt-events" aria-describedby={problem === undefined ? undefined : said}>
      <legend>{__("Events", "ringtrail")}</legend>
      {allEvents.map((event) => (
        <label key={event}>
          <input
            type="checkbox"
            checked={draft.facts.includes(event)}
            onChange={({ target: { checked } }) =>
              onChoose(allEvents.filter((one) => (one === event ? checked : draft.facts.includes(one))))
            }
          />
          <span>
            {eventWords(event, draft.kind)} <code className="rt-faint">{event}</code>
          </span>
        </label>
      ))}
      {problem === undefined ? null : (
        <p id={said} role="alert" className="rt-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
