import type { Extra } from "../start.ts";
import { addPlaces } from "./add-places.ts";
import { askBanners } from "./ask-banners.ts";
import { fillForms } from "./fill-forms.ts";
import { holdNumbers } from "./hold-numbers.ts";
import { lookInside } from "./look-inside.ts";
import { openDebug } from "./open-debug.ts";
import { reportOnce } from "./report-once.ts";
import { showSource } from "./show-source.ts";
import { tellMore } from "./tell-more.ts";

/** What the whole script does besides the core, in the order in which it begins. */
export const extras: readonly Extra[] = [
  reportOnce,
  addPlaces,
  showSource,
  askBanners,
  holdNumbers,
  lookInside,
  tellMore,
  fillForms,
  openDebug,
];
