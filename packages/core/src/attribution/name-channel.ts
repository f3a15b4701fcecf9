import type { ChannelRule, SourceCondition } from "./channel-rule.ts";
import { channelRules, fallbackRule } from "./channel-rules.ts";
import type { Landing } from "./touch.ts";

/** The first published rule that fits a landing. The last rule fits every landing, so there is always one. */
export function nameChannel(landing: Landing): ChannelRule {
  return channelRules.find(({ when }) => fits(when, landing)) ?? fallbackRule;
}

/** A parameter's value without outer spaces; undefined when it is absent or empty. */
export function parameter({ query }: Landing, name: string): string | undefined {
  return query[name]?.trim() || undefined;
}

function fits({ anyParam, utm, referrer, internal }: SourceCondition, landing: Landing): boolean {
  if (anyParam !== undefined && !anyParam.some((name) => parameter(landing, name) !== undefined)) return false;
  if (utm !== undefined && !fitsUtm(utm, landing)) return false;
  if (referrer !== undefined && !comesFrom(referrer, landing.referrerHost)) return false;
  return internal === undefined || isInternal(landing);
}

function fitsUtm(utm: NonNullable<SourceCondition["utm"]>, landing: Landing): boolean {
  return (["source", "medium", "campaign"] as const).every((name) => {
    const values = utm[name];
    return values === undefined || values.includes(parameter(landing, `utm_${name}`)?.toLowerCase() ?? "");
  });
}

function comesFrom(hosts: readonly string[], referrer: string | undefined): boolean {
  if (referrer === undefined || referrer === "") return false;
  return hosts.length === 0 || hosts.some((host) => referrer === host || referrer.endsWith(`.${host}`));
}

/** A sub-domain of the same site is no other site. The registrable domain says so; an address without one, by itself. */
function isInternal({ host, domain, referrerHost, referrerDomain }: Landing): boolean {
  return referrerHost !== undefined && (referrerHost === host || (domain !== undefined && referrerDomain === domain));
}
