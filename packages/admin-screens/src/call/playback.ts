/** What a player shows. */
export interface PlaybackState {
  readonly isPlaying: boolean;
  readonly atMs: number;
  /** Why the last attempt gave no sound. */
  readonly failure: Error | undefined;
}

/** One recording being played. It outlives no player: call `stop` when the player goes. */
export interface Playback {
  readonly state: () => PlaybackState;
  readonly listen: (changed: () => void) => () => void;
  readonly toggle: () => Promise<void>;
  readonly seek: (toMs: number) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Plays a recording through a link that is asked for when it is first needed. A link that has expired meanwhile is
 * asked for once more, and the sound goes on where it stood.
 */
export function createPlayback(makeSound: () => HTMLAudioElement, askLink: () => Promise<string>): Playback {
  let state: PlaybackState = { isPlaying: false, atMs: 0, failure: undefined };
  let sound: HTMLAudioElement | undefined;
  // Whether the present link has ever given sound: only then may an error mean that it expired.
  let linkWorked = false;
  const listeners = new Set<() => void>();
  const become = (changed: Partial<PlaybackState>): void => {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  };
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    try {
      become({ failure: undefined });
      await act();
    } catch (failure) {
      become({ failure: failure instanceof Error ? failure : new Error(String(failure)), isPlaying: false });
    }
  };
  const renewLink = async (playing: HTMLAudioElement): Promise<void> => {
    linkWorked = false;
    playing.src = await askLink();
  };
  const whenBroken = (broken: HTMLAudioElement): void => {
    if (!linkWorked) {
      // The next press begins anew, with a link of its own.
      sound = undefined;
      become({ failure: new Error("The sound could not be read."), isPlaying: false });
      return;
    }
    const at = broken.currentTime;
    void attempt(async () => {
      await renewLink(broken);
      broken.currentTime = at;
      await broken.play();
    });
  };
  const open = async (): Promise<HTMLAudioElement> => {
    if (sound !== undefined) return sound;
    const made = makeSound();
    made.addEventListener("playing", () => {
      linkWorked = true;
      become({ isPlaying: true });
    });
    made.addEventListener("pause", () => become({ isPlaying: false }));
    made.addEventListener("timeupdate", () => become({ atMs: made.currentTime * 1000 }));
    made.addEventListener("error", () => whenBroken(made));
    await renewLink(made);
    sound = made;
    return made;
  };

  return {
    state: () => state,
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    toggle: () =>
      attempt(async () => {
        const opened = await open();
        if (opened.paused) await opened.play();
        else opened.pause();
      }),
    seek: (toMs) => {
      become({ atMs: toMs });
      return attempt(async () => {
        (await open()).currentTime = toMs / 1000;
      });
    },
    stop: () => sound?.pause(),
  };
}
