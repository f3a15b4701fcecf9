import { NewAccount, NewApiKey, NewInvitation, SecurityWish } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { anApiKey } from "./sample-settings.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the doors of people, accounts, keys and the audit log; false for an address that is none of them. */
export async function answerSettings(asked: Asked): Promise<boolean> {
  const { world, url, request, response } = asked;
  const { settings } = world;
  const [, , door = "", id] = url.pathname.split("/");
  const method = `${request.method} ${door}`;
  const done = (): boolean => {
    response.writeHead(204).end();
    return true;
  };
  const show = (body: object, status = 200): boolean => {
    sendJson(response, status, body);
    return true;
  };
  switch (method) {
    case "GET session":
      return show(settings.session);
    case "GET sessions":
      return show({ sessions: settings.sessions });
    case "DELETE sessions":
      settings.sessions = settings.sessions.filter((one) => one.isThis || (id !== undefined && one.id !== id));
      return done();
    case "GET security":
      return show(settings.security);
    case "PUT security": {
      const wanted = SecurityWish.parse(JSON.parse((await readSent(request)).toString("utf8")));
      const counts = { ...settings.security.counts, requiresTwoFactor: wanted.requiresTwoFactor };
      settings.security = { ...settings.security, wanted, counts };
      return show(settings.security);
    }
    case "GET people":
      return show({
        ...named("people", pageOf(settings.people, url.searchParams)),
        invitations: url.searchParams.has("cursor") ? [] : settings.invitations,
      });
    case "GET accounts":
      return show(named("accounts", pageOf(settings.accounts, url.searchParams)));
    case "GET api-keys":
      return show(named("keys", pageOf(settings.apiKeys, url.searchParams)));
    case "GET audit-log":
      return show(auditPage(asked));
    case "GET recordings":
      return url.pathname.endsWith("/accesses") && show(auditPage(asked, id));
    case "PUT people": {
      const { role } = JSON.parse((await readSent(request)).toString("utf8"));
      const owners = settings.people.filter((one) => one.role === "owner");
      if (owners.length === 1 && owners[0]?.id === id && role !== "owner") return refuseLastOwner(asked);
      settings.people = settings.people.map((one) => (one.id === id ? { ...one, role } : one));
      return done();
    }
    case "DELETE people":
      settings.people = settings.people.filter((one) => one.id !== id);
      return done();
    case "DELETE invitations":
      settings.invitations = settings.invitations.filter((one) => one.id !== id);
      return done();
    case "DELETE api-keys":
      settings.apiKeys = settings.apiKeys.filter((one) => one.id !== id);
      return done();
    case "PUT active-account": {
      const { account } = JSON.parse((await readSent(request)).toString("utf8"));
      settings.accounts = settings.accounts.map((one) => ({ ...one, isActive: one.id === account }));
      const active = settings.accounts.find((one) => one.isActive);
      if (active !== undefined) settings.session = { ...settings.session, account: active };
      return done();
    }
    case "POST invitations":
    case "POST api-keys":
    case "POST accounts":
      return make(asked, door);
    default:
      return false;
  }
}

/** Makes what the contract's schema takes; anything else is refused beside its field. */
async function make({ world: { settings }, request, response }: Asked, door: string): Promise<boolean> {
  const sent: unknown = JSON.parse((await readSent(request)).toString("utf8"));
  const shape = door === "invitations" ? NewInvitation : door === "accounts" ? NewAccount : NewApiKey;
  const read = shape.safeParse(sent);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join(".");
    sendProblem(response, 422, "body_invalid", "A field of the body is not as agreed.", "Correct it.", field);
    return true;
  }
  const { id } = anApiKey(50 + settings.apiKeys.length + settings.invitations.length + settings.accounts.length);
  const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  if (door === "invitations") {
    const made = { id, ...NewInvitation.parse(sent), expiresAt };
    settings.invitations = [...settings.invitations, made];
    sendJson(response, 201, { ...made, url: "http://server/console/#/join/a-token", isMailed: false });
  } else if (door === "accounts") {
    const made = { id, ...NewAccount.parse(sent), role: "owner", isActive: false };
    settings.accounts = [...settings.accounts, made];
    sendJson(response, 201, made);
  } else {
    const made = { id, ...NewApiKey.parse(sent) };
    settings.apiKeys = [...settings.apiKeys, made];
    sendJson(response, 201, { ...made, secret: "rt_shown-this-once" });
  }
  return true;
}

/** A page of the log: of one kind, or of one object. Only plays and sign-ins are told apart here. */
function auditPage({ world, url }: Asked, object?: string): object {
  const start = Number(url.searchParams.get("cursor") ?? 0);
  const end = start + Number(url.searchParams.get("limit") ?? 25);
  const kind = url.searchParams.get("kind");
  const ofKind: Readonly<Record<string, string>> = { sign_in: "person.signed_in", play: "recording.played" };
  const audit = world.settings.audit.filter(
    (one) => (object === undefined || one.object === object) && (kind === null || one.action === (ofKind[kind] ?? "")),
  );
  return { entries: audit.slice(start, end), next: end < audit.length ? String(end) : undefined };
}

function refuseLastOwner({ response }: Asked): boolean {
  const fix = "Make somebody else an owner first.";
  sendProblem(response, 409, "last_owner", "An account always keeps an owner.", fix);
  return true;
}
