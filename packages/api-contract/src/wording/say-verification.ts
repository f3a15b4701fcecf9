import type { Verification } from "@ringtrail/core/consent";

const checked: Readonly<Record<Verification, string>> = {
  read: "source read",
  "read-address-not-kept": "source read, address not kept",
  "list-corroborated": "agrees with several lists",
  "statute-known": "known, not read again",
  unverified: "not verified",
  "own-rule": "rule of ours",
};

/** Says how well a fact was checked. */
export function sayVerification(verification: Verification): string {
  return checked[verification];
}
