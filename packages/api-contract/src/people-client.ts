import type { InvitationAnswer, InvitationSeen } from "./endpoints/invitation-doors.ts";
import type { AccountList, NewAccount, NewInvitation, PeopleList } from "./endpoints/people-doors.ts";
import type { PoolPolicy } from "./endpoints/list-pools.ts";
import type { PageLook, SilenceList } from "./endpoints/site-sight-doors.ts";
import type { NewSite, SiteCheck } from "./endpoints/site-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { SiteSummary } from "./shapes/site-summary.ts";
import type { AccountShown, CreatedInvitation, RoleShown } from "./shapes/person.ts";

/** People, invitations, sites, and the accounts of whoever is signed in. */
export interface PeopleClient {
  people(page?: PageAsked): Promise<PeopleList>;
  changeRole(person: string, role: RoleShown): Promise<void>;
  removePerson(person: string): Promise<void>;
  invite(invitation: NewInvitation): Promise<CreatedInvitation>;
  withdrawInvitation(id: string): Promise<void>;
  accounts(page?: PageAsked): Promise<AccountList>;
  openAccount(account: NewAccount): Promise<AccountShown>;
  chooseAccount(account: string): Promise<void>;
  /** Sets a site up. */
  addSite(site: NewSite): Promise<SiteSummary>;
  /** What was seen of its pages. */
  checkSite(site: string): Promise<SiteCheck>;
  /** What of visits and calls has fallen silent. */
  silences(page?: PageAsked): Promise<SilenceList>;
  /** Reads a page of the site once. */
  lookAtPage(site: string, address: string): Promise<PageLook>;
  choosePoolPolicy(pool: string, policy: PoolPolicy): Promise<PoolPolicy>;
  /** Needs no sign-in: whoever holds the token may look. */
  seeInvitation(token: string): Promise<InvitationSeen>;
  answerInvitation(answer: InvitationAnswer): Promise<void>;
}

/** The client's methods for them. */
export function peopleClient(
  ask: <Answer>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) => Promise<Answer>,
): PeopleClient {
  const part = encodeURIComponent;
  return {
    people: (page = {}) => ask("GET", `/v1/people${queryOf(page)}`),
    changeRole: (person, role) => ask("PUT", `/v1/people/${part(person)}`, { role }),
    removePerson: (person) => ask("DELETE", `/v1/people/${part(person)}`),
    invite: (invitation) => ask("POST", "/v1/invitations", invitation),
    withdrawInvitation: (id) => ask("DELETE", `/v1/invitations/${part(id)}`),
    accounts: (page = {}) => ask("GET", `/v1/accounts${queryOf(page)}`),
    openAccount: (account) => ask("POST", "/v1/accounts", account),
    chooseAccount: (account) => ask("PUT", "/v1/active-account", { account }),
    addSite: (site) => ask("POST", "/v1/sites", site),
    checkSite: (site) => ask("GET", `/v1/sites/${part(site)}/check`),
    silences: (page = {}) => ask("GET", `/v1/silences${queryOf(page)}`),
    lookAtPage: (site, address) => ask("POST", `/v1/sites/${part(site)}/page-looks`, { address }),
    choosePoolPolicy: (pool, policy) => ask("PUT", `/v1/pools/${part(pool)}/policy`, policy),
    seeInvitation: (token) => ask("POST", "/v1/invitation-looks", { token }),
    answerInvitation: (answer) => ask("POST", "/v1/invitation-answers", answer),
  };
}
