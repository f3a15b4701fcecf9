import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aLanding } from "../../testing/index.ts";
import { assistants } from "./assistant-hosts.ts";
import { readTouch } from "./index.ts";
import { searchEngines } from "./search-hosts.ts";
import { socialNetworks } from "./social-hosts.ts";
import type { SourceRow } from "./source-row.ts";

// Public lists that are no part of the project. They lie beside it on the machine it is built on.
const corpora = new URL("../../../../../shared/corpora/", import.meta.url);
const isThere = existsSync(corpora);
if (!isThere) console.info("skipped: the public source lists are not beside this checkout (shared/corpora)");

const read = (path: string) => readFileSync(new URL(path, corpora), "utf8");
const channelOf = (referrerHost: string) =>
  readTouch(aLanding({ referrerHost, referrerDomain: referrerHost.split(".").slice(-2).join(".") })).channel;
/** The hosts of a Matomo list: the items without a path, a pattern or an app's name. */
const hostsOf = (path: string) =>
  [...read(path).matchAll(/^\s+- '?([\w.-]+\.[a-z]{2,})'?$/gm)].flatMap(([, host]) =>
    host === undefined ? [] : [host],
  );
const ga4 = (category: string) =>
  [...read("ga4-source-categories/ga4-source-categories.excerpt.csv").matchAll(/^([\w.-]+\.[a-z]+),(\w+)$/gm)].flatMap(
    ([, host, of]) => (host !== undefined && of === `SOURCE_CATEGORY_${category}` ? [host] : []),
  );
const belongs = (host: string, hosts: readonly string[]) =>
  hosts.some((known) => known === host || known.endsWith(`.${host}`) || host.endsWith(`.${known}`));
const unlisted = (rows: readonly SourceRow[], listed: readonly string[]) =>
  rows.filter(({ hosts }) => !hosts.some((host) => belongs(host, listed))).map(({ source }) => source);

describe.skipIf(!isThere)("our tables beside the public lists", () => {
  test("every AI assistant on the list is one here", () => {
    const missed = hostsOf("matomo-searchengine-and-social-list/AIAssistants.yml").filter(
      (host) => channelOf(host) !== "ai_assistant",
    );

    // chatplus.com and chat-gpt.org are trade names of others; they stay referrals.
    expect(missed).toEqual(["chatplus.com", "chat-gpt.org"]);
  });

  test("most of the search hosts that people use are search here", () => {
    const hosts = ga4("SEARCH").filter((host) => !/mail|zen|webmaster|play\.google|search\.google/.test(host));
    const missed = hosts.filter((host) => ![host, `www.${host}`].map(channelOf).includes("organic_search"));

    expect(missed.length / hosts.length, missed.join(" ")).toBeLessThan(0.15);
  });

  test("every search engine here is one on a list", () => {
    const listed = [...hostsOf("matomo-searchengine-and-social-list/SearchEngines.yml"), ...ga4("SEARCH")];

    expect(unlisted(searchEngines, listed)).toEqual([]);
  });

  test("every social network here is one on a list, but for those the lists do not know yet", () => {
    const listed = [...hostsOf("matomo-searchengine-and-social-list/Socials.yml"), ...ga4("SOCIAL"), ...ga4("VIDEO")];

    expect(unlisted(socialNetworks, listed)).toEqual(["nextdoor"]);
  });

  test("no host stands in two tables", () => {
    const hosts = [searchEngines, socialNetworks, assistants].flat().flatMap((row) => row.hosts);

    expect(hosts.filter((host, nth) => hosts.indexOf(host) !== nth)).toEqual([]);
  });
});
