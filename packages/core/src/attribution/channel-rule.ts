import type { Channel } from "./touch.ts";

/**
 * What a landing must show. Every condition that is present must hold; none present fits every landing.
 *
 * `anyParam`: one of these query parameters has a value. `utm`: each parameter named equals one of its values, letter
 * case and outer spaces aside. `referrer`: the referrer's host is one of these or ends with a dot and one of them; an
 * empty list fits any other site. `internal`: the referrer is a page of the same site.
 */
export interface SourceCondition {
  readonly anyParam?: readonly string[];
  readonly utm?: { readonly [Name in "source" | "medium" | "campaign"]?: readonly string[] };
  readonly referrer?: readonly string[];
  readonly internal?: true;
}

/** One published rule. The first rule that fits names the touch. */
export interface ChannelRule {
  /** Permanent, shown with every call. Several rules may share a name. */
  readonly name: string;
  readonly when: SourceCondition;
  readonly channel: Channel;
  /** Undefined: what `utm_source` says, or the referrer's registrable domain. */
  readonly source: string | undefined;
  /** Undefined: what `utm_medium` says. */
  readonly medium: string | undefined;
}
