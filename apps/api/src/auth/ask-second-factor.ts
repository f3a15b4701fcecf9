import { twoFactor } from "better-auth/plugins";

/** The ways in after which a second factor is asked for: the library asks after a password, we after a link as well. */
const waysIn = ["/sign-in/email", "/one-time-token/verify"];

/**
 * The library's second factor: codes by time (RFC 6238) and ten backup codes, ten wrong ones in a row shut it for a
 * quarter of an hour. A link that signs its person in replaces the password and nothing else.
 */
export function askSecondFactor(): ReturnType<typeof twoFactor<{ readonly allowPasswordless: true }>> {
  const plugin = twoFactor({ issuer: "Ringtrail", allowPasswordless: true });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { readonly path?: string }) => waysIn.includes(path ?? ""),
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}
