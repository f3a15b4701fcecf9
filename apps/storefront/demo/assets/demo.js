// The demo shop's own script: its consent banner, its one route that loads no page, and the button that rings.
import { askForConsent } from "./ask-for-consent.js";
import { ringNumber } from "./ring-number.js";
import { showRoutes } from "./show-routes.js";

askForConsent(document);
showRoutes(document);
ringNumber(document);
