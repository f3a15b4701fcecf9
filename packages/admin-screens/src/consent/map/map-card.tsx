import type { RecordingPlaces } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useId, useMemo, useState, type ReactNode } from "react";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { AnswerKey } from "./answer-key.tsx";
import { kindOf, type MapView } from "./map-view.ts";
import { PlaceJump } from "./place-jump.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { UsMap } from "./us-map.tsx";
import { ViewSwitch } from "./view-switch.tsx";

/** The map of the United States, coloured by the answer for this business. */
export function MapCard(props: {
  readonly places: RecordingPlaces;
  readonly onAsk: (place: string) => void;
}): ReactNode {
  const { places, onAsk } = props;
  const [view, setView] = useState<MapView>("business");
  const [looked, setLooked] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const prefix = `rt-map${useId().replaceAll(/\W/g, "")}`;
  const laws = useMemo(() => new Map(places.places.map((law) => [law.place, law])), [places]);
  const map = useQuery({
    queryKey: ["us-map"],
    queryFn: async () => (await import("./draw-us-map.ts")).drawUsMap(),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const shown = laws.get(looked ?? chosen ?? "");
  return (
    <Card title={__("Where your callers may be", "ringtrail")} aside={<ViewSwitch view={view} onSwitch={setView} />}>
      <div className="rt-map-columns">
        <div>
          <Loaded query={map}>
            {(drawn) => (
              <>
                <div className="rt-map-room">
                  <UsMap
                    map={drawn}
                    laws={laws}
                    view={view}
                    prefix={prefix}
                    looked={looked}
                    chosen={chosen}
                    onLook={setLooked}
                    onChoose={setChosen}
                  />
                </div>
                <AnswerKey
                  prefix={prefix}
                  kinds={drawn.places.flatMap(({ place }) => {
                    const law = laws.get(place);
                    return law === undefined ? [] : [kindOf(law, view)];
                  })}
                />
                <p className="rt-faint">
                  {__("† The law there is disputed; the stricter reading is taken.", "ringtrail")}
                </p>
              </>
            )}
          </Loaded>
        </div>
        <div className="rt-panel">
          <PlaceJump places={places} chosen={chosen} onChoose={setChosen} />
          {shown === undefined ? <Invitation /> : <PlacePanel law={shown} onAsk={onAsk} />}
        </div>
      </div>
    </Card>
  );
}

function Invitation(): ReactNode {
  return (
    <>
      <h3>{__("Point at a place", "ringtrail")}</h3>
      <p className="rt-soft">
        {__(
          "Its rule, what it means for your calls, and the law behind it appear here. With the keyboard: Tab to the map, then the arrow keys or a first letter; Enter keeps a place open.",
          "ringtrail",
        )}
      </p>
    </>
  );
}
