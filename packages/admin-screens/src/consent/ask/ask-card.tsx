import type { RecordingPlaces } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { useHost } from "../../frame/host.tsx";
import { problemIn } from "../../frame/problem-in.ts";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useKept } from "../../parts/use-kept.ts";
import { AskForm } from "./ask-form.tsx";
import { questionOf, type CallThought } from "./call-thought.ts";
import { DecisionView } from "./decision-view.tsx";

/** Ask about one call: what is known of it on one side, the decision in plain words on the other. */
export function AskCard(props: {
  readonly places: RecordingPlaces;
  /** Undefined: the account's own. */
  readonly business: readonly string[] | undefined;
  readonly thought: CallThought;
  readonly onThink: (thought: CallThought) => void;
}): ReactNode {
  const { places, business, thought, onThink } = props;
  const { api } = useHost();
  // A number is asked about when it is written to its end, everything else at once.
  const [number, setNumber] = useState(thought.number);
  const question = questionOf({ ...thought, number }, business);
  const decision = useQuery({
    queryKey: ["recording-preview", question],
    queryFn: () => api.previewDecision(question),
    enabled: places.business.length > 0,
    staleTime: 60_000,
  });
  const kept = useKept(decision);
  const problem = decision.error === null ? undefined : problemIn(decision.error);
  const isWrongQuestion = problem !== undefined && problem.status === 422;

  return (
    <Card title={__("Ask about one call", "ringtrail")}>
      <div className="rt-ask" id="rt-ask">
        <AskForm
          places={places}
          thought={thought}
          problem={isWrongQuestion ? problem : undefined}
          onThink={onThink}
          onNumberWritten={() => setNumber(thought.number)}
        />
        <div className="rt-decision" aria-live="polite" aria-busy={decision.isFetching}>
          {isWrongQuestion || places.business.length === 0 ? (
            <NoDecision hasPlaces={places.business.length > 0} />
          ) : (
            <Loaded query={kept}>{(shown) => <DecisionView decision={shown} />}</Loaded>
          )}
        </div>
      </div>
    </Card>
  );
}

function NoDecision(props: { readonly hasPlaces: boolean }): ReactNode {
  return (
    <p className="rt-soft">
      {props.hasPlaces
        ? __("There is no answer to this question yet. Correct what is marked.", "ringtrail")
        : __("Choose a place of business above, and the answer appears here.", "ringtrail")}
    </p>
  );
}
