import type { CallFlowShown, SiteSummary, SoundList, SoundShown } from "@ringtrail/api-contract";

/** The one site of the played account. */
export const sampleSite: SiteSummary = {
  id: "5e000000-0000-4000-8000-000000000001",
  key: "site-key",
  name: "Bay Plumbing",
  origins: ["https://plumber.example"],
  regime: "opt-out",
  targets: [{ id: "5e000000-0000-4000-8000-000000000003", e164: "+14155550100", label: "Main number" }],
  sources: [
    {
      number: "5e000000-0000-4000-8000-000000000002",
      e164: "+14155550150",
      target: "5e000000-0000-4000-8000-000000000003",
      touch: { channel: "campaign", source: "flyer", medium: "print", rule: "source_number" },
    },
  ],
  pools: [],
};

const usual = "This call will be recorded for training and quality assurance purposes.";

/** A flow as every new site starts with it; its menu has no choices, and an empty object must stay one. */
export function sampleFlow(): CallFlowShown {
  return {
    destination: "+15105550199",
    ringSeconds: 30,
    announcement: { text: usual, language: "en-US", refusalKey: "9" },
    recordingWanted: true,
    steps: {
      first: "menu",
      all: {
        menu: {
          kind: "menu",
          words: { text: "Welcome.", language: "en-US" },
          timeoutSeconds: 5,
          choices: {},
          otherwise: "end",
        },
        end: { kind: "goodbye" },
      },
    },
  };
}

/** The sounds as they are listed: every list has links of its own. */
export function sampleSounds(sounds: readonly Omit<SoundShown, "url">[], host: string, link: number): SoundList {
  const urlOf = (sha256: string): string => `${host}/v1/sounds/${sha256}/audio?link=${link}`;
  return {
    sounds: sounds.map((sound) => ({ ...sound, url: urlOf(sound.sha256) })),
    shipped: [{ text: usual, language: "en-US", lengthMs: 4_200, url: urlOf("a".repeat(64)) }],
  };
}
