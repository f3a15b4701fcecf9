import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, LongPageQuery, NextPage } from "../paging.ts";
import { AccountShown, CreatedInvitation, InvitationShown, PersonShown, RoleShown } from "../shapes/person.ts";

/** Who belongs to the account, and who is asked to. */
export const PeopleList = NextPage.extend({
  people: z.array(PersonShown),
  invitations: z.array(InvitationShown).describe("Those that are open. They stand on the first page."),
}).meta({ id: "PeopleList" });
export type PeopleList = z.infer<typeof PeopleList>;

/** Whom to ask, and what they will be. */
export const NewInvitation = z
  .strictObject({ email: z.email().max(254).toLowerCase(), role: RoleShown })
  .meta({ id: "NewInvitation" });
export type NewInvitation = z.input<typeof NewInvitation>;

/** Another role for a person. */
export const NewRole = z.strictObject({ role: RoleShown }).meta({ id: "NewRole" });

/** The accounts of a person. */
export const AccountList = NextPage.extend({ accounts: z.array(AccountShown) }).meta({ id: "AccountList" });
export type AccountList = z.infer<typeof AccountList>;

/** A further account, for a client or another business. */
export const NewAccount = z.strictObject({ name: z.string().trim().min(1).max(100) }).meta({ id: "NewAccount" });
export type NewAccount = z.infer<typeof NewAccount>;

/** A person's id is the auth library's: no UUID. */
const PersonParams = z.object({ id: z.string().min(1).max(64) });
const write = { scope: "people:write" } as const;

/** People of the account and their accounts. */
export const peopleDoors = {
  list: defineEndpoint({
    method: "GET",
    path: "/v1/people",
    name: "listPeople",
    scope: "people:read",
    summary: "Who belongs to the account, in which role, and who is invited, page by page by address",
    query: LongPageQuery,
    status: 200,
    response: PeopleList,
    problems: ["cursor_malformed"],
  }),
  changeRole: defineEndpoint({
    method: "PUT",
    path: "/v1/people/{id}",
    name: "changeRole",
    ...write,
    summary: "Give a person another role; only an owner makes or unmakes an owner, and one always stays",
    params: PersonParams,
    body: NewRole,
    status: 204,
    problems: ["person_unknown", "last_owner", "role_not_yours"],
  }),
  remove: defineEndpoint({
    method: "DELETE",
    path: "/v1/people/{id}",
    name: "removePerson",
    ...write,
    summary: "Take a person out of the account at once",
    params: PersonParams,
    status: 204,
    problems: ["person_unknown", "last_owner", "role_not_yours"],
  }),
  invite: defineEndpoint({
    method: "POST",
    path: "/v1/invitations",
    name: "invitePerson",
    ...write,
    summary: "Ask somebody to join: by mail where the server has one; the link lives a week and works once",
    body: NewInvitation,
    status: 201,
    response: CreatedInvitation,
    problems: ["role_not_yours", "already_member"],
  }),
  withdraw: defineEndpoint({
    method: "DELETE",
    path: "/v1/invitations/{id}",
    name: "withdrawInvitation",
    ...write,
    summary: "Withdraw an invitation; its link ends at once",
    params: IdParams,
    status: 204,
    problems: ["invitation_unknown"],
  }),
  accounts: defineEndpoint({
    method: "GET",
    path: "/v1/accounts",
    name: "listAccounts",
    scope: "session",
    summary: "The accounts you belong to, and which one this session looks at, page by page by name",
    query: LongPageQuery,
    status: 200,
    response: AccountList,
    problems: ["cursor_malformed"],
  }),
  open: defineEndpoint({
    method: "POST",
    path: "/v1/accounts",
    name: "openAccount",
    ...write,
    summary: "Open a further account of which you are the owner: an agency hosts its clients so",
    body: NewAccount,
    status: 201,
    response: AccountShown,
    problems: ["person_needed", "role_not_yours", "account_name_taken"],
  }),
  choose: defineEndpoint({
    method: "PUT",
    path: "/v1/active-account",
    name: "chooseAccount",
    scope: "session",
    summary: "Look at another of your accounts from now on, in this session",
    body: z.strictObject({ account: z.uuid() }).meta({ id: "ChosenAccount" }),
    status: 204,
    problems: ["person_needed"],
  }),
} as const;
