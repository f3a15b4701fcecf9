import { scopeMeanings, type Scope } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";

/** What a key may do: only what whoever makes it may do themselves. */
export function ScopeChoice(props: {
  readonly offered: readonly Scope[];
  readonly chosen: readonly Scope[];
  readonly problem: string | undefined;
  readonly onChoose: (chosen: readonly Scope[]) => void;
}): ReactNode {
  const { offered, chosen, problem, onChoose } = props;
  const id = useId();
  return (
    <fieldset className="rt-ticks rt-events" aria-describedby={problem === undefined ? undefined : id}>
      <legend>{__("What it may do", "ringtrail")}</legend>
      {offered.map((scope) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={chosen.includes(scope)}
            onChange={({ target: { checked } }) =>
              onChoose(checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
            }
          />
          <span>
            <code>{scope}</code> <span className="rt-faint">{scopeMeanings[scope]}</span>
          </span>
        </label>
      ))}
      {problem === undefined ? null : (
        <p id={id} role="alert" className="rt-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
