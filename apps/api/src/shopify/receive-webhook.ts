import { createHash } from "node:crypto";
import { after, day, err, minute, ok, type Result } from "@ringtrail/core";
import type { ConnectedShop } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { keepOrders } from "../orders/keep-orders.ts";
import { seal } from "../survival/seal.ts";
import { readOrder, readRefund } from "./read-order.ts";
import { noteDataRequest, redactCustomer, redactShop } from "./redact-customer.ts";

/** A webhook whose signature was checked. */
export interface ShopifyWebhook {
  readonly topic: string;
  readonly domain: string;
  /** The same however often Shopify sends it. */
  readonly id: string;
  readonly body: string;
}

/** What a webhook did: something, nothing because it came before, or nothing because nobody here listens to it. */
export type WebhookOutcome = "done" | "known" | "passed over";

/** Nobody has connected this shop. */
export interface ShopUnknown {
  readonly code: "shop_unknown";
}

/** Does what a topic asks for. Answers false when the body is none of this topic's. */
type Handle = (deps: Deps, shop: ConnectedShop, told: unknown) => Promise<boolean>;

const handles: ReadonlyMap<string, Handle> = new Map<string, Handle>([
  ["orders/create", keepOrder],
  ["orders/updated", keepOrder],
  ["orders/paid", keepOrder],
  ["orders/cancelled", keepOrder],
  ["refunds/create", keepRefund],
  ["app/uninstalled", async ({ shops }, { account, domain }) => (await shops.uninstalled(account, domain), true)],
  ["customers/data_request", async (deps, shop, told) => (await noteDataRequest(deps, shop, told), true)],
  ["customers/redact", async (deps, shop, told) => (await redactCustomer(deps, shop, told), true)],
  ["shop/redact", async (deps, shop) => (await redactShop(deps, shop), true)],
]);

/** Of a shop nobody knows there is nothing to tell and nothing to forget. */
const complianceTopics: ReadonlySet<string> = new Set(["customers/data_request", "customers/redact", "shop/redact"]);

/** Does what a webhook asks for, once however often it comes. What fails is given back, so that Shopify's next try counts. */
export async function receiveWebhook(
  deps: Deps,
  { topic, domain, id, body }: ShopifyWebhook,
): Promise<Result<WebhookOutcome, ShopUnknown>> {
  const shop = await deps.shops.shopByDomain(domain);
  if (shop === undefined) return complianceTopics.has(topic) ? ok("passed over") : err({ code: "shop_unknown" });
  const handle = handles.get(topic);
  if (handle === undefined) return ok("passed over");
  const at = deps.now();
  const key = `shopify ${createHash("sha256").update(id).digest("base64url")}`;
  const requestSha256 = createHash("sha256").update(`${topic}\n${domain}\n${body}`).digest("hex");
  const limits = { at, forgottenSince: after(at, -2 * day), deadSince: after(at, -minute) };
  const claim = await deps.idempotency.claim(shop.account, { key, requestSha256, ...limits });
  if (claim.kind !== "first") return ok("known");
  try {
    const isRead = await handle(deps, shop, readJson(body));
    if (!isRead) deps.log.warn({ topic, shop: domain }, "webhook not understood");
    await deps.idempotency.finish(shop.account, key, { status: 200, sealed: seal(deps.secrets.session, "") });
    return ok(isRead ? "done" : "passed over");
  } catch (error) {
    await deps.idempotency.release(shop.account, key);
    throw error;
  }
}

async function keepOrder(deps: Deps, { account, site, domain }: ConnectedShop, told: unknown): Promise<boolean> {
  const order = readOrder(domain, told);
  if (order !== undefined) await keepOrders(deps, account, site, [order]);
  return order !== undefined;
}

async function keepRefund(deps: Deps, { account, site, domain }: ConnectedShop, told: unknown): Promise<boolean> {
  const refunds = readRefund(domain, told);
  if (refunds !== undefined) await deps.orders.keepRefunds(account, site, refunds);
  return refunds !== undefined;
}

/** Undefined for what is no JSON. Ids longer than a number is exact for, as Shopify's own samples have, stay as they are written. */
function readJson(text: string): unknown {
  const exact = (_key: string, value: unknown, as?: { readonly source?: string }): unknown =>
    typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value) ? as?.source : value;
  try {
    return JSON.parse(text, exact);
  } catch {
    return undefined;
  }
}
