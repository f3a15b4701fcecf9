import type { ChannelRule, SourceCondition } from "./channel-rule.ts";
import { channelRules, fallbackRule } from "./channel-rules.ts";
import type { Landing } from "./touch.ts";

/**
 * The first published rule that fits a landing. The last rule fits every landing, so there is always one.
 *
 * Every page view asks, and most landings have no words in their address, so rules that want what a landing has not are
 * left out beforehand.
 */
export function nameChannel(landing: Landing): ChannelRule {
  const hasWords = Object.keys(landing.query).length > 0;
  const isReferred = landing.referrerHost !== undefined;
  const rules = hasWords ? (isReferred ? channelRules : wordRules) : isReferred ? referrerRules : bareRules;
  const parents = namesAbove(landing.referrerHost ?? "");
  return rules.find(({ when }) => fits(when, landing, parents)) ?? fallbackRule;
}

const wantsWords = ({ when }: ChannelRule): boolean => when.anyParam !== undefined || when.utm !== undefined;
const wantsReferrer = ({ when }: ChannelRule): boolean => when.referrer !== undefined || when.internal !== undefined;
const wordRules = channelRules.filter((rule) => !wantsReferrer(rule));
const referrerRules = channelRules.filter((rule) => !wantsWords(rule));
const bareRules = wordRules.filter((rule) => !wantsWords(rule));

/** A host and the names above it: `www.google.com`, `google.com`, `com`. */
function namesAbove(host: string): readonly string[] {
  const labels = host.split(".");
  return host === "" ? [] : labels.map((_, nth) => labels.slice(nth).join("."));
}

/** The hosts of every rule, to be looked up rather than read through. */
const hostsOf = new Map(channelRules.map(({ when }) => [when.referrer, new Set(when.referrer)]));

/** A parameter's value without outer spaces; undefined when it is absent or empty. */
export function parameter({ query }: Landing, name: string): string | undefined {
  return query[name]?.trim() || undefined;
}

function fits(
  { anyParam, utm, referrer, internal }: SourceCondition,
  landing: Landing,
  parents: readonly string[],
): boolean {
  if (anyParam !== undefined && !anyParam.some((name) => parameter(landing, name) !== undefined)) return false;
  if (utm !== undefined && !fitsUtm(utm, landing)) return false;
  if (referrer !== undefined && !comesFrom(referrer, parents)) return false;
  return internal === undefined || isInternal(landing);
}

function fitsUtm(utm: NonNullable<SourceCondition["utm"]>, landing: Landing): boolean {
  return (["source", "medium", "campaign"] as const).every((name) => {
    const values = utm[name];
    return values === undefined || values.includes(parameter(landing, `utm_${name}`)?.toLowerCase() ?? "");
  });
}

function comesFrom(hosts: readonly string[], parents: readonly string[]): boolean {
  if (parents.length === 0) return false;
  return hosts.length === 0 || parents.some((name) => hostsOf.get(hosts)?.has(name));
}

/** A sub-domain of the same site is no other site. The registrable domain says so; an address without one, by itself. */
function isInternal({ host, domain, referrerHost, referrerDomain }: Landing): boolean {
  return referrerHost !== undefined && (referrerHost === host || (domain !== undefined && referrerDomain === domain));
}
