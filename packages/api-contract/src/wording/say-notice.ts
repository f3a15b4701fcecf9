type Facts = Readonly<Record<string, string | number | boolean>>;

/** Says what owners are told of an entry in the audit log; an action this version does not know is told by its name. */
export function sayNotice(action: string, facts: Facts): string {
  const fact = (name: string): string => String(facts[name] ?? "?");
  switch (action) {
    case "forwarding.changed":
      if (facts["toPhone"] !== undefined)
        return `Calls go to another phone now: to ${short(fact("toPhone"))}; they went to ${short(fact("fromPhone"))}.`;
      return `Calls go to the phone that ends in ${fact("to")} now; they went to the one that ends in ${fact("from")}.`;
    case "call_flow.set":
      if (facts["phones"] !== undefined)
        return `Callers of a site reach new phones: ${fact("phones").split(" ").map(short).join(", ")}.`;
      return `Callers of a site reach new phones: they end in ${fact("newPhones").replaceAll(" ", ", ")}.`;
    case "limits.changed":
      return `The account's limits were changed: at most ${fact("mostNumbers")} numbers, calls forwarded to ${fact("countries") === "own" ? "its own countries" : fact("countries")}.`;
    case "minutes.limit_passed":
      return `This month's calls lasted ${fact("minutes")} minutes, more than the ${fact("most")} you allowed. Calls go on.`;
    case "pool.nearly_full":
      return `A pool of ${fact("numbers")} numbers is nearly full at its busy hour: visits will share numbers, and credit grows less sure.`;
    case "pool.room_again":
      return `A pool of ${fact("numbers")} numbers has room again.`;
    case "site.added":
      return facts["to"] === undefined
        ? "A site was added."
        : `A site was added, whose calls go to the phone that ends in ${fact("to")}.`;
    case "account.link_made":
      return "Somebody at the server made a link that signs an owner in once.";
    case "person.joined":
      return `Somebody joined the account as ${fact("role")}.`;
    case "person.role_changed":
      return `Somebody of the account is ${fact("role")} from now on.`;
    case "person.removed":
      return "Somebody was taken out of the account.";
    case "silence.began":
      return `${saySilent(fact("what"), fact("name"))} since ${fact("since")}; by its own rhythm that would have happened ${fact("missed")} times. ${askWhy(fact("what"))}`;
    case "silence.over":
      return facts["what"] === "site"
        ? `Visits of ${fact("name")} are seen again.`
        : `${facts["what"] === "pool" ? "One of the numbers that stand in for" : "The number"} ${fact("name")} rings again.`;
    case "destination.made":
      return `Events of calls are sent to a new ${kindOf(facts)} from now on: ${fact("name")}.`;
    case "destination.changed":
      return facts["isOn"] === false
        ? `Nothing is sent to the ${kindOf(facts)} ${fact("name")}: it was changed and is switched off.`
        : `The ${kindOf(facts)} ${fact("name")}, where events of calls are sent, was changed.`;
    case "destination.removed":
      return `Nothing is sent to the ${kindOf(facts)} ${fact("name")} any more: it was removed.`;
    case "destination.secret_replaced":
      return `The ${kindOf(facts)} ${fact("name")} is signed with a new secret; the old one signs ${facts["oldHours"] === 0 ? "no more" : `beside it for ${fact("oldHours")} hours`}.`;
    default:
      return `${action.replaceAll(/[._]/g, " ")}.`;
  }
}

/** The beginning of a random id: of a clinic's phone nothing else is told. Its call flow says which phone it is. */
function short(id: string): string {
  return id.slice(0, 8);
}

/** What fell silent, as a sentence begins. */
function saySilent(what: string, name: string): string {
  if (what === "site") return `No visit of ${name} was seen`;
  return what === "pool" ? `None of the numbers that stand in for ${name} has rung` : `The number ${name} has not rung`;
}

function askWhy(what: string): string {
  return what === "site"
    ? "Is the script still on its pages?"
    : "Ring it: does it still lead here, and do pages still show it?";
}

/** What a destination is, in a sentence; a kind this version does not know is just a destination. */
function kindOf(facts: Facts): string {
  switch (facts["kind"]) {
    case "webhook":
      return "webhook";
    case "email":
      return "mailbox";
    case "slack":
      return "Slack channel";
    default:
      return "destination";
  }
}
