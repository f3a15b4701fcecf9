// The script tag's entry, everything in it: reads the settings from the page and starts.
import { extras } from "./extras/index.ts";
import { pageMethods } from "./extras/page-methods.ts";
import { guard } from "./guard.ts";
import { readSettings } from "./settings.ts";
import { start } from "./start.ts";

const begin = guard(() => start(readSettings, extras, pageMethods));
// A page that is only prerendered has no reader yet: it must cost nobody anything.
if ((document as { readonly prerendering?: boolean }).prerendering) addEventListener("prerenderingchange", begin, true);
else begin();
