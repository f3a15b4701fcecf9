import { isIP } from "node:net";
import { err, ok, type Result } from "@ringtrail/core";
import { isPublicAddress } from "./public-address.ts";
import type { SendTrouble } from "./send.ts";

/**
 * Reads where a request goes. An address written as such is judged here, since nothing looks it up: the URL's own parser
 * has made `127.1`, `0x7f000001` and `2130706433` the address they mean.
 */
export function readTarget(url: string, mayReachPrivate: boolean): Result<URL, SendTrouble> {
  const target = URL.parse(url);
  if (target === null || !["http:", "https:"].includes(target.protocol)) return err({ code: "url_malformed" });
  if (target.username !== "" || target.password !== "") return err({ code: "url_malformed" });
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !mayReachPrivate && !isPublicAddress(host)) return err({ code: "address_private" });
  return ok(target);
}
