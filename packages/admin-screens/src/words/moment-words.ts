import { __, sprintf } from "@wordpress/i18n";
import { formatLength } from "../format/format-length.ts";

/** One thing that happened. A newer server may know kinds and ends this version does not. */
export interface MomentToSay {
  readonly kind: string;
  readonly at: string;
  readonly end?: string | undefined;
  readonly ms?: number | undefined;
}

/** A moment in words, and whether it is good news, bad news or neither. */
export interface MomentWords {
  readonly words: string;
  readonly tone: "plain" | "good" | "bad";
}

/** Says what happened. A kind this version does not know is shown by its name. */
export function momentWords(moment: MomentToSay): MomentWords {
  const plain = (words: string): MomentWords => ({ words, tone: "plain" });
  const good = (words: string): MomentWords => ({ words, tone: "good" });
  const bad = (words: string): MomentWords => ({ words, tone: "bad" });
  switch (moment.kind) {
    case "visit_began":
      return plain(__("The visit began", "ringtrail"));
    case "shown":
      return plain(__("The number was shown", "ringtrail"));
    case "tapped":
      return good(__("The visitor tapped the number", "ringtrail"));
    case "rang":
      return plain(__("The phone rang", "ringtrail"));
    case "notice_ended":
      return good(__("The recording notice was heard to its end", "ringtrail"));
    case "notice_missed":
      return bad(__("The recording notice was not heard: the phone company never took its sound", "ringtrail"));
    case "refused":
      return bad(__("The caller refused to be recorded", "ringtrail"));
    case "agreed":
      return good(__("The caller agreed to be recorded", "ringtrail"));
    case "declined":
      return bad(__("The caller did not agree to be recorded", "ringtrail"));
    case "chose":
      return plain(__("The caller chose in the menu", "ringtrail"));
    case "dialled":
      return plain(__("The business's phone is being called", "ringtrail"));
    case "business_told":
      return plain(__("Whoever answered was told of the recording", "ringtrail"));
    case "agent_pressed":
      return plain(__("Whoever answered pressed keys to pause the recording or let it go on", "ringtrail"));
    case "pause_asked":
      return plain(__("A pause of the recording was asked for", "ringtrail"));
    case "resume_asked":
      return plain(__("The recording was asked to go on", "ringtrail"));
    case "recording_paused":
      return plain(__("The recording was paused", "ringtrail"));
    case "recording_resumed":
      return plain(__("The recording went on", "ringtrail"));
    case "joined":
      return plain(__("Somebody joined the call", "ringtrail"));
    case "newcomer_told":
      return plain(__("Whoever joined was told of the recording", "ringtrail"));
    case "answered":
      return good(__("The business answered", "ringtrail"));
    case "recording_started":
      return plain(__("The recording began", "ringtrail"));
    case "recording_ready":
      return good(__("The recording was made", "ringtrail"));
    case "recording_stored":
      return good(__("The recording was stored, encrypted", "ringtrail"));
    case "recording_absent":
      return plain(__("No recording was made", "ringtrail"));
    case "text_due":
      return plain(__("A text to the caller was due", "ringtrail"));
    case "texted":
      return good(__("The caller was sent a text", "ringtrail"));
    case "text_failed":
      return plain(__("No text was sent to the caller", "ringtrail"));
    case "dial_ended":
      return plain(dialEndWords(moment));
    case "ended":
      return plain(__("The call ended", "ringtrail"));
    default:
      return plain(moment.kind.replaceAll("_", " "));
  }
}

function dialEndWords({ end, ms }: MomentToSay): string {
  switch (end) {
    case "busy":
      return __("The business was busy", "ringtrail");
    case "no_answer":
      return __("Nobody answered at the business", "ringtrail");
    case "failed":
      return __("The business could not be reached", "ringtrail");
    case "canceled":
      return __("The caller hung up before an answer", "ringtrail");
    case "answered":
      if (ms === undefined) return __("The talk ended", "ringtrail");
      /* translators: %s: a length of time such as 4:59. */
      return sprintf(__("The talk ended after %s", "ringtrail"), formatLength(ms));
    default:
      /* translators: %s: a technical word. */
      return sprintf(__("The connection to the business ended (%s)", "ringtrail"), end ?? "?");
  }
}
