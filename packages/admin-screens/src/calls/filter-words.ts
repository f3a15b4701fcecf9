import { __, sprintf } from "@wordpress/i18n";
import { formatDay } from "../format/format-day.ts";
import type { CallsFilter } from "../frame/place.ts";
import { channelWords } from "../words/channel-words.ts";

/** A part of a filter, in words, and its name. */
export interface FilterPart {
  readonly part: keyof CallsFilter;
  readonly words: string;
}

/** What narrows a list, part by part. Spam and search words have places of their own on the screen. */
export function filterWords(filter: CallsFilter, locale?: string): readonly FilterPart[] {
  const { from, to, channel, source, keyword, landingPage, who, outcome, firstTime, site } = filter;
  const parts: (FilterPart | undefined)[] = [
    days(from, to, locale),
    named("channel", channel, (said) => sprintf(__("Channel: %s", "ringtrail"), said), channelWords),
    named("source", source, (said) => sprintf(__("Source: %s", "ringtrail"), said)),
    named("keyword", keyword, (said) => sprintf(__("Keyword: %s", "ringtrail"), said)),
    named("landingPage", landingPage, (said) => sprintf(__("Landing page: %s", "ringtrail"), said)),
    who && {
      part: "who",
      words: who === "returning" ? __("Called before", "ringtrail") : __("No visit we know", "ringtrail"),
    },
    outcome && {
      part: "outcome",
      words: outcome === "answered" ? __("Answered", "ringtrail") : __("Missed", "ringtrail"),
    },
    firstTime && { part: "firstTime", words: __("First-time callers", "ringtrail") },
    site === undefined ? undefined : { part: "site", words: __("One site", "ringtrail") },
  ];
  return parts.filter((part) => part !== undefined);
}

function days(from: string | undefined, to: string | undefined, locale?: string): FilterPart | undefined {
  if (from === undefined && to === undefined) return undefined;
  const [first, last] = [
    from === undefined ? "…" : formatDay(from, locale),
    to === undefined ? "…" : formatDay(to, locale),
  ];
  return { part: "from", words: first === last ? first : `${first} – ${last}` };
}

function named(
  part: keyof CallsFilter,
  name: string | undefined,
  says: (said: string) => string,
  words: (name: string) => string = (said) => said,
): FilterPart | undefined {
  if (name === undefined) return undefined;
  return { part, words: says(name === "" ? __("not told", "ringtrail") : words(name)) };
}

/** A filter without one of its parts. Days go together. */
export function without(filter: CallsFilter, part: keyof CallsFilter): CallsFilter {
  const gone = part === "from" ? ["from", "to"] : [part];
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !gone.includes(name)));
}
