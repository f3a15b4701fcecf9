import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { answerPreflight } from "../http/allow-cors.ts";
import { cacheSites } from "../site-cache.ts";
import { checkHealth } from "./check-health.ts";
import { getFallback } from "./get-fallback.ts";
import { getSiteConfig } from "./get-site-config.ts";
import { getSnippet } from "./get-snippet.ts";
import { receiveBeacon } from "./receive-beacon.ts";
import { receiveForm } from "./receive-form.ts";
import { receivePageCount } from "./receive-page-count.ts";
import { receiveReport } from "./receive-report.ts";
import { ringDemo } from "./ring-demo.ts";
import { serveSecurityText } from "./serve-security-text.ts";
import { serveExample } from "./serve-example.ts";
import { servePages } from "./serve-pages.ts";
import { swapNumbers } from "./swap-numbers.ts";

/** The doors anybody may knock at: what pages ask, the snippet, the demo, health. */
export function publicRoutes(deps: Deps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route("/", checkHealth(deps))
    .route("/", snippetDoors(deps))
    .route("/", getFallback(deps))
    .route("/", ringDemo(deps))
    .route("/", serveSecurityText(deps))
    .route("/", servePages(deps.server.served))
    .route("/", serveExample(deps));
}

/** What the script on a page asks, and the script itself. */
export function snippetDoors(deps: Deps): Hono<AppEnv> {
  const { publicUrl, version, served } = deps.server;
  const door = { findSite: cacheSites(deps.directory, deps.now), publicUrl };
  return new Hono<AppEnv>()
    .on(
      "OPTIONS",
      ["/v1/swap", "/v1/beacon", "/v1/report", "/v1/sites/:key/config", "/v1/sites/:key/forms"],
      answerPreflight,
    )
    .route("/", getSiteConfig(door, version))
    .route("/", swapNumbers(deps, door))
    .route("/", receiveBeacon(deps, door))
    .route("/", receiveReport(deps, door))
    .route("/", receiveForm(deps, door))
    .route("/", receivePageCount(deps, door))
    .route("/", getSnippet(served.snippet, version, door));
}
