import { err, ok } from "@ringtrail/core";
import { z } from "zod";
import type { ShopConfig, ShopifyAdmin, ShopifyRefused } from "./shopify-app.ts";

/** https://shopify.dev/docs/api/usage/versioning: a version answers for a year. */
const apiVersion = "2026-07";
const patienceMs = 10_000;

const Exchanged = z.object({ access_token: z.string().min(1) });
const Installation = z.object({
  data: z.object({ currentAppInstallation: z.object({ id: z.string() }) }),
});
const UserErrors = z.array(z.object({ message: z.string() }).loose());
const Configured = z.object({
  data: z.object({
    metafieldsSet: z.object({ userErrors: UserErrors }),
    webPixelCreate: z.object({ userErrors: UserErrors }),
  }),
});

const findInstallation = "query { currentAppInstallation { id } }";
const writeConfig = `mutation ($metafields: [MetafieldsSetInput!]!, $pixel: WebPixelInput!) {
  metafieldsSet(metafields: $metafields) { userErrors { message } }
  webPixelCreate(webPixel: $pixel) { userErrors { message } }
}`;

/**
 * Asks Shopify over HTTP. `addressOf` is where a shop answers; tests name a fake one. Nothing Shopify says is repeated:
 * its errors may hold the token.
 */
export function askShopify(
  app: { readonly apiKey: string; readonly secret: string },
  addressOf: (domain: string) => string = (domain) => `https://${domain}`,
): ShopifyAdmin {
  return {
    exchange: async (domain, sessionToken) => {
      const body = {
        client_id: app.apiKey,
        client_secret: app.secret,
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: sessionToken,
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      };
      const answer = Exchanged.safeParse(await post(`${addressOf(domain)}/admin/oauth/access_token`, body));
      return answer.success ? ok(answer.data.access_token) : refused;
    },
    configure: async (domain, token, config) => {
      const address = `${addressOf(domain)}/admin/api/${apiVersion}/graphql.json`;
      const found = Installation.safeParse(await post(address, { query: findInstallation }, token));
      if (!found.success) return refused;
      const { site, server } = config;
      const variables = {
        metafields: metafieldsOf(found.data.data.currentAppInstallation.id, config),
        pixel: { settings: JSON.stringify({ site, server }) },
      };
      const done = Configured.safeParse(await post(address, { query: writeConfig, variables }, token));
      // The pixel may be there from an earlier installation; the metafields must be right.
      return done.success && done.data.data.metafieldsSet.userErrors.length === 0 ? ok(undefined) : refused;
    },
  };
}

const refused = err<ShopifyRefused>({ code: "shopify_refused" });

function metafieldsOf(ownerId: string, { site, server, isHealthcare }: ShopConfig): readonly object[] {
  const texts = Object.entries({ site, server }).map(([key, value]) => {
    return { ownerId, namespace: "ringtrail", key, type: "single_line_text_field", value };
  });
  return [...texts, { ownerId, namespace: "ringtrail", key: "clinic", type: "boolean", value: String(isHealthcare) }];
}

/** The answer's JSON; undefined for anything else. */
async function post(address: string, body: object, token?: string): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        ...(token === undefined ? {} : { "x-shopify-access-token": token }),
      },
      body: JSON.stringify(body),
    });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
