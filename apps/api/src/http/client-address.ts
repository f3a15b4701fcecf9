import { BlockList, isIP, isIPv6 } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";

/**
 * Works out which host the client asked for, and the client's address: the connection's, or, when that is a trusted proxy, the last address in
 * `X-Forwarded-For` that is not one. A header from anybody else is ignored: anybody can write it.
 */
export function clientAddress(trustedProxies: readonly string[]): MiddlewareHandler<AppEnv> {
  const isTrusted = proxyTest(trustedProxies);
  return async (c, next) => {
    const connected = connectedAddress(c);
    c.set("clientAddress", trueAddress(connected, c.req.header("x-forwarded-for"), isTrusted));
    c.set("isProxied", connected !== undefined && isTrusted(connected));
    const forwarded = c.get("isProxied") ? c.req.header("x-forwarded-host") : undefined;
    c.set("host", forwarded?.split(",")[0]?.trim() ?? c.req.header("host") ?? new URL(c.req.url).host);
    await next();
  };
}

/** Who is connected to us: the client, or the proxy nearest to us. Undefined in tests without a connection. */
export function connectedAddress(c: Context<AppEnv>): string | undefined {
  return plain(c.env?.incoming?.socket?.remoteAddress);
}

/** The address behind the proxies we trust. */
export function trueAddress(
  connected: string | undefined,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string | undefined {
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  let address = connected;
  while (address !== undefined && isTrusted(address)) {
    const before = hops.pop();
    if (before === undefined) return address;
    address = before;
  }
  return address;
}

/** Makes the test whether an address belongs to the listed addresses or networks (CIDR). */
export function proxyTest(trustedProxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", prefix] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** The network a limit counts for: the /24 of an IPv4 address, the /56 of an IPv6 one. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return "none";
  if (!isIPv6(address)) return address.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = address.includes("::") ? [...left, ...zeros, ...right] : left;
  const full = groups.slice(0, 4).map((group) => group.padStart(4, "0"));
  return full.join(":").slice(0, 17);
}

/** An address as it stands in lists: without IPv6 zone, IPv4 not wrapped in IPv6; undefined when it is none. */
function plain(address: string | undefined): string | undefined {
  const bare = address?.split("%")[0]?.replace(/^::ffff:(?=\d+\.)/, "");
  return bare !== undefined && isIP(bare) > 0 ? bare.toLowerCase() : undefined;
}
