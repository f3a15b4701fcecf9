import { deriveKeys } from "../derive-keys.ts";
import { soundName } from "../sound-name.ts";
import type { AsteriskSetup, ConfigFile } from "./asterisk-setup.ts";
import { dialplanDial } from "./dialplan-dial.ts";
import { dialplanReports } from "./dialplan-reports.ts";
import { dialplanRing } from "./dialplan-ring.ts";
import { dialplanSteps } from "./dialplan-steps.ts";
import { dialplanTalk } from "./dialplan-talk.ts";
import { printAri, printFeatures, printManager, printPjsip } from "./print-doors.ts";

/** Every file of a set-up. The one with the dialplan holds keys: it is for Asterisk's eyes only. */
export function printConfig(setup: AsteriskSetup): readonly ConfigFile[] {
  return [
    {
      name: "ringtrail-extensions.conf",
      use: 'Add `#include "ringtrail-extensions.conf"` to extensions.conf. Holds keys: mode 0640, owner asterisk.',
      text: printDialplan(setup),
    },
    {
      name: "ringtrail-pjsip.conf",
      use: 'Add `#include "ringtrail-pjsip.conf"` to pjsip.conf, or change the trunk you have as this one is written.',
      text: printPjsip(setup),
    },
    {
      name: "ringtrail-ari.conf",
      use: 'Add `#include "ringtrail-ari.conf"` to ari.conf and enable http.conf: recordings are fetched there.',
      text: printAri(setup),
    },
    {
      name: "ringtrail-features.conf",
      use: 'Add `#include "ringtrail-features.conf"` to features.conf: the keys by which whoever answers pauses a recording.',
      text: printFeatures(),
    },
    {
      name: "ringtrail-manager.conf",
      use: 'Add `#include "ringtrail-manager.conf"` to manager.conf, with enabled and webenabled on: recordings are paused there.',
      text: printManager(setup),
    },
  ];
}

function printDialplan(setup: AsteriskSetup): string {
  const [before = "", after = ""] = setup.dial.split("{number}");
  const { inner, outer } = deriveKeys(setup.secret);
  const stereo = setup.version >= 18;
  const globals = {
    RINGTRAIL_URL: setup.baseUrl,
    RINGTRAIL_INNER: inner,
    RINGTRAIL_OUTER: outer,
    RINGTRAIL_DIAL_BEFORE: before,
    RINGTRAIL_DIAL_AFTER: after,
    RINGTRAIL_RING_SECONDS: setup.ringSeconds,
    RINGTRAIL_SOUNDS: setup.soundsFolder,
    RINGTRAIL_RECORDINGS: setup.recordingsFolder,
    RINGTRAIL_HOUSE: (setup.house ?? "").replaceAll(/[^\w-]/g, ""),
    RINGTRAIL_STEREO: Number(stereo),
    RINGTRAIL_ASYNC: Number(stereo),
    RINGTRAIL_RETRY_SECONDS: setup.retrySeconds,
    RINGTRAIL_PRINTED_AT: Math.floor(setup.printedAt / 1_000),
  };
  const lines = Object.entries(globals).map(([name, value]) => `${name}=${onOneLine(String(value))}`);
  return [
    "; Printed by `ringtrail asterisk config`. Print it anew when numbers or destinations change.",
    "[globals]",
    ...lines,
    dialplanRing,
    dialplanSteps,
    dialplanDial,
    dialplanTalk,
    dialplanReports,
    "; ---- every number with the business behind it, as of this print ----",
    "[ringtrail-routes]",
    ...setup.routes.map(({ number, destination }) => `exten => ${number},1,Return(${destination})`),
    "exten => _+X.,1,Return()",
    "; ---- numbers whose owner wants no call without a notice, with the sound that says it ----",
    "[ringtrail-notices]",
    ...setup.routes.flatMap(({ number, notice }) =>
      notice === undefined ? [] : [`exten => ${number},1,Return(${soundName(notice)})`],
    ),
    "exten => _+X.,1,Return()",
    "",
  ].join("\n");
}

/** A value as it may stand behind `=`: without line ends, and with `;` kept from beginning a comment. */
function onOneLine(value: string): string {
  return value.replaceAll(/[\r\n]/g, "").replaceAll(";", "\\;");
}
