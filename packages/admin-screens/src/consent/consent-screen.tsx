import type { RecordingPlaces } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useRef, useState, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { LiveLamp } from "../live/live-lamp.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { useKept } from "../parts/use-kept.ts";
import { AskCard } from "./ask/ask-card.tsx";
import { unknownCall, type CallThought } from "./ask/call-thought.ts";
import { AnnouncementsCard } from "./announcements/announcements-card.tsx";
import { BusinessPlaces } from "./business-places.tsx";
import { CallerPlacesCard } from "./caller-places/caller-places-card.tsx";
import { DiffCard } from "./diff/diff-card.tsx";
import { EveryPlace } from "./every-place.tsx";
import { HelpCard } from "./help-card.tsx";
import { MapCard } from "./map/map-card.tsx";
import { OverridesCard } from "./overrides/overrides-card.tsx";
import { ProofsCard } from "./proofs-card.tsx";

/** May this call be recorded? The map, a question about one call, what changed in the law, and the answers to ask. */
export function ConsentScreen(): ReactNode {
  const { api } = useHost();
  // Undefined: the account's own places. Trying others changes no setting.
  const [business, setBusiness] = useState<readonly string[] | undefined>(undefined);
  const places = useQuery({
    queryKey: ["recording-places", business],
    queryFn: () => api.recordingPlaces(business),
    staleTime: 60_000,
  });
  return (
    <>
      <header className="rt-head">
        <div>
          <h1>{__("Recording consent", "ringtrail")}</h1>
          <p className="rt-soft">{__("What must happen before a call may be recorded, and why.", "ringtrail")}</p>
        </div>
        <LiveLamp />
      </header>
      <Loaded query={useKept(places)}>
        {(shown) => <Explorer places={shown} business={business} onBusiness={setBusiness} />}
      </Loaded>
    </>
  );
}

function Explorer(props: {
  readonly places: RecordingPlaces;
  readonly business: readonly string[] | undefined;
  readonly onBusiness: (business: readonly string[] | undefined) => void;
}): ReactNode {
  const { places, business, onBusiness } = props;
  const [thought, setThought] = useState<CallThought>(unknownCall);
  const question = useRef<HTMLDivElement>(null);
  const askAbout = (place: string): void => {
    setThought({ ...thought, declared: place });
    question.current?.focus({ preventScroll: true });
    question.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="rt-consent">
      <BusinessPlaces places={places} isTrial={business !== undefined} onChange={onBusiness} />
      <MapCard places={places} onAsk={askAbout} />
      <div ref={question} tabIndex={-1} className="rt-landing-place">
        <AskCard places={places} business={business} thought={thought} onThink={setThought} />
      </div>
      <AnnouncementsCard places={places} />
      <CallerPlacesCard places={places} />
      <DiffCard />
      <ProofsCard />
      <OverridesCard places={places} />
      <EveryPlace places={places} />
      <HelpCard />
      <p className="rt-faint">
        {places.footnote}{" "}
        {
          /* translators: %s: the beginning of the rule set's hash. */
          sprintf(__("Hash %s.", "ringtrail"), places.ruleSet.hash.slice(0, 12))
        }
      </p>
    </div>
  );
}
