import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { createPlayback } from "../../call/playback.ts";
import { formatLength } from "../../format/format-length.ts";
import { pauseIcon, playIcon } from "../../parts/play-icons.tsx";

/** Plays what callers hear. A link to a sound lives an hour, so it is asked for when it is needed. */
export function ListenButton(props: {
  readonly words: string;
  readonly lengthMs: number;
  /** @throws when there is no such sound any more. */
  readonly askLink: () => Promise<string>;
}): ReactNode {
  const { words, lengthMs, askLink } = props;
  const [playback] = useState(() => createPlayback(() => new Audio(), askLink));
  const { isPlaying, failure } = useSyncExternalStore(playback.listen, playback.state, playback.state);
  useEffect(() => playback.stop, [playback]);
  return (
    <>
      <Button
        variant="secondary"
        icon={isPlaying ? pauseIcon : playIcon}
        onClick={() => void playback.toggle()}
        __next40pxDefaultSize
      >
        {isPlaying ? __("Pause", "ringtrail") : words}
      </Button>
      <span className="rt-faint">{formatLength(lengthMs)}</span>
      {failure === undefined ? null : (
        <span className="rt-faint" role="alert">
          {__("It could not be played. Try again in a moment.", "ringtrail")}
        </span>
      )}
    </>
  );
}
