import type { PlaceLawShown } from "@ringtrail/api-contract";
import { memo, type ReactNode } from "react";
import type { DrawnPlace } from "./draw-us-map.ts";

/** Whether a place is drawn in a frame of its own, at its own scale. */
export function isInFrame({ at, box }: DrawnPlace): boolean {
  return box !== undefined && at[0] > box.x && at[0] < box.x + box.width;
}

/** The letters of every place, above land and borders. Readers of screens hear the names instead. */
export const MapLabels = memo(function MapLabels(props: {
  readonly shown: readonly { readonly drawn: DrawnPlace; readonly law: PlaceLawShown }[];
}): ReactNode {
  return (
    <g aria-hidden="true">
      {props.shown.map(({ drawn, law: { place, isDisputed } }) => {
        const [x, y] = labelAt(drawn);
        return (
          <text key={place} x={x} y={y} className="rt-label">
            {place.slice(3)}
            {isDisputed ? "†" : ""}
          </text>
        );
      })}
    </g>
  );
});

function labelAt(drawn: DrawnPlace): readonly [x: number, y: number] {
  const { at, box } = drawn;
  if (box === undefined) return at;
  return [box.x + box.width / 2, isInFrame(drawn) ? box.y + box.height - 12 : box.y + box.height / 2];
}
