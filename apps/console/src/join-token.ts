/** The part of the window that is read and cleaned. */
interface AddressBar {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "replaceState">;
}

/** Takes the token of an invitation (`/console/#/join/<token>`) out of the address bar: it works once, and is nobody else's. */
export function takeJoinToken(host: AddressBar): string | undefined {
  const token = /^#\/join\/([\w-]{1,100})$/.exec(host.location.hash)?.[1];
  if (token !== undefined) host.history.replaceState(null, "", `${host.location.pathname}${host.location.search}`);
  return token;
}
