import type { ReactNode } from "react";
import { Pill, type Tone } from "../parts/pill.tsx";
import { useLiveState } from "./live-provider.tsx";
import { liveWords } from "./live-words.ts";

const tones = {
  connecting: "plain",
  live: "good",
  polling: "plain",
  lost: "bad",
  offline: "bad",
} as const satisfies Record<string, Tone>;

/** Says beside a heading how fresh the screen is. */
export function LiveLamp(): ReactNode {
  const state = useLiveState();
  return (
    <span role="status">
      <Pill tone={tones[state]} beats={state === "live"}>
        {liveWords(state)}
      </Pill>
    </span>
  );
}
