import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { LiveLamp } from "../live/live-lamp.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import type { CallDetail } from "@ringtrail/api-contract";
import { CallFacts } from "./call-facts.tsx";
import { CallTitle } from "./call-title.tsx";
import { CallerPlacesOfCall } from "./caller-places-of-call.tsx";
import { ConsentCard } from "./consent-card.tsx";
import { NoteCard } from "./note-card.tsx";
import { PagesCard } from "./pages-card.tsx";
import { RecordingCard } from "./recording-card.tsx";
import { SpamCard } from "./spam-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { WhyCard } from "./why-card.tsx";
import { WorthCard } from "./worth-card.tsx";

/** One call: who it is credited to and why, what happened, and whether it was lawfully recorded. */
export function CallScreen(props: { readonly call: string }): ReactNode {
  const { api } = useHost();
  const call = useQuery({ queryKey: ["call", props.call], queryFn: () => api.call(props.call) });
  return (
    <>
      <div className="rt-head">
        <Link to={{ screen: "calls" }}>
          <span aria-hidden="true">← </span>
          {__("All calls", "ringtrail")}
        </Link>
        <LiveLamp />
      </div>
      <Loaded query={call}>{(shown) => <CallPage call={shown} />}</Loaded>
    </>
  );
}

function CallPage(props: { readonly call: CallDetail }): ReactNode {
  const { call } = props;
  const { notes } = useHost();
  return (
    <article>
      <CallTitle call={call} />
      <CallFacts call={call} />
      <div className="rt-columns">
        <div className="rt-column">
          <WhyCard match={call.match} />
          <PagesCard pages={call.pages} />
          <TimelineCard call={call} />
          {notes === undefined ? null : (
            <>
              <NoteCard key={call.id} api={notes} call={call.id} />
              <WorthCard api={notes} call={call.id} />
            </>
          )}
        </div>
        <div className="rt-column">
          <RecordingCard recording={call.recording} isLive={call.state.phase !== "ended"} />
          <ConsentCard call={call.id} decision={call.decision} proofs={call.proofs} />
          <CallerPlacesOfCall call={call} />
          <SpamCard call={call.id} spam={call.state.spam} />
        </div>
      </div>
    </article>
  );
}
