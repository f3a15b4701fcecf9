import type { Endpoint } from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { refuse } from "./serve-endpoint.ts";

/** Answers 405 with `Allow` at every address of the contract, for the methods it does not take. Mounted last. */
export function refuseMethods(endpoints: readonly Endpoint[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method);
    const allowed = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
    routes.all(path.replaceAll(/\{(\w+)\}/g, ":$1"), (c) => refuse(c, { code: "method_not_allowed", allowed }));
  }
  return routes;
}
