import { expect, test } from "vitest";
import { createPlayback } from "./playback.ts";

/** A browser's sound as the test drives it: it plays links that have not expired. */
class Sound extends EventTarget {
  src = "";
  paused = true;
  currentTime = 0;
  readonly expired = new Set<string>();

  async play(): Promise<void> {
    if (this.expired.has(this.src)) {
      this.dispatchEvent(new Event("error"));
      throw new Error("NotSupportedError");
    }
    this.paused = false;
    this.dispatchEvent(new Event("playing"));
  }

  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
}

function aPlayback() {
  const sound = new Sound();
  let links = 0;
  const playback = createPlayback(
    () => sound as unknown as HTMLAudioElement,
    async () => `link-${(links += 1)}`,
  );
  return { sound, playback, links: () => links };
}

test("no link is asked for before the first press", async () => {
  const { playback, links } = aPlayback();
  expect(links()).toBe(0);

  await playback.toggle();
  expect(links()).toBe(1);
  expect(playback.state()).toMatchObject({ isPlaying: true, failure: undefined });
});

test("a second press pauses, a third goes on with the same link", async () => {
  const { playback, links } = aPlayback();
  await playback.toggle();
  await playback.toggle();
  expect(playback.state().isPlaying).toBe(false);

  await playback.toggle();
  expect(playback.state().isPlaying).toBe(true);
  expect(links()).toBe(1);
});

test("a link that expires in the middle is renewed, and the sound goes on where it stood", async () => {
  const { sound, playback } = aPlayback();
  await playback.toggle();
  sound.currentTime = 17;

  sound.dispatchEvent(new Event("error"));
  await expect.poll(() => sound.src).toBe("link-2");
  expect(sound.currentTime).toBe(17);
  expect(playback.state()).toMatchObject({ isPlaying: true, failure: undefined });
});

test("a link that never worked is a failure, and the next press asks for another", async () => {
  const { sound, playback } = aPlayback();
  sound.expired.add("link-1");
  await playback.toggle();
  expect(playback.state()).toMatchObject({ isPlaying: false, failure: expect.any(Error) });

  await playback.toggle();
  expect(sound.src).toBe("link-2");
  expect(playback.state()).toMatchObject({ isPlaying: true, failure: undefined });
});

test("a place can be chosen before anything was played", async () => {
  const { sound, playback } = aPlayback();
  await playback.seek(12_500);

  expect(sound.currentTime).toBe(12.5);
  expect(playback.state().atMs).toBe(12_500);
});
