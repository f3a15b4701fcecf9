import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** A name led to an address that is not public. Its code is read by `readTrouble`. */
class AddressPrivate extends Error {
  readonly code = "ADDRESS_PRIVATE";
}

/** How a name is resolved; the system's resolver, unless a test answers in its stead. */
export type Resolve = (
  name: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * The look-up a connection makes by itself, with the guard in it: what it answers is what is connected to, so there is
 * no second look-up a name could answer otherwise. One address that is not public refuses the whole name.
 */
export function guardedLookup(mayReachPrivate: boolean, resolve: Resolve = lookup): LookupFunction {
  return (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, "", 0);
      const [first] = found;
      const refused = !mayReachPrivate && found.some(({ address }) => !isPublicAddress(address));
      if (refused || first === undefined) return done(new AddressPrivate("not a public address"), "", 0);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
}
