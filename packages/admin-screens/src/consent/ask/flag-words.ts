import { __ } from "@wordpress/i18n";
import type { TickedFlag } from "./call-thought.ts";

/** A circumstance as a sentence somebody can say yes to. */
export function flagWords(flag: TickedFlag): string {
  switch (flag) {
    case "hipaa":
      return __("We are a clinic or otherwise bound by HIPAA", "ringtrail");
    case "baa":
      return __("Every vendor that touches the sound signed a business associate agreement", "ringtrail");
    case "cardDataSegment":
      return __("A payment card is being read out", "ringtrail");
    case "refused":
      return __("The caller refused", "ringtrail");
    case "announcementFailed":
      return __("The notice did not finish, or its end cannot be proved", "ringtrail");
    case "continuousRecording":
      return __("Every call is recorded, always", "ringtrail");
    case "monitoringOnly":
      return __("Somebody only listens in", "ringtrail");
    case "transcriptionOnly":
      return __("Only a transcript is kept", "ringtrail");
    case "voiceprint":
      return __("Voices are to be matched", "ringtrail");
    case "childDirected":
      return __("The service is directed to children", "ringtrail");
  }
}
