import { expect, test } from "vitest";
import * as asterisk from "./asterisk/index.ts";
import * as fake from "./fake/index.ts";
import * as root from "./index.ts";
import * as sound from "./sound/index.ts";
import * as telnyx from "./telnyx/index.ts";
import * as twilio from "./twilio/index.ts";

test("the package's doors are few, and each name on them is chosen", () => {
  expect(Object.keys(root).toSorted()).toEqual(["carrierCan", "carrierFor", "carrierSkills"]);
  expect(Object.keys(asterisk).toSorted()).toEqual([
    "asterisk",
    "asteriskProvider",
    "deriveKeys",
    "lookAtAri",
    "neededSounds",
    "printConfig",
    "readCallback",
    "readVoice",
    "renderPlan",
    "sign",
    "soundName",
    "usualSetup",
    "verifySignature",
    "watchAri",
  ]);
  expect(Object.keys(telnyx).toSorted()).toEqual([
    "readCallback",
    "readVoice",
    "renderPlan",
    "telnyx",
    "telnyxProvider",
    "verifySignature",
  ]);
  expect(Object.keys(twilio).toSorted()).toEqual([
    "connectionLimits",
    "readCallback",
    "readVoice",
    "renderPlan",
    "sign",
    "twilio",
    "twilioProvider",
    "verifySignature",
  ]);
  expect(Object.keys(sound).toSorted()).toEqual([
    "headerBytes",
    "readWav",
    "telephoneRate",
    "telephoneWav",
    "wavHeader",
  ]);
  expect(Object.keys(fake).toSorted()).toEqual(["readWav", "startFakeCarrier", "toneLevel", "voiceHz"]);
});
