import type { SiteCheck } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { CopyLine } from "./copy-line.tsx";

/** What the platforms write into an address when a click comes: `{keyword}` and how it matched. */
const templates = [
  {
    source: "google",
    name: "Google Ads",
    where: () => __("Admin → Account settings → Tracking → Final URL suffix.", "ringtrail"),
    text: "utm_source=google&utm_medium=cpc&utm_campaign={campaignid}&utm_term={keyword}&utm_matchtype={matchtype}",
  },
  {
    source: "bing",
    name: "Microsoft Advertising",
    where: () => __("Settings → Account level options → Final URL suffix.", "ringtrail"),
    text: "utm_source=bing&utm_medium=cpc&utm_campaign={CampaignId}&utm_term={keyword}&utm_matchtype={MatchType}",
  },
] as const;

/** Templates that tell keywords, and whether they arrive. A missing keyword says why; none is ever guessed. */
export function AdTemplates(props: { readonly check: SiteCheck | undefined }): ReactNode {
  return (
    <details className="rt-how">
      <summary>{__("Let ads tell their keywords", "ringtrail")}</summary>
      <div className="rt-form rt-own-form">
        {templates.map(({ source, name, where, text }) => (
          <section key={source} className="rt-form" aria-label={name}>
            <p>
              <strong>{name}</strong> <span className="rt-soft">{where()}</span>
            </p>
            <CopyLine
              // translators: %s: an ad platform.
              label={sprintf(__("Suffix for %s", "ringtrail"), name)}
              text={text}
            />
            <p role="status" className="rt-soft">
              {arrivalWords(props.check?.adClicks.find((one) => one.source === source))}
            </p>
          </section>
        ))}
        <p className="rt-faint">
          {__(
            "Organic search tells no keyword to anybody, and a visitor who does not agree leaves none: such calls say so.",
            "ringtrail",
          )}
        </p>
      </div>
    </details>
  );
}

function arrivalWords(seen: SiteCheck["adClicks"][number] | undefined): string {
  if (seen === undefined) return __("No click of it was seen in the last 30 days.", "ringtrail");
  const { clicks, keywords } = seen;
  if (keywords === 0) {
    return sprintf(
      /* translators: %d: how many clicks. */
      _n(
        "%d click came without a keyword: the suffix is not set, or its {keyword} was taken out.",
        "%d clicks came without a keyword: the suffix is not set, or its {keyword} was taken out.",
        clicks,
        "ringtrail",
      ),
      clicks,
    );
  }
  return keywords === clicks
    ? __("It arrives: every click told its keyword.", "ringtrail")
    : sprintf(
        /* translators: 1: clicks with a keyword; 2: all clicks. */
        __(
          "%1$d of %2$d clicks told their keyword. The others are of campaigns without keywords (Performance Max, Display), or of a campaign with a suffix of its own.",
          "ringtrail",
        ),
        keywords,
        clicks,
      );
}
