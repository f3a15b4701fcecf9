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

test("a flow that records nothing announces nothing", () => {
  expect(neededSounds([aCallFlow({ recordingWanted: false })])).toHaveLength(1);
});
