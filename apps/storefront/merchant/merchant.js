// The merchant's page inside Shopify's admin. App Bridge (`shopify`) gives a session token for every request and says
// whether the embed is on; Polaris draws the `s-…` elements. Without either the page still reads as a page.
import { fillRows, sayChannel, sayMoney, sayRule, sayTrackers } from "./say-figures.js";

const at = (id) => document.getElementById(id);

/** Asks our server as whoever looks. @throws with the server's words when it says no. */
async function ask(path, method = "GET") {
  const answer = await fetch(path, { method, headers: { authorization: `Bearer ${await shopify.idToken()}` } });
  if (answer.status === 204) return undefined;
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${body.title} ${body.fix ?? ""}`);
  return body;
}

/** Shopify says which blocks of ours are in the live theme; the theme's own files are none of our business. */
async function showEmbed(shop) {
  const link = at("embed-link");
  const key = document.querySelector("meta[name=shopify-api-key]").content;
  link.setAttribute(
    "href",
    `https://${shop}/admin/themes/current/editor?context=apps&template=index&activateAppId=${key}/call-tracking`,
  );
  const extensions = (await shopify.app?.extensions?.()) ?? [];
  const blocks = extensions.flatMap(({ activations = [] }) => activations);
  const embed = blocks.find(({ handle }) => handle === "call-tracking");
  const isOn = embed?.status === "active";
  at("embed-state").textContent = isOn
    ? "Call tracking is on in your theme."
    : embed
      ? "Call tracking is off in your theme."
      : "Whether call tracking is on could not be seen. The button leads to its switch.";
  link.hidden = isOn;
}

function showOverview({ revenue, orders, waiting, trackers }) {
  at("trackers").textContent = sayTrackers(trackers);
  at("trackers").hidden = trackers.length === 0;
  const money = (amount) => sayMoney(amount, revenue.currency);
  fillRows(
    at("revenue"),
    revenue.rows.map(({ kind, name, phone, web, cost, roas }) => [
      sayChannel(kind, name),
      money(phone.revenue.mean),
      money(web.revenue.mean),
      cost === undefined ? "–" : money(cost),
      roas === undefined ? "–" : `${roas.mean.toFixed(1)} ×`,
    ]),
    "No orders yet.",
  );
  const { phone, web, cost } = revenue.total;
  fillRows(at("total"), [["Together", money(phone.revenue), money(web.revenue), money(cost), ""]], "");
  at("others").textContent = revenue.otherCurrencies
    .map((other) => `${other.orders} orders over ${sayMoney(other.revenue, other.currency)} are kept and not added up.`)
    .join(" ");
  fillRows(
    at("orders"),
    orders.map((order) => [
      order.number,
      new Date(order.placedAt).toLocaleString(),
      order.cancelled ? "cancelled" : sayMoney(order.net, order.currency),
      sayRule(order),
    ]),
    "No orders yet.",
  );
  fillRows(
    at("waiting"),
    waiting.map(({ rangAt, channel }) => [new Date(rangAt).toLocaleString(), sayChannel("named", channel)]),
    "No call waits for an order.",
  );
}

try {
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  let overview = await ask(`/shopify/overview?timeZone=${zone}`);
  if (!overview.isInstalled) {
    await ask("/shopify/install", "POST");
    overview = await ask(`/shopify/overview?timeZone=${zone}`);
  } else if (overview.isHealthcare) {
    // The mode may have begun since the embed was told. If Shopify does not listen now it does the next time.
    await ask("/shopify/install", "POST").catch(() => undefined);
  }
  showOverview(overview);
  await showEmbed(overview.shop);
  document.body.dataset.state = "shown";
} catch (error) {
  at("trouble").textContent = error.message;
  at("trouble").hidden = false;
  document.body.dataset.state = "failed";
}
