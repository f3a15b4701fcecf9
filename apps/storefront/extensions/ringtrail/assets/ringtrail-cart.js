/*! Ringtrail, MIT. Writes the visit into the cart, so that an order can be credited to the call it came of. */
(() => {
  const name = "_ringtrail_visit";
  const shop = window.Shopify;
  // The theme editor is no visitor. A section that comes into it is looked at once more.
  document.addEventListener("shopify:section:load", ({ target }) => window.ringtrail?.swap?.(target));
  if (!shop || shop.designMode) return;
  const root = shop.routes?.root ?? "/";

  /** The script keeps its visit only while the visitor agrees, and deletes it when they do not. */
  const visit = () => {
    try {
      return JSON.parse(localStorage["ringtrail"]).visit ?? "";
    } catch {
      return "";
    }
  };

  /** What the cart was told in this tab; undefined as long as nobody asked it. */
  let told;
  let isAsking = false;

  async function tell() {
    const wanted = visit();
    // Of a visitor who never agreed the cart holds nothing, and is not asked.
    if (isAsking || wanted === told || (wanted === "" && told === undefined && !wasTold())) return;
    isAsking = true;
    try {
      const cart = await (await fetch(`${root}cart.js`, { headers: { accept: "application/json" } })).json();
      if ((cart.attributes?.[name] ?? "") !== wanted) {
        // Of the attributes only the named one changes: what others wrote stays theirs.
        const answer = await fetch(`${root}cart/update.js`, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify({ attributes: { [name]: wanted } }),
        });
        if (!answer.ok) return;
      }
      told = wanted;
      remember(wanted);
    } catch {
      // The next change tries again; an order without the attribute is one of the web.
    } finally {
      isAsking = false;
      if (told !== undefined && visit() !== told) void tell();
    }
  }

  /** That a cart was told is known to the next page of this tab, so that a refusal there can take it back. */
  function wasTold() {
    try {
      return sessionStorage["ringtrail-cart"] === "1";
    } catch {
      return false;
    }
  }
  function remember(wanted) {
    try {
      if (wanted === "") delete sessionStorage["ringtrail-cart"];
      else sessionStorage["ringtrail-cart"] = "1";
    } catch {
      // It is as if nothing had been told.
    }
  }

  const soon = () => setTimeout(tell);
  (window.ringtrail ??= []).push({ call: (self) => self.on("swap", soon) });
  document.addEventListener("visitorConsentCollected", soon);
  document.addEventListener("visibilitychange", soon);
  soon();
})();
