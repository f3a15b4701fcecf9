// The core alone: finds the numbers, swaps, leases, asks for consent, tells what happens, follows single-page apps. It is
// set up by the queue, in which the site's own script and the page put what they have to say.
import { guard } from "./guard.ts";
import { start } from "./start.ts";

guard(() => start((queue) => Object.assign({}, ...queue), []))();
