import type { CarrierList } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

type Listed = CarrierList["carriers"][number];

/** What a carrier is called. */
export function carrierWords(carrier: Listed["carrier"]): string {
  switch (carrier) {
    case "twilio":
      return "Twilio";
    case "telnyx":
      return "Telnyx";
    case "asterisk":
      return __("Your own Asterisk", "ringtrail");
    case "fake":
      return __("The carrier of the demo", "ringtrail");
  }
}

/** The command that connects it: keys are typed where the server runs, never into a page. */
export function howToConnect(carrier: Listed["carrier"]): string {
  return carrier === "asterisk" ? "ringtrail asterisk connect --ari http://10.0.0.5:8088" : "ringtrail go-live";
}

/** How a connection is, and what to do about it. */
export function connectionWords({ state, elsewhere }: Listed["connections"][number]): {
  readonly tone: Tone;
  readonly words: string;
  readonly fix: string | undefined;
} {
  switch (state) {
    case "answers":
      return elsewhere === 0
        ? { tone: "good", words: __("Answers", "ringtrail"), fix: undefined }
        : {
            tone: "busy",
            words: __("Answers", "ringtrail"),
            /* translators: %d: how many numbers. */
            fix: sprintf(
              _n(
                "%d number of it rings elsewhere: import it, or leave it where it is.",
                "%d numbers of it ring elsewhere: import them, or leave them where they are.",
                elsewhere,
                "ringtrail",
              ),
              elsewhere,
            ),
          };
    case "unreachable":
      return {
        tone: "bad",
        words: __("Does not answer", "ringtrail"),
        fix: __("Calls go on. Check the way from this server to the carrier.", "ringtrail"),
      };
    case "keys_refused":
      return {
        tone: "bad",
        words: __("Refuses our keys", "ringtrail"),
        fix: __("Enter them again where the server runs.", "ringtrail"),
      };
    case "busy":
      return {
        tone: "busy",
        words: __("Asked too often", "ringtrail"),
        fix: __("Look again in a minute.", "ringtrail"),
      };
    case "refused":
      return {
        tone: "bad",
        words: __("Refuses", "ringtrail"),
        fix: __("Look into the carrier’s own console: is the account in good standing?", "ringtrail"),
      };
  }
}
