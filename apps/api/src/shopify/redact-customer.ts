import { instant, type AccountId, type CallId, type VisitId } from "@ringtrail/core";
import type { ConnectedShop, KeptOrder, OrderName } from "@ringtrail/core/ports";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { readPhone } from "../orders/order-told.ts";

const Id = z.union([z.number().int(), z.string()]).transform(String);
const Customer = z.object({
  customer: z.object({ id: Id.nullish(), phone: z.string().nullish() }).nullish(),
  orders_to_redact: z.array(Id).nullish(),
  orders_requested: z.array(Id).nullish(),
  data_request: z.object({ id: Id }).nullish(),
});

/** What we know of a customer of a shop. */
interface Known {
  readonly calls: readonly CallId[];
  readonly orders: readonly KeptOrder[];
}

/** `customers/data_request`: writes down that a customer asked, and how much there is. The owner answers them. */
export async function noteDataRequest(deps: Deps, shop: ConnectedShop, told: unknown): Promise<void> {
  const asked = Customer.safeParse(told);
  if (!asked.success) return;
  const { customer, orders_requested: orders, data_request: request } = asked.data;
  const known = await knownOf(deps, shop, customer?.phone, orders ?? []);
  const facts = { shop: shop.domain, calls: known.calls.length, orders: known.orders.length };
  await write(deps, shop, "customer.data_requested", request?.id ?? customer?.id ?? "", facts);
}

/** `customers/redact`: forgets who called, their recordings, and the visits their orders came from. */
export async function redactCustomer(deps: Deps, shop: ConnectedShop, told: unknown): Promise<void> {
  const asked = Customer.safeParse(told);
  if (!asked.success) return;
  const { customer, orders_to_redact: orders } = asked.data;
  const known = await knownOf(deps, shop, customer?.phone, orders ?? []);
  const facts = await forget(deps, shop.account, known);
  await write(deps, shop, "customer.redacted", customer?.id ?? "", { shop: shop.domain, ...facts });
}

/** `shop/redact`: forgets the shop, its orders, and everybody its orders led to. */
export async function redactShop(deps: Deps, shop: ConnectedShop): Promise<void> {
  const { account, site, domain } = shop;
  const all = { site, from: instant(0), before: instant(8.64e15) };
  const orders: KeptOrder[] = [];
  for await (const part of deps.orders.creditable(account, all)) {
    for (const { through, way: _way, ...order } of part) {
      if (order.shop === domain)
        orders.push({ ...order, match: through && { rule: through.rule, call: through.call.id } });
    }
  }
  const calls = orders.flatMap(({ match }) => match?.call ?? []);
  const facts = await forget(deps, account, { calls, orders });
  await deps.orders.forgetShop(account, site, domain);
  await deps.shops.disconnectShop(account, domain);
  await write(deps, shop, "shop.redacted", domain, facts);
}

async function knownOf(
  { care, orders }: Deps,
  { account, site, domain }: ConnectedShop,
  phone: string | null | undefined,
  refs: readonly string[],
): Promise<Known> {
  const number = readPhone(phone ?? undefined);
  const names: OrderName[] = refs.slice(0, 500).map((ref) => ({ shop: domain, ref }));
  const theirs = await orders.find(account, site, names);
  const rang = number === undefined ? [] : await care.callsFrom(account, number, instant(0));
  const ofOrders = theirs.flatMap(({ match }) => match?.call ?? []);
  return { calls: [...new Set([...rang.map(({ call }) => call), ...ofOrders])], orders: theirs };
}

/** Forgets callers, recordings and visitors. Calls and orders stay as figures that lead to nobody. */
async function forget({ care, vault, visits }: Deps, account: AccountId, { calls, orders }: Known) {
  const recordings = await care.forgetCalls(account, [...new Set(calls)]);
  for (const recording of recordings) await vault.remove(account, recording);
  const visitors = new Set<string>();
  for (const visit of new Set(orders.flatMap(({ visit: one }) => one ?? []))) {
    const story = await visits.story(account, visit satisfies VisitId);
    if (story === undefined) continue;
    visitors.add(story.visitor);
    await visits.forgetVisitor(account, story.visitor);
  }
  return { calls: calls.length, recordings: recordings.length, visitors: visitors.size };
}

async function write(
  { accounts, now }: Deps,
  { account }: ConnectedShop,
  action: string,
  object: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await accounts.audit(account, { actor: "shopify", action, object: object.slice(0, 100), at: now(), facts });
}
