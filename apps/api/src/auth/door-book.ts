import type { Instant } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import type { Asker } from "./identify-asker.ts";

/** Where what people and keys do at the door itself is written down. */
export interface DoorBook {
  /** A person came in, left, or changed how they come in: told to every account they belong to. */
  readonly person: (userId: string, action: PersonAction, facts?: Readonly<Record<string, string>>) => Promise<void>;
  /** A key was used: one entry a key and day, for a program asks thousands of times. */
  readonly key: (asker: Asker) => Promise<void>;
}

/** What a person did at the door. */
export type PersonAction =
  | "person.signed_in"
  | "person.sign_in_refused"
  | "person.signed_out"
  | "person.password_changed"
  | "person.session_ended"
  | "person.other_sessions_ended"
  | "person.two_factor_set_up"
  | "person.two_factor_removed"
  | "person.backup_codes_made";

/** Keeps the book in the audit log of the account that the person or key belongs to. */
export function doorBook(accounts: Pick<AccountStore, "audit" | "membershipsOf">, now: () => Instant): DoorBook {
  let today = "";
  const used = new Set<string>();
  return {
    person: async (userId, action, facts = {}) => {
      const actor = `user:${userId}`;
      for (const { account } of await accounts.membershipsOf(userId)) {
        await accounts.audit(account, { actor, action, object: actor, at: now(), facts });
      }
    },
    key: async ({ account, actor, by }) => {
      if (by !== "key") return;
      const day = new Date(now()).toISOString().slice(0, 10);
      if (day !== today) used.clear();
      today = day;
      if (used.has(actor)) return;
      used.add(actor);
      try {
        await accounts.audit(account, {
          actor,
          action: "api_key.used",
          object: actor.slice(4),
          at: now(),
          facts: { day },
        });
      } catch (error) {
        // What could not be written is tried again with the next request.
        used.delete(actor);
        throw error;
      }
    },
  };
}
