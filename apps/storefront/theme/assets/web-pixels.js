// Plays Shopify's own pixel manager on the page after a checkout: the app's pixel runs in the strict sandbox, a worker
// without a page in a frame without an origin, and asks for what it may have by message. A demo only.
(async () => {
  const finished = await fetch("/checkout/finished.js");
  // Told once for each checkout, as Shopify does: whoever looks at the page again has finished nothing.
  if (!finished.ok) return;
  const checkout = await finished.json();
  const pixel = await (await fetch("/assets/ringtrail-pixel.js")).text();
  const settings = JSON.parse(document.getElementById("ringtrail-config").textContent);
  const says = localStorage["shop-consent"] === "yes";
  const customerPrivacy = { analyticsProcessingAllowed: says, marketingAllowed: says };
  const context = { document: { location: { href: location.href } } };
  const init = { settings, init: { context, customerPrivacy } };

  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.hidden = true;
  frame.srcdoc = `<script>(${relay})()</script>`;
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    const answer = (message) => source.postMessage(message, "*");
    if (data.is === "frame ready") answer({ is: "code", code: `(${sandbox})(${JSON.stringify(init)});${pixel}` });
    if (data.is === "asked") answer({ is: "stored", id: data.id, value: localStorage.getItem(data.key) });
    if (data.is === "pixel ready") answer({ is: "event", name: "checkout_completed", event: { data: { checkout } } });
  });
  document.body.append(frame);

  /** The frame: starts the worker and passes messages on. It can read nothing of the shop. */
  function relay() {
    let worker;
    addEventListener("message", ({ source, data }) => {
      if (source !== parent) return;
      if (data.is !== "code") return worker?.postMessage(data);
      const code = `${data.code};postMessage({ is: "pixel ready" })`;
      worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      worker.onmessage = ({ data: said }) => parent.postMessage(said, "*");
    });
    parent.postMessage({ is: "frame ready" }, "*");
  }

  /** What the worker has before the pixel's own code: the part of Shopify's API that a pixel can ask for. */
  function sandbox(given) {
    const heard = new Map();
    const waiting = new Map();
    const subscribe = async (name, listener) => void heard.set(name, listener);
    const getItem = (key) =>
      new Promise((resolve) => {
        const id = waiting.size + 1;
        waiting.set(id, resolve);
        postMessage({ is: "asked", id, key });
      });
    onmessage = ({ data }) => {
      if (data.is === "stored") waiting.get(data.id)?.(data.value);
      if (data.is === "event") heard.get(data.name)?.(data.event);
    };
    const api = {
      ...given,
      analytics: { subscribe },
      customerPrivacy: { subscribe },
      browser: { localStorage: { getItem } },
    };
    self.shopify = { extend: (_point, run) => run(api) };
  }
})();
