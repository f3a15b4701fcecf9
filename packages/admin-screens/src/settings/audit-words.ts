import { __ } from "@wordpress/i18n";

/** What an entry of the audit log says was done. An action this version does not know is told by its own name. */
export function auditWords(action: string): string {
  switch (action) {
    case "person.signed_in":
      return __("Signed in", "ringtrail");
    case "person.signed_out":
      return __("Signed out", "ringtrail");
    case "person.password_changed":
      return __("Changed the password", "ringtrail");
    case "person.session_ended":
    case "person.other_sessions_ended":
      return __("Ended a session", "ringtrail");
    case "person.invited":
      return __("Invited somebody", "ringtrail");
    case "invitation.withdrawn":
      return __("Withdrew an invitation", "ringtrail");
    case "person.joined":
      return __("Joined the account", "ringtrail");
    case "person.role_changed":
      return __("Changed a role", "ringtrail");
    case "person.removed":
      return __("Took somebody out", "ringtrail");
    case "account.opened":
      return __("Opened the account", "ringtrail");
    case "account.export":
    case "account.export_with_care":
      return __("Exported the account", "ringtrail");
    case "api_key.created":
      return __("Made an API key", "ringtrail");
    case "api_key.revoked":
      return __("Revoked an API key", "ringtrail");
    case "api_key.used":
      return __("Used an API key", "ringtrail");
    case "recording.played":
      return __("Played a recording", "ringtrail");
    case "caller.seen":
      return __("Saw a caller’s number", "ringtrail");
    case "caller.exported":
      return __("Looked up a caller", "ringtrail");
    case "caller.erased":
      return __("Forgot a caller", "ringtrail");
    case "forwarding.changed":
      return __("Changed where calls go", "ringtrail");
    case "call_flow.set":
      return __("Changed a call flow", "ringtrail");
    case "limits.changed":
      return __("Changed the limits", "ringtrail");
    case "number.rented":
      return __("Rented a number", "ringtrail");
    case "number.imported":
      return __("Imported a number", "ringtrail");
    case "number.rests":
      return __("Gave a number back", "ringtrail");
    case "person.signed_out_by_other":
      return __("Signed somebody out everywhere", "ringtrail");
    case "person.two_factor_reset":
      return __("Reset a second factor", "ringtrail");
    default:
      return dataWords(action);
  }
}

/** What was done about calls, money and what is kept. */
function dataWords(action: string): string {
  switch (action) {
    case "calls.exported":
    case "conversions.exported":
      return __("Exported a list", "ringtrail");
    case "security.changed":
      return __("Changed what sign-ins need", "ringtrail");
    case "retention.obeyed":
      return __("Forgot what was due", "ringtrail");
    case "retention.changed":
      return __("Changed how long things are kept", "ringtrail");
    case "hold.placed":
      return __("Placed a legal hold", "ringtrail");
    case "hold.released":
      return __("Ended a legal hold", "ringtrail");
    case "call.noted":
      return __("Wrote about a call", "ringtrail");
    case "call.valued":
      return __("Said what a call was worth", "ringtrail");
    case "costs.told":
    case "costs.imported":
      return __("Told what ads cost", "ringtrail");
    case "pool_policy.chosen":
      return __("Changed what an exhausted pool does", "ringtrail");
    case "time_zone.chosen":
      return __("Chose the time zone", "ringtrail");
    case "site.added":
      return __("Set a site up", "ringtrail");
    case "target.added":
      return __("Added a number to be swapped", "ringtrail");
    case "visitor.exported":
      return __("Looked up a visitor", "ringtrail");
    case "visitor.erased":
      return __("Forgot a visitor", "ringtrail");
    case "email.exported":
      return __("Looked up an e-mail address", "ringtrail");
    case "email.erased":
      return __("Forgot an e-mail address", "ringtrail");
    case "glass.asked":
      return __("Asked to break the glass", "ringtrail");
    case "glass.agreed":
      return __("Agreed to break the glass", "ringtrail");
    case "glass.looked":
      return __("Looked through broken glass", "ringtrail");
    case "person.sign_in_refused":
      return __("Was refused at sign-in", "ringtrail");
    case "callers.searched":
      return __("Searched for a caller", "ringtrail");
    case "notices.seen":
      return __("Saw what the server noticed", "ringtrail");
    case "pool.nearly_full":
      return __("A pool is nearly full", "ringtrail");
    case "pool.room_again":
      return __("A pool has room again", "ringtrail");
    case "minutes.limit_passed":
      return __("More minutes were used than agreed", "ringtrail");
    case "silence.began":
      return __("Something fell silent", "ringtrail");
    case "silence.over":
      return __("What was silent is heard again", "ringtrail");
    default:
      return action;
  }
}

/** Who did it: a person by their address where they are known, a program, the command line, or the server itself. */
export function actorWords(actor: string, emails: ReadonlyMap<string, string>): string {
  if (actor === "cli") return __("The command line", "ringtrail");
  if (actor === "system") return __("The server", "ringtrail");
  if (actor.startsWith("key:")) return __("An API key", "ringtrail");
  return emails.get(actor) ?? __("Somebody who left", "ringtrail");
}
