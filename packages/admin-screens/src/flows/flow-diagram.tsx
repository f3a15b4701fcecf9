import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { box, drawFlow } from "./draw-flow.ts";
import type { FlowSteps } from "./flow-steps.ts";
import { stepTitle, wayWords } from "../words/step-words.ts";

/**
 * What callers go through, as a picture beside the form, which says the same in words. A press on a step leads to its
 * fields; who cannot press finds them in the order of the numbers.
 */
export function FlowDiagram(props: {
  readonly steps: FlowSteps;
  /** Names of steps that a carrier cannot do, or that are wrong. */
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { steps, marked, onChoose } = props;
  const { width, height, boxes, arrows } = drawFlow(steps);
  const tip = useId();
  return (
    <svg
      className="rt-flow"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={__("Diagram of the flow; the form beside it says the same in words", "ringtrail")}
    >
      <defs>
        <marker id={tip} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      {arrows.map(({ from, to, field, path, x, y }) => (
        <g key={`${from} ${field} ${to}`} className="rt-flow-way">
          <path d={path} markerEnd={`url(#${tip})`} />
          <text x={x} y={y}>
            {wayWords(field)}
          </text>
        </g>
      ))}
      {boxes.map(({ name, number, x, y, isUnreached }) => {
        const kind = steps.all[name]?.kind;
        return kind === undefined ? null : (
          <g
            key={name}
            className="rt-flow-step"
            data-box={name}
            data-marked={marked.has(name) ? "" : undefined}
            data-unreached={isUnreached ? "" : undefined}
            onClick={() => onChoose(name)}
          >
            <rect x={x} y={y} width={box.width} height={box.height} rx={9} />
            <text x={x + box.width / 2} y={y + box.height / 2 + 4.5} textAnchor="middle">
              {`${marked.has(name) ? "⚠ " : ""}${stepTitle(number, kind)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
