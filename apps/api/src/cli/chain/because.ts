import type { LinkFault } from "@ringtrail/core";

/** What is wrong with a link, in words that go after a colon. */
export const because: Readonly<Record<LinkFault["why"], string>> = {
  missing: "it is not there",
  rewritten: "what it says is not what was hashed",
  foreign: "it does not follow the one before it",
};
