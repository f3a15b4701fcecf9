import "@ringtrail/admin-screens/screens.css";
import { createHashRouter, placeAt, pollFeed, Screens, type Host } from "@ringtrail/admin-screens";
import { createClient } from "@ringtrail/api-contract";
import { createRoot } from "@wordpress/element";
import { saveProof } from "./save-proof.ts";
import { wordPressFetch } from "./wordpress-fetch.ts";

/** wp-admin has no stream of news: a call appears within this time. */
const lookEveryMs = 3_000;

const place = document.getElementById("ringtrail-screens");
if (place !== null) {
  const api = createClient({ baseUrl: "", fetch: wordPressFetch });
  const host: Host = {
    api,
    router: createHashRouter(window, placeAt(`/${place.dataset["screen"]}`, { screen: "calls" })),
    live: pollFeed(window, lookEveryMs),
    // wp-admin's language may differ from the browser's: the person chose it.
    locale: document.documentElement.lang || undefined,
    theme: "light",
    saveProof,
    consoleHref: (to) => `${place.dataset["server"]}/console/#/${to}`,
    // Who may only see calls is offered nothing that the site would refuse.
    ...(place.dataset["mayChange"] === "yes"
      ? { announcements: api, flows: api, flags: api, settings: api, orders: api, account: api }
      : {}),
  };
  createRoot(place).render(<Screens host={host} />);
}
