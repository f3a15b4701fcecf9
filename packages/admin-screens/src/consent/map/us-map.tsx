import type { PlaceLawShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { AnswerPatterns } from "./answer-patterns.tsx";
import type { DrawnMap } from "./draw-us-map.ts";
import { MapLabels } from "./map-labels.tsx";
import { MapPlace } from "./map-place.tsx";
import type { MapView } from "./map-view.ts";
import { nextPlace } from "./next-place.ts";

/** The map: one stop for Tab; arrow keys go from place to place, letters by name, Enter or Space chooses. */
export function UsMap(props: {
  readonly map: DrawnMap;
  readonly laws: ReadonlyMap<string, PlaceLawShown>;
  readonly view: MapView;
  readonly prefix: string;
  /** The place that is pointed at or has the focus. */
  readonly looked: string | undefined;
  readonly chosen: string | undefined;
  readonly onLook: (place: string | undefined) => void;
  readonly onChoose: (place: string) => void;
}): ReactNode {
  const { map, laws, view, prefix, looked, chosen, onLook, onChoose } = props;
  const drawing = useRef<SVGSVGElement>(null);
  const shown = map.places.flatMap((drawn) => {
    const law = laws.get(drawn.place);
    return law === undefined ? [] : [{ drawn, law, place: drawn.place, at: drawn.at, name: law.name }];
  });
  const stop = chosen ?? shown[0]?.place;
  const outlined = shown.find(({ place }) => place === (looked ?? chosen));

  const move = (event: KeyboardEvent): void => {
    const here = document.activeElement?.id.slice(prefix.length + 1) ?? "";
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(here);
      return;
    }
    const next = nextPlace(shown, here, event.key);
    if (next === undefined) return;
    event.preventDefault();
    drawing.current?.querySelector<SVGGElement>(`#${prefix}-${next}`)?.focus();
  };

  return (
    <svg
      ref={drawing}
      className="rt-map"
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="listbox"
      aria-label={__("Map of the United States and its territories", "ringtrail")}
      onKeyDown={move}
    >
      <AnswerPatterns prefix={prefix} />
      {shown.map(({ drawn, law, place }) => (
        <MapPlace
          key={place}
          drawn={drawn}
          law={law}
          view={view}
          prefix={prefix}
          isChosen={place === chosen}
          isTabStop={place === stop}
          onLook={onLook}
          onChoose={onChoose}
        />
      ))}
      <path d={map.borders} className="rt-borders" aria-hidden="true" />
      <MapLabels shown={shown} />
      {outlined === undefined ? null : <path d={outlined.drawn.outline} className="rt-outlined" aria-hidden="true" />}
    </svg>
  );
}
