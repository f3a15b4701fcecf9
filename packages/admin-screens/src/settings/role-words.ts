import { __ } from "@wordpress/i18n";

/** Every role, the widest first. */
export const roles = ["owner", "admin", "analyst", "agent", "auditor"] as const;

/** What a role is called and what it may do. One this version does not know is told by its own name. */
export function roleWords(role: string): { readonly name: string; readonly may: string } {
  switch (role) {
    case "owner":
      return {
        name: __("Owner", "ringtrail"),
        may: __("Everything, also where calls are forwarded and who owns the account.", "ringtrail"),
      };
    case "admin":
      return {
        name: __("Admin", "ringtrail"),
        may: __("Everything but forwarding, the export of the whole account and its owners.", "ringtrail"),
      };
    case "analyst":
      return {
        name: __("Analyst", "ringtrail"),
        may: __(
          "Sees calls, reports, pools and sites; callers’ numbers are masked, recordings are silent.",
          "ringtrail",
        ),
      };
    case "agent":
      return {
        name: __("Agent", "ringtrail"),
        may: __("Works with calls: sees callers and plays recordings. Exports and changes nothing.", "ringtrail"),
      };
    case "auditor":
      return {
        name: __("Auditor", "ringtrail"),
        may: __("Sees what happened and who did it. Hears and changes nothing.", "ringtrail"),
      };
    default:
      return { name: role, may: "" };
  }
}
