import type { AccountId } from "../ids.ts";
import type { AccountSecurity, SignInFacts } from "../people/sign-in-rules.ts";
import type { Instant } from "../time.ts";

/** What a person may do in an account; `auth/role-scopes.ts` of the server says what each means. */
export type Role = "owner" | "admin" | "analyst" | "agent" | "auditor";

/** A person in an account. The person is a user of the auth library. */
export interface Membership {
  readonly account: AccountId;
  readonly role: string;
}

/** Somebody is asked to join an account. Whoever holds its token may answer; only the token's hash is kept. */
export interface Invitation {
  /** A UUID. */
  readonly id: string;
  readonly account: AccountId;
  /** In lower case: the only address that may answer. */
  readonly email: string;
  readonly role: Role;
  /** `user:<id>` or `cli`. */
  readonly invitedBy: string;
  readonly expiresAt: Instant;
}

/** What became of a change among the people of an account. An account always keeps one owner. */
export type PeopleChange = "changed" | "absent" | "last_owner";

/** Who belongs to which account. */
export interface PeopleStore {
  addMember(account: AccountId, userId: string, role: Role): Promise<void>;
  /** The person's first account. */
  membershipOf(userId: string): Promise<Membership | undefined>;
  /** Every account of a person, the first one first. */
  membershipsOf(userId: string): Promise<readonly Membership[]>;
  /** The people of an account, in no order. */
  members(account: AccountId): Promise<readonly { readonly userId: string; readonly role: string }[]>;
  changeRole(account: AccountId, userId: string, role: Role): Promise<PeopleChange>;
  removeMember(account: AccountId, userId: string): Promise<PeopleChange>;
  /** What shapes the sign-in of the account's people; what is usual when its owner never said. */
  signInFacts(account: AccountId): Promise<SignInFacts>;
  saveSecurity(account: AccountId, security: AccountSecurity): Promise<void>;
  /** A new account with its first owner; undefined when the name is taken. */
  openAccount(name: string, owner: string): Promise<AccountId | undefined>;
  /** Keeps an invitation under the SHA-256 of its token, in place of an earlier one to the same address. */
  invite(invitation: Invitation, tokenSha256: string): Promise<void>;
  /** The account's open invitations, expired ones included, by address. */
  invitations(account: AccountId): Promise<readonly Invitation[]>;
  /** False when the account has no such invitation. */
  withdrawInvitation(account: AccountId, id: string): Promise<boolean>;
  /** The invitation of this token, unless it was answered, withdrawn or has expired at `now`. */
  invitationByHash(tokenSha256: string, now: Instant): Promise<Invitation | undefined>;
  /** Makes the person a member and ends the invitation, once. False when it is not open any more. */
  takeInvitation(account: AccountId, id: string, userId: string, now: Instant): Promise<boolean>;
}
