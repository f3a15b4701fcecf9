const channels = {
  paid_search: "Search ads",
  paid_social: "Social ads",
  organic_search: "Search",
  social: "Social",
  email: "E-mail",
  direct: "Direct",
  referral: "Other sites",
};
const rules = {
  visit: "the visit that called",
  caller: "the customer's number",
};

/** A channel in the merchant's words. */
export function sayChannel(kind, name) {
  if (kind === "returning") return "Called before";
  if (kind !== "named" || name === undefined) return "Not known";
  return Object.hasOwn(channels, name) ? channels[name] : name;
}

/** How an order's call was found; an order of the web has none. */
export function sayRule({ rule, hasVisit }) {
  if (Object.hasOwn(rules, rule)) return `by phone: ${rules[rule]}`;
  return hasVisit ? "on the web: its own visit" : "on the web: no visit known";
}

/** What a merchant is warned of: two call trackers change one number in turn, and ours does not fight. */
export function sayTrackers(trackers) {
  const seen = trackers.map(({ name, lastSeenAt }) => `${name} (last seen ${new Date(lastSeenAt).toLocaleString()})`);
  return `Your shop's pages also load ${seen.join(" and ")}. Two call trackers change the same number in turn. Ringtrail leaves the other one alone: take one of them out.`;
}

/** An amount as people write it; without a currency there is none. */
export function sayMoney(amount, currency) {
  if (currency === undefined) return "–";
  return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(amount);
}

/** Puts rows of text into a part of a table; where there are none, one row that says so. */
export function fillRows(part, rows, none) {
  const cell = (text) => {
    const made = document.createElement("td");
    made.textContent = text;
    return made;
  };
  const row = (...cells) => {
    const made = document.createElement("tr");
    made.append(...cells);
    return made;
  };
  const empty = cell(none);
  empty.colSpan = 5;
  part.replaceChildren(...(rows.length === 0 ? [row(empty)] : rows.map((texts) => row(...texts.map(cell)))));
}
