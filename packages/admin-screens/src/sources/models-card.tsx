import { useQueries } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { useHost } from "../frame/host.tsx";
import { lastDays } from "../parts/last-days.ts";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { useKept } from "../parts/use-kept.ts";
import { modelNamed, models, modelWords, type Model } from "./model-words.ts";
import { ModelsTable } from "./models-table.tsx";

const lengths = [30, 90, 365] as const;

/** Two models side by side: the same calls, shared out another way. */
export function ModelsCard(): ReactNode {
  const { api, timeZone } = useHost();
  const [chosen, setChosen] = useState<readonly [Model, Model]>(["last_non_direct", "first"]);
  const [count, setCount] = useState<number>(90);
  // The days stay the same while somebody looks: a midnight that passes moves nothing under their eyes.
  const [now] = useState(() => Date.now());
  const days = lastDays(count, now, timeZone ?? zoneHere());
  const asked = useQueries({
    queries: chosen.map((model) => ({
      queryKey: ["model", model, days],
      queryFn: () => api.callReport({ ...days, by: "channel", model }),
    })),
    combine: ([left, right]) => ({
      data: left?.data && right?.data ? { left: left.data, right: right.data } : undefined,
      error: left?.error ?? right?.error ?? null,
      refetch: () => Promise.all([left?.refetch(), right?.refetch()]),
    }),
  });
  const reports = useKept(asked);
  const choose = (side: 0 | 1, name: string): void =>
    setChosen(side === 0 ? [modelNamed(name), chosen[1]] : [chosen[0], modelNamed(name)]);
  return (
    <Card
      title={__("Models side by side", "ringtrail")}
      aside={
        <label className="rt-by">
          {__("Of the last", "ringtrail")}{" "}
          <select value={count} onChange={({ target }) => setCount(Number(target.value))}>
            {lengths.map((length) => (
              <option key={length} value={length}>
                {daysWords(length)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <div className="rt-wording-pair">
        <ModelChoice label={__("One model", "ringtrail")} model={chosen[0]} onChoose={(name) => choose(0, name)} />
        <ModelChoice label={__("Another model", "ringtrail")} model={chosen[1]} onChoose={(name) => choose(1, name)} />
      </div>
      <Loaded query={reports}>{(shown) => <ModelsTable {...shown} />}</Loaded>
    </Card>
  );
}

function ModelChoice(props: {
  readonly label: string;
  readonly model: Model;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { label, model, onChoose } = props;
  return (
    <Field label={label} hint={modelWords(model).gives}>
      {(attributes) => (
        <select {...attributes} value={model} onChange={({ target }) => onChoose(target.value)}>
          {models.map((one) => (
            <option key={one} value={one}>
              {modelWords(one).name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function daysWords(length: (typeof lengths)[number]): string {
  switch (length) {
    case 30:
      return __("30 days", "ringtrail");
    case 90:
      return __("90 days", "ringtrail");
    case 365:
      return __("365 days", "ringtrail");
  }
}
