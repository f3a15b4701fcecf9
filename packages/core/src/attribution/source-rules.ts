import type { ChannelRule, SourceCondition } from "./channel-rule.ts";
import { channelRules } from "./channel-rules.ts";
import type { Touch } from "./touch.ts";

/** What a source's number says of a call: its channel and source, and its medium unless that is empty. */
export type SourceWords = Pick<Touch, "channel" | "source" | "medium">;

/** The conditions of one source in their place among the others. */
export interface PageSource<Words> {
  /** The source asked for; undefined for everything that must not be taken for a later one. */
  readonly source: Words | undefined;
  readonly rules: readonly SourceCondition[];
}

/** True when a source's number says nothing untrue of a visit: channel and source are the visit's, the medium too or unsaid. */
export function speaksFor(words: SourceWords, touch: SourceWords): boolean {
  const { channel, source, medium } = words;
  return channel === touch.channel && source === touch.source && (medium === "" || medium === touch.medium);
}

/**
 * The published rules as a page can check them without a request: the first entry of which a rule fits tells the
 * visit's source. Holds the part of the rules that is needed to tell the given sources from all others.
 *
 * A visit from a sub-domain of the site counts as a referral here: a page does not know the public suffix list.
 */
export function sourceRules<Words extends SourceWords>(sources: readonly Words[]): readonly PageSource<Words>[] {
  const entries = channelRules
    .filter(({ when }) => when.internal === undefined)
    .flatMap((rule) => entriesOf(rule, sources));
  const end = entries.findLastIndex(({ source }) => source !== undefined) + 1;
  const merged: PageSource<Words>[] = [];
  for (const entry of entries.slice(0, end)) {
    const last = merged.at(-1);
    if (last === undefined || last.source !== entry.source) merged.push(entry);
    else merged[merged.length - 1] = { source: entry.source, rules: join(last.rules, entry.rules) };
  }
  return merged;
}

/** One entry per source the rule may speak for, then one that keeps the rest of the rule from later entries. */
function entriesOf<Words extends SourceWords>(
  rule: ChannelRule,
  sources: readonly Words[],
): readonly PageSource<Words>[] {
  const fitting = sources.flatMap((source) => {
    const when = narrow(rule, source);
    return when === undefined ? [] : [{ source, rules: [when] }];
  });
  const isWhole = fitting.some(({ rules }) => rules[0] === rule.when);
  return isWhole ? fitting : [...fitting, { source: undefined, rules: [rule.when] }];
}

/** The rule's condition for this source alone; the very same object when the rule speaks for no other. */
function narrow({ when, ...rule }: ChannelRule, { channel, source, medium }: SourceWords): SourceCondition | undefined {
  const isOther = rule.source !== undefined && rule.source !== source;
  const isOtherWay = rule.medium !== undefined && medium !== "" && rule.medium !== medium;
  if (channel !== rule.channel || isOther || isOtherWay) return undefined;
  if (rule.name === "referrer_other") return { referrer: [source] };
  const named = rule.source === undefined ? limit(when, "source", source) : when;
  return rule.medium === undefined && medium !== "" && named !== undefined ? limit(named, "medium", medium) : named;
}

/** The condition with one parameter held to one word; undefined when the condition does not allow that word. */
function limit(when: SourceCondition, name: "source" | "medium", word: string): SourceCondition | undefined {
  const allowed = when.utm?.[name];
  if (allowed !== undefined && !allowed.includes(word)) return undefined;
  return { ...when, utm: { ...when.utm, [name]: [word] } };
}

/** Two lists of conditions as one. Conditions that differ only in one list of words become one condition. */
function join(some: readonly SourceCondition[], more: readonly SourceCondition[]): readonly SourceCondition[] {
  const [last, next] = [some.at(-1), more[0]];
  const one = last === undefined || next === undefined ? undefined : asOne(last, next);
  return one === undefined ? [...some, ...more] : [...some.slice(0, -1), one, ...more.slice(1)];
}

function asOne(a: SourceCondition, b: SourceCondition): SourceCondition | undefined {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  if (names.length !== 1) return undefined;
  if (a.anyParam && b.anyParam) return { anyParam: [...a.anyParam, ...b.anyParam] };
  // An empty list of referrers means any other site, so it is not a list like the others.
  if (a.referrer?.length && b.referrer?.length) return { referrer: [...a.referrer, ...b.referrer] };
  if (!a.utm?.source || !b.utm?.source) return undefined;
  const [{ source: first, ...rest }, { source: second, ...others }] = [a.utm, b.utm];
  const isAlike = JSON.stringify(rest) === JSON.stringify(others);
  return isAlike ? { utm: { ...rest, source: [...(first ?? []), ...(second ?? [])] } } : undefined;
}
