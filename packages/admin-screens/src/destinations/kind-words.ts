import { __ } from "@wordpress/i18n";

/** What a destination is. A kind this version does not know is told by its own name. */
export function kindWords(kind: string): string {
  switch (kind) {
    case "webhook":
      return __("Webhook", "ringtrail");
    case "email":
      return __("Mail", "ringtrail");
    case "slack":
      return __("Slack channel", "ringtrail");
    default:
      return kind;
  }
}

/** When an event is sent. People are told of missed calls only where a machine is told of every one. */
export function eventWords(event: string, kind?: string): string {
  switch (event) {
    case "call.started":
      return __("The phone rings", "ringtrail");
    case "call.answered":
      return __("The business picked up", "ringtrail");
    case "call.completed":
      return kind === "email" || kind === "slack"
        ? __("A call was missed", "ringtrail")
        : __("A call is over, answered or missed", "ringtrail");
    case "call.credited":
      return __("A call was credited", "ringtrail");
    case "call.recorded":
      return __("A recording is stored", "ringtrail");
    case "call.updated":
      return __("Something of a call changed later", "ringtrail");
    case "voicemail":
      return __("Somebody left a message", "ringtrail");
    case "form":
      return __("A form was sent", "ringtrail");
    case "notice":
      return __("A warning for owners", "ringtrail");
    case "digest":
      return __("A week is over", "ringtrail");
    case "test":
      return __("Test", "ringtrail");
    default:
      return event;
  }
}
