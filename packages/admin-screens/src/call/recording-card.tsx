import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import type { RecordingShown } from "@ringtrail/api-contract";
import { Player } from "./player.tsx";
import { RecordingAccesses } from "./recording-accesses.tsx";

/** The recording, if one was made and stored. */
export function RecordingCard(props: {
  readonly recording: RecordingShown | undefined;
  /** The call goes on: a recording may still come. */
  readonly isLive: boolean;
}): ReactNode {
  const { recording } = props;
  return (
    <Card
      title={__("Recording", "ringtrail")}
      aside={recording?.channels === 2 ? __("caller and business on a channel each", "ringtrail") : undefined}
    >
      {recording === undefined ? (
        <p className="rt-soft">
          {props.isLive
            ? __("If the call is recorded, it can be heard here a moment after it ends.", "ringtrail")
            : __("There is no recording of this call.", "ringtrail")}
        </p>
      ) : (
        <>
          <Player key={recording.id} recording={recording.id} lengthMs={recording.lengthMs} size={recording.size} />
          <RecordingAccesses recording={recording.id} />
        </>
      )}
    </Card>
  );
}
