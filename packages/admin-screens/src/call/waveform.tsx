import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { barCount } from "./read-voices.ts";
import { drawPeaks } from "./peaks-of.ts";

const middle = 22;

/** Two voices as a picture: the caller above the line, the business below it. A press goes to that place. */
export function Waveform(props: {
  readonly voices: readonly (readonly number[])[];
  /** How much was played, 0 to 1. */
  readonly played: number;
  readonly onSeek: (share: number) => void;
}): ReactNode {
  const { voices, played, onSeek } = props;
  const id = useId();
  const [caller = [], business = caller] = voices;
  const paths = [
    { voice: "caller", d: drawPeaks(caller, middle, true) },
    { voice: "business", d: drawPeaks(business, middle, false) },
  ];
  return (
    <div className="rt-wave">
      <span className="rt-faint">{__("Caller", "ringtrail")}</span>
      {/* The slider below says and does the same for whoever uses no pointer. */}
      <svg
        viewBox={`0 0 ${barCount} ${middle * 2}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onClick={({ currentTarget, clientX }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          onSeek(Math.min(1, Math.max(0, (clientX - left) / width)));
        }}
      >
        <clipPath id={id}>
          <rect width={barCount * played} height={middle * 2} />
        </clipPath>
        <g className="rt-wave-rest">
          {paths.map(({ voice, d }) => (
            <path key={voice} d={d} />
          ))}
        </g>
        <g className="rt-wave-played" clipPath={`url(#${id})`}>
          {paths.map(({ voice, d }) => (
            <path key={voice} d={d} />
          ))}
        </g>
      </svg>
      <span className="rt-faint">{__("Business", "ringtrail")}</span>
    </div>
  );
}
