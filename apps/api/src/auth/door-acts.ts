import type { PersonAction } from "./door-book.ts";

/** The doors of the auth library that are open. Everything else it could do stays shut until a screen needs it. */
export const authDoors = {
  GET: ["get-session"],
  POST: [
    "sign-in/email",
    "sign-out",
    "one-time-token/verify",
    "change-password",
    "set-password",
    "two-factor/enable",
    "two-factor/verify-totp",
    "two-factor/verify-backup-code",
    "two-factor/generate-backup-codes",
    "two-factor/disable",
  ],
} as const;

/** A door that changes something. */
export type AuthDoor = (typeof authDoors.POST)[number];

/** What went through a door, for the audit log. */
export interface DoorAct {
  readonly action: PersonAction;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * What a door's success means in the audit log; undefined for what is only a step on the way.
 *
 * @param wasIn whether the person was signed in before.
 */
export function doorAct(door: AuthDoor, wasIn: boolean): DoorAct | undefined {
  const act = (action: PersonAction, facts: DoorAct["facts"] = {}): DoorAct => ({ action, facts });
  switch (door) {
    case "sign-in/email":
      return act("person.signed_in", { by: "password" });
    case "one-time-token/verify":
      return act("person.signed_in", { by: "link" });
    case "two-factor/verify-totp":
      return wasIn ? act("person.two_factor_set_up") : act("person.signed_in", { by: "code" });
    case "two-factor/verify-backup-code":
      return wasIn ? undefined : act("person.signed_in", { by: "backup code" });
    case "sign-out":
      return act("person.signed_out");
    case "change-password":
    case "set-password":
      return act("person.password_changed");
    case "two-factor/generate-backup-codes":
      return act("person.backup_codes_made");
    case "two-factor/disable":
      return act("person.two_factor_removed");
    case "two-factor/enable":
      return undefined;
  }
}
