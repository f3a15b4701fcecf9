import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import { leaseWords } from "../words/lease-words.ts";

const states = ["provisional", "active", "grace", "resting", "free", "source"];

/** What each state means, for people who see it for the first time. */
export function StateLegend(): ReactNode {
  return (
    <Card title={__("What the states mean", "ringtrail")}>
      <dl className="rt-legend">
        {states.map((state) => {
          const { name, meaning } = leaseWords(state);
          return (
            <div key={state}>
              <dt>{name}</dt>
              <dd className="rt-soft">{meaning}</dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
