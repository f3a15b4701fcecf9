import type { PlaceLawShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import { memo, type ReactNode } from "react";
import { answerWords } from "../../words/answer-words.ts";
import { patternOf } from "./answer-patterns.tsx";
import type { DrawnPlace } from "./draw-us-map.ts";
import { isInFrame } from "./map-labels.tsx";
import { kindOf, type MapView } from "./map-view.ts";

/** One state or territory: its land, its label, and a box to point at where the land is too small. */
export const MapPlace = memo(function MapPlace(props: {
  readonly drawn: DrawnPlace;
  readonly law: PlaceLawShown;
  readonly view: MapView;
  readonly prefix: string;
  readonly isChosen: boolean;
  /** The one place of the map that Tab leads to. */
  readonly isTabStop: boolean;
  readonly onLook: (place: string | undefined) => void;
  readonly onChoose: (place: string) => void;
}): ReactNode {
  const { drawn, law, view, prefix, onLook, onChoose } = props;
  const { place, outline, at, box } = drawn;
  const fill = patternOf(prefix, kindOf(law, view));
  const isFar = isInFrame(drawn);
  return (
    <g
      role="option"
      id={`${prefix}-${place}`}
      className="rt-place"
      tabIndex={props.isTabStop ? 0 : -1}
      aria-selected={props.isChosen}
      aria-label={labelOf(law, view)}
      onMouseEnter={() => onLook(place)}
      onMouseLeave={() => onLook(undefined)}
      onFocus={() => onLook(place)}
      onBlur={() => onLook(undefined)}
      onClick={() => onChoose(place)}
    >
      {box === undefined ? null : <rect {...box} rx="5" className="rt-box" fill={isFar ? undefined : fill} />}
      {box === undefined || isFar ? null : (
        <line x1={at[0]} y1={at[1]} x2={box.x} y2={box.y + box.height / 2} className="rt-leader" />
      )}
      <path d={outline} fill={fill} className="rt-land" data-far={isFar ? "" : undefined} />
    </g>
  );
});

/** What a reader of screens says: the place, the answer, the rule and its citation. */
function labelOf(law: PlaceLawShown, view: MapView): string {
  const { words } = answerWords(kindOf(law, view));
  const said = view === "business" ? law.governing.words : "";
  const disputed = law.isDisputed ? __("Disputed.", "ringtrail") : "";
  const cited = law.citations.map(({ text }) => text).join("; ");
  const letters = law.place.slice(3);
  const rule = `${disputed} ${said}`.trim();
  // translators: 1: a place; 2: its letters; 3: what to do before a recording there; 4: which law decides; 5: its citation.
  return sprintf(__("%1$s (%2$s): %3$s. %4$s %5$s", "ringtrail"), law.name, letters, words, rule, cited);
}
