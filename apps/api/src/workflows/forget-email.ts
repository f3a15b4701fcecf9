import type { EmailErased } from "@ringtrail/api-contract";
import type { AccountId, VisitorId } from "@ringtrail/core";
import type { Destination, Invitation, QuietTimes, SentForm, VisitStory } from "@ringtrail/core/ports";
import type { Auth } from "../auth/make-auth.ts";
import type { Deps } from "../deps.ts";
import { findUserByEmail } from "../people/find-users.ts";
import { knownVisits } from "./known-visits.ts";

/** As many forms are looked at at once. */
const most = 50;

type EmailDeps = Pick<Deps, "accounts" | "destinations" | "forms" | "visits"> & { readonly auth: Auth };

/** What an account knows under an e-mail address. */
export interface KnownOfEmail {
  readonly person: { readonly name: string; readonly role: string } | undefined;
  readonly invitations: readonly Invitation[];
  readonly destinations: readonly Destination[];
  readonly quiet: QuietTimes | undefined;
  readonly forms: readonly SentForm[];
  /** Every visit of whoever sent the forms. */
  readonly visits: readonly VisitStory[];
}

/** Looks everywhere an address may stand: it is the same in capitals. */
export async function lookEmailUp(deps: EmailDeps, account: AccountId, email: string): Promise<KnownOfEmail> {
  const { accounts, auth, destinations, forms, visits } = deps;
  const [user, members, invitations, mailed, quiet, sent] = await Promise.all([
    findUserByEmail(auth, email),
    accounts.members(account),
    accounts.invitations(account),
    destinations.destinations(account),
    destinations.quietTimes(account, email),
    forms.formsUnder(account, email, most),
  ]);
  const role = members.find(({ userId }) => userId === user?.id)?.role;
  const visitors = await sendersOf(deps, account, sent);
  const ids = await Promise.all(visitors.map((visitor) => accounts.visitsOfVisitor(account, visitor)));
  return {
    // Somebody of another account is nobody here.
    person: user === undefined || role === undefined ? undefined : { name: user.name, role },
    invitations: invitations.filter((one) => one.email.toLowerCase() === email),
    destinations: mailed.filter(
      ({ kind, settings }) => kind === "email" && String(settings["to"]).toLowerCase() === email,
    ),
    quiet,
    forms: sent,
    visits: await knownVisits(visits, account, ids.flat()),
  };
}

/**
 * Forgets an address wherever `lookEmailUp` finds it. Whoever signs in with it stays, and so do their quiet hours: only who
 * may take people out of the account takes one out.
 */
export async function forgetEmail(deps: EmailDeps, account: AccountId, email: string): Promise<EmailErased> {
  const { accounts, destinations, forms, visits } = deps;
  const known = await lookEmailUp(deps, account, email);
  for (const { id } of known.invitations) await accounts.withdrawInvitation(account, id);
  for (const { id } of known.destinations) await destinations.removeDestination(account, id);
  if (known.person === undefined) await destinations.saveQuietTimes(account, email, undefined);
  const gone = { forms: 0, visits: 0 };
  // What was forgotten is not found again, so the next look finds what is older.
  for (let sent = known.forms; sent.length > 0; sent = await forms.formsUnder(account, email, most)) {
    for (const visitor of await sendersOf(deps, account, sent))
      gone.visits += await visits.forgetVisitor(account, visitor);
    await forms.forgetRefs(
      account,
      sent.map(({ id }) => id),
    );
    gone.forms += sent.length;
  }
  return {
    invitations: known.invitations.length,
    destinations: known.destinations.length,
    ...gone,
    isPerson: known.person !== undefined,
  };
}

/** The visitors who sent these forms, none twice. */
async function sendersOf(
  { visits }: EmailDeps,
  account: AccountId,
  sent: readonly SentForm[],
): Promise<readonly VisitorId[]> {
  const ids = new Set(sent.flatMap(({ visit }) => visit ?? []));
  const stories = await knownVisits(visits, account, [...ids]);
  return [...new Set(stories.map(({ visitor }) => visitor))];
}
