/** The part of the window that is read and cleaned. */
interface AddressBar {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "replaceState">;
}

/**
 * Takes the token of a one-time owner link (`/console/#/link/<token>`) out of the address bar, so that it stays in no
 * history. It stands after `#`, because that part never reaches a server's log.
 */
export function takeLinkToken(host: AddressBar): string | undefined {
  const token = /^#\/link\/([A-Za-z0-9._~-]{8,512})$/.exec(host.location.hash)?.[1];
  if (token !== undefined) host.history.replaceState(null, "", `${host.location.pathname}${host.location.search}`);
  return token;
}
