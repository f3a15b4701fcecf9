import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { useHost } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useKept } from "../../parts/use-kept.ts";
import { DiffView } from "./diff-view.tsx";
import { SetChoice } from "./set-choice.tsx";

/** What changed from one rule set to another, each place with its reason and its authority. */
export function DiffCard(): ReactNode {
  const { api } = useHost();
  const [sets, setSets] = useState({ before: "us-2017-article", after: "current" });
  const known = useQuery({ queryKey: ["rule-sets"], queryFn: () => api.ruleSets(), staleTime: Infinity });
  const diff = useQuery({
    queryKey: ["rule-set-diff", sets],
    queryFn: () => api.compareRuleSets(sets),
    staleTime: Infinity,
  });
  const kept = useKept(diff);
  return (
    <Card
      title={__("What changed between two rule sets", "ringtrail")}
      aside={known.data === undefined ? undefined : <SetChoice known={known.data} sets={sets} onChoose={setSets} />}
    >
      <Loaded query={kept}>{(shown) => <DiffView diff={shown} />}</Loaded>
    </Card>
  );
}
