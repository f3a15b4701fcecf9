/**
 * How news reach the screens. `live`: as they happen. `polling`: by asking again and again. `lost`: not now; what is
 * shown may be old. `offline`: this device has no network.
 */
export type LiveState = "connecting" | "live" | "polling" | "lost" | "offline";

/** What a screen does with news. */
export interface LiveListener {
  /** Something about this call changed. */
  readonly heard: (call: string) => void;
  /** News may have been missed: everything shown is read again. */
  readonly missed: () => void;
  /** Nothing tells of calls here, and it is time to look at them again. */
  readonly due: () => void;
  readonly state: (state: LiveState) => void;
}

/** A source of news of calls. Answers how to stop listening. */
export type LiveFeed = (listener: LiveListener) => () => void;
