import type { SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";

/** Where a site's pages are made. */
export const platforms = ["any", "wordpress", "shopify", "tag-manager", "squarespace", "react"] as const;
export type Platform = (typeof platforms)[number];

/** What is told of a way. */
interface InstallWay {
  readonly name: string;
  readonly steps: readonly string[];
  readonly code?: string;
  /** In healthcare mode, for pages that have the script alone: what counts them, behind it. */
  readonly counter?: string;
}

/**
 * How the script comes into the pages of a platform: what to do, and what to copy there. A clinic's own script counts its
 * pages; its tag tells nobody, not even us, which page loaded it.
 */
export function installWays(
  platform: Platform,
  server: string,
  { key, isHealthcare }: Pick<SiteSummary, "key" | "isHealthcare">,
): InstallWay {
  const quiet = isHealthcare === true ? ` referrerpolicy="no-referrer"` : "";
  const tag = `<script async blocking="render"${quiet} src="${server}/v1/sites/${key}/ringtrail.js"></script>`;
  const counter = `<script${quiet} src="${server}/snippet/latest/ringtrail-pages.js" data-site="${key}"></script>`;
  const code = isHealthcare === true ? { code: tag, counter } : { code: tag };
  switch (platform) {
    case "any":
      return {
        name: __("Any site", "ringtrail"),
        steps: [__("Put this first in the <head> of every page.", "ringtrail")],
        ...code,
      };
    case "wordpress":
      return {
        name: "WordPress",
        steps: [
          __("Install the plugin “Ringtrail” and open its page in wp-admin.", "ringtrail"),
          __("Enter the address of this server, press Connect, and approve the code here.", "ringtrail"),
          __("The plugin writes the script into every page; nothing is to be copied.", "ringtrail"),
        ],
        code: server,
      };
    case "shopify":
      return {
        name: "Shopify",
        steps: [
          __("Install the app, then open Online Store → Themes → Customize → App embeds.", "ringtrail"),
          __("Switch “Call tracking” on and save.", "ringtrail"),
        ],
      };
    case "tag-manager":
      return {
        name: "Google Tag Manager",
        steps: [
          __("Add a tag “Custom HTML” with this, on the trigger “Initialization – All pages”.", "ringtrail"),
          __(
            "A tag manager comes late: visitors may see the number change once. In the <head> it never does.",
            "ringtrail",
          ),
        ],
        code: `<script${quiet} src="${server}/snippet/latest/ringtrail.js" data-site="${key}"></script>${isHealthcare === true ? `\n${counter}` : ""}`,
      };
    case "squarespace":
      return {
        name: "Squarespace, Wix, Webflow",
        steps: [__("Open Settings → Custom code → Head, and paste this for all pages.", "ringtrail")],
        ...code,
      };
    case "react":
      return {
        name: "React, Vue, Next",
        steps: [
          __("Put the script first in the <head> of the document your server renders.", "ringtrail"),
          __("Mark the element around the number as one that may differ (suppressHydrationWarning).", "ringtrail"),
        ],
        ...code,
      };
  }
}
