import { useQueries } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { useHost } from "../frame/host.tsx";
import { lastDays } from "../parts/last-days.ts";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { useKept } from "../parts/use-kept.ts";
import { ModelChoice } from "./model-choice.tsx";
import type { Model } from "./model-words.ts";
import { ModelsTable } from "./models-table.tsx";

const lengths = [30, 90, 365] as const;

/** Any number of models side by side: the same calls, shared out another way. The first one chosen is the measure. */
export function ModelsCard(): ReactNode {
  const { api, timeZone } = useHost();
  const [chosen, setChosen] = useState<readonly Model[]>(["last_non_direct", "first"]);
  const [count, setCount] = useState<number>(90);
  // The days stay the same while somebody looks: a midnight that passes moves nothing under their eyes.
  const [now] = useState(() => Date.now());
  const days = lastDays(count, now, timeZone ?? zoneHere());
  const asked = useQueries({
    queries: chosen.map((model) => ({
      queryKey: ["model", model, days],
      queryFn: () => api.callReport({ ...days, by: "channel", model }),
    })),
    combine: (answers) => {
      const shown = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
      return {
        data: shown.length === answers.length ? shown : undefined,
        error: answers.find(({ error }) => error !== null)?.error ?? null,
        refetch: () => Promise.all(answers.map((answer) => answer.refetch())),
      };
    },
  });
  const reports = useKept(asked);
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
      <ModelChoice chosen={chosen} onChoose={setChosen} />
      <Loaded query={reports}>{(shown) => <ModelsTable reports={shown} />}</Loaded>
    </Card>
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
