import { register } from "@shopify/web-pixels-extension";

/**
 * Tells the visit that its checkout is finished, so that the visit's page in Ringtrail ends with it. What an order is
 * worth and which visit's cart it was comes from the shop's server (`note_attributes`): a browser may say anything.
 *
 * The sandbox knows no page; it reads the visit from the shop's storage, where the script keeps it while the visitor agrees.
 */
register(({ analytics, browser, init, settings, customerPrivacy }) => {
  let isAllowed = agrees(init.customerPrivacy);
  customerPrivacy?.subscribe("visitorConsentCollected", (event) => {
    isAllowed = agrees(event.customerPrivacy);
  });
  analytics.subscribe("checkout_completed", async (event) => {
    if (!isAllowed) return;
    const memory = await browser.localStorage.getItem("ringtrail").catch(() => null);
    const { visit, token } = readMemory(memory);
    const { attributes = [], order } = event.data.checkout;
    const inCart = attributes.find(({ key }) => key === "_ringtrail_visit")?.value;
    // A cart of another visit, or of nobody's: then this browser has no part in the order.
    if (!visit || !token || inCart !== visit) return;
    const { origin } = new URL(init.context.document.location.href);
    const page = {
      url: `${origin}/checkout/completed`,
      referrer: "",
      title: `Order ${order?.id ? "placed" : "finished"}`,
    };
    const body = { site: settings.site, visit, token, events: [{ kind: "page", ago: 0, page }] };
    await fetch(`${origin}${settings.server}/v1/beacon`, {
      method: "POST",
      keepalive: true,
      headers: { "content-type": "text/plain" },
      body: JSON.stringify(body),
    }).catch(() => undefined);
  });
});

function agrees(privacy) {
  return privacy?.analyticsProcessingAllowed === true && privacy?.marketingAllowed === true;
}

function readMemory(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
