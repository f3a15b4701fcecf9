import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { formatLength } from "../format/format-length.ts";
import { useHost } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { pauseIcon, playIcon } from "../parts/play-icons.tsx";
import { createPlayback } from "./playback.ts";
import { readVoices } from "./read-voices.ts";
import { useSpaceKey } from "./use-space-key.ts";
import { Waveform } from "./waveform.tsx";

/** Plays a recording from any place in it. */
export function Player(props: {
  readonly recording: string;
  readonly lengthMs: number;
  /** Bytes of the sound. */
  readonly size: number;
}): ReactNode {
  const { api } = useHost();
  const [voices, setVoices] = useState<readonly (readonly number[])[] | undefined>(undefined);
  const [playback] = useState(() =>
    createPlayback(
      () => new Audio(),
      async () => {
        const { url } = await api.recordingLink(props.recording);
        // Every play is logged, so the picture comes with the first one and asks for no link of its own.
        void readVoices(url, props.size).then((read) => setVoices((known) => known ?? read));
        return url;
      },
    ),
  );
  const { isPlaying, atMs, failure } = useSyncExternalStore(playback.listen, playback.state, playback.state);
  useEffect(() => playback.stop, [playback]);
  const toggle = useCallback(() => void playback.toggle(), [playback]);
  useSpaceKey(toggle);

  return (
    <>
      {failure === undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {problemIn(failure)?.status === 403
            ? __("You may not listen to this recording. Ask the owner of the account for permission.", "ringtrail")
            : __("The recording could not be played. Try again in a moment.", "ringtrail")}
        </Notice>
      )}
      {voices === undefined ? null : (
        <Waveform
          voices={voices}
          played={Math.min(1, atMs / Math.max(1, props.lengthMs))}
          onSeek={(share) => void playback.seek(share * props.lengthMs)}
        />
      )}
      <div className="rt-player">
        <Button
          variant="primary"
          className="rt-round"
          onClick={toggle}
          aria-keyshortcuts="Space"
          aria-label={isPlaying ? __("Pause", "ringtrail") : __("Play", "ringtrail")}
          icon={isPlaying ? pauseIcon : playIcon}
        />
        <input
          type="range"
          min={0}
          max={props.lengthMs}
          step={100}
          value={Math.min(atMs, props.lengthMs)}
          aria-label={__("Place in the recording", "ringtrail")}
          aria-valuetext={formatLength(atMs)}
          onChange={(event) => void playback.seek(event.target.valueAsNumber)}
        />
        <span className="rt-faint">
          {formatLength(atMs)} / {formatLength(props.lengthMs)}
        </span>
      </div>
    </>
  );
}
