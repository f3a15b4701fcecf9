import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "../../app-env.ts";
import { sendFile } from "../../http/send-file.ts";
import { sendProblem } from "../../http/problem.ts";
import { publicProblem } from "../../http/public-problem.ts";
import { sealFile } from "../../http/seal-file.ts";
import { serveFolder } from "../../http/serve-folder.ts";

/** Where App Bridge and Polaris come from: Shopify wants them from its own network, always the newest. */
const shopifyNetwork = "https://cdn.shopify.com";

/**
 * The merchant's page at `/shopify/app`. It is shown in a frame of Shopify's admin, hence by Shopify alone; every request
 * it makes carries a session token of App Bridge.
 */
export function serveMerchantPage(folder: string | undefined, apiKey: string): Hono<AppEnv> {
  const read = folder === undefined ? undefined : serveFolder(folder);
  const page = new Hono<AppEnv>().use(
    "/shopify/app/*",
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", shopifyNetwork],
        styleSrc: ["'self'", "'unsafe-inline'", shopifyNetwork],
        imgSrc: ["'self'", "data:", shopifyNetwork],
        fontSrc: [shopifyNetwork],
        connectSrc: ["'self'", "https://*.shopify.com", "https://*.myshopify.com"],
        frameAncestors: ["https://admin.shopify.com", "https://*.myshopify.com"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        objectSrc: ["'none'"],
      },
      xFrameOptions: false,
      referrerPolicy: "strict-origin-when-cross-origin",
      strictTransportSecurity: false,
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: false,
    }),
  );
  page.get("/shopify/app/:file?", async (c) => {
    const asked = c.req.param("file") ?? "index.html";
    const file = await read?.(asked);
    if (file === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    if (asked !== "index.html") return sendFile(c, file);
    // App Bridge reads the app's public key from the page.
    const text = new TextDecoder().decode(file.bytes).replaceAll("{{ api_key }}", encodeURIComponent(apiKey));
    return sendFile(c, sealFile(text, file.type), "no-store");
  });
  return page;
}
