import ipaddr from "ipaddr.js";

/**
 * Whether an address, as a resolver answers it, is on the public internet.
 *
 * Only what no registry sets aside passes: loopback, private, link-local (cloud metadata at 169.254.169.254 and
 * fd00:ec2::254), carrier-grade NAT, unique local, multicast and documentation ranges do not, and neither do the ranges
 * that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo), by which a private one could be reached.
 * Source: IANA's special-purpose address registries (RFC 6890), as ipaddr.js names them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === "unicast";
}
