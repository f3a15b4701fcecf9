import { defaultAnnouncement } from "@ringtrail/core/call-flow";
import { aCallFlow } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { neededSounds } from "./needed-sounds.ts";
import { soundName } from "./sound-name.ts";

test("every sentence of the flows is listed once, with the file that must say it", () => {
  const flow = aCallFlow({ announcement: defaultAnnouncement });
  const needed = neededSounds([flow, flow]);
  expect(needed.map(({ text }) => text)).toEqual([
    defaultAnnouncement.text,
    "This call is being recorded.",
    expect.stringContaining("press 1"),
    expect.stringContaining("not in service"),
  ]);
  expect(needed[0]?.file).toBe(`${soundName(defaultAnnouncement)}.wav`);
});

test("an upload is a sound of its own, and what a flow's steps say is listed too", () => {
  const words = { text: "Welcome.", language: "en-US", sound: "ab".repeat(32) };
  const steps = { first: "hello", all: { hello: { kind: "greeting", words, next: "hello" } } } as const;

  const [hello] = neededSounds([aCallFlow({ recordingWanted: false, steps })]);

  expect(hello).toEqual({ file: `sound-${"ab".repeat(20)}.wav`, ...words });
});

test("a flow that records nothing announces nothing", () => {
  expect(neededSounds([aCallFlow({ recordingWanted: false })])).toHaveLength(1);
});
