import type { DeliveryShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { Tone } from "../parts/pill.tsx";

/** What became of a sending. */
export function stateWords(state: string): { readonly words: string; readonly tone: Tone } {
  switch (state) {
    case "waiting":
      return { words: __("Waiting", "ringtrail"), tone: "busy" };
    case "delivered":
      return { words: __("Arrived", "ringtrail"), tone: "good" };
    case "skipped":
      return { words: __("Not wanted", "ringtrail"), tone: "plain" };
    case "dead":
      return { words: __("Given up", "ringtrail"), tone: "bad" };
    default:
      return { words: state, tone: "plain" };
  }
}

/** What one attempt came to: `204 in 12 ms`, or why there was no answer. */
export function tryWords({ status, trouble, tookMs }: DeliveryShown["tries"][number]): string {
  const said = [status === undefined ? undefined : String(status), troubleWords(trouble)].filter((one) => one);
  /* translators: 1: what was answered, such as "204"; 2: milliseconds. */
  return sprintf(__("%1$s in %2$d ms", "ringtrail"), said.join(", ") || __("taken", "ringtrail"), tookMs);
}

/** Why there was no good answer. A code this version does not know is told as it is; a status speaks for itself. */
function troubleWords(trouble: string | undefined): string | undefined {
  switch (trouble) {
    case undefined:
    case "status_bad":
      return undefined;
    case "gone":
      return __("the receiver wants no more of it", "ringtrail");
    case "redirected":
      return __("it leads elsewhere, which is not followed", "ringtrail");
    case "timed_out":
      return __("no answer in time", "ringtrail");
    case "name_unknown":
      return __("the name of the server is unknown", "ringtrail");
    case "connection_refused":
      return __("the server refuses the connection", "ringtrail");
    case "connection_lost":
      return __("the connection broke", "ringtrail");
    case "certificate_invalid":
      return __("the server’s certificate is not valid", "ringtrail");
    case "address_private":
      return __("the address is of a private network", "ringtrail");
    case "mailbox_refused":
      return __("the mailbox was refused", "ringtrail");
    case "sign_in_refused":
      return __("the mail server refused our sign-in", "ringtrail");
    case "mail_server_unreachable":
      return __("the mail server cannot be reached", "ringtrail");
    default:
      return trouble;
  }
}
