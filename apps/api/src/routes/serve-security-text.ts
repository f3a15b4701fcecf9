import { after, day } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";

/** Where a fault of the software itself is told. */
const ourContact = "https://ringtrail.dev/security";

/** A file that promises itself valid for longer is believed by nobody (RFC 9116 section 2.5.5). */
const validMs = 180 * day;

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness, of this server first and of the software second. */
export function serveSecurityText({ server, now }: Pick<Deps, "server" | "now">): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/.well-known/security.txt", (c) => {
    const { securityContact, publicUrl } = server;
    const lines = [
      ...(securityContact === undefined ? [] : [`Contact: ${securityContact}`]),
      `Contact: ${ourContact}`,
      `Expires: ${new Date(after(now(), validMs)).toISOString()}`,
      "Preferred-Languages: en",
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    return c.text(`${lines.join("\n")}\n`, 200, { "cache-control": "public, max-age=3600" });
  });
}
