/** The part of the window that is read and cleaned. */
interface AddressBar {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "replaceState">;
}

/**
 * Takes the one-time code of a site's plugin (`/console/#/connect/<code>`) out of the address bar: it is asked about once.
 * Until somebody is signed in it stays there.
 */
export function takeConnectCode(host: AddressBar): string | undefined {
  const code = /^#\/connect\/([A-Z]{4}-[A-Z]{4})$/.exec(host.location.hash)?.[1];
  if (code !== undefined) host.history.replaceState(null, "", `${host.location.pathname}${host.location.search}`);
  return code;
}
