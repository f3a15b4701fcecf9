// Plays what Shopify itself puts into every page of a shop: its page object with the Customer Privacy API, and its own
// banner. A demo only: on a real shop both come from Shopify.
(() => {
  const kept = () => {
    try {
      return localStorage["shop-consent"] ?? "";
    } catch {
      return "";
    }
  };
  const privacy = {
    currentVisitorConsent: () => ({ analytics: kept(), marketing: kept(), preferences: kept(), sale_of_data: "" }),
    setTrackingConsent: ({ analytics }, done) => {
      localStorage["shop-consent"] = analytics ? "yes" : "no";
      document.dispatchEvent(new CustomEvent("visitorConsentCollected"));
      done?.();
    },
  };
  window.Shopify = {
    shop: "bright-pipe-supply.myshopify.com",
    routes: { root: "/" },
    // It comes a moment later, as the real one does.
    loadFeatures: (_wanted, loaded) =>
      setTimeout(() => {
        window.Shopify.customerPrivacy = privacy;
        loaded();
      }),
  };

  const made = (name, props, ...inside) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...inside);
    return element;
  };

  function showBanner() {
    const answer = (is) => () => {
      window.Shopify.customerPrivacy = privacy;
      const all = { analytics: is, marketing: is, preferences: is, sale_of_data: is };
      privacy.setTrackingConsent(all, () => banner.remove());
    };
    const banner = made(
      "div",
      { className: "consent-banner", role: "region", ariaLabel: "Cookie consent" },
      made("p", {}, "May this shop see how you came here? You can say no and shop all the same."),
      made("button", { type: "button", onclick: answer(true), id: "consent-yes" }, "Accept"),
      made("button", { type: "button", onclick: answer(false), id: "consent-no", className: "quiet" }, "Decline"),
    );
    document.body.append(banner);
  }

  /** What a person tries here: coming by an ad, and ringing the number that stands in the header. */
  function showBar() {
    const by = (name, query) => made("a", { href: `/?${query}` }, name);
    const said = made("span", { role: "status", id: "call-state" });
    const ring = made("button", { type: "button", id: "call", className: "quiet" }, "Call the number above");
    ring.onclick = async () => {
      const to = document
        .getElementById("header-phone")
        .getAttribute("href")
        .replace(/[^+\d]/g, "");
      said.textContent = "Ringing …";
      const body = JSON.stringify({ to: to.startsWith("+") ? to : `+1${to}` });
      const answer = await fetch("/demo/call", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      said.textContent = answer.ok
        ? "It rings at the shop. Place an order now: it is one of the phone."
        : "Nobody of ours answers this number: it is the shop's own.";
    };
    document.body.prepend(
      made(
        "div",
        { className: "demo-bar" },
        "A Liquid theme with Ringtrail's app embed, as Shopify would show it. Come by:",
        by("a Meta ad", "utm_source=facebook&utm_medium=paid_social&utm_campaign=kettles&fbclid=demo"),
        by("a Google ad", "utm_source=google&utm_medium=cpc&utm_campaign=taps&gclid=demo"),
        ring,
        said,
      ),
    );
  }

  document.addEventListener("DOMContentLoaded", () => {
    showBar();
    if (kept() === "") showBanner();
  });
})();
