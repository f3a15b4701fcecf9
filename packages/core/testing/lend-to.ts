import type { Lent, VisitToServe } from "../src/number-pool/index.ts";
import type { Instant } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { planFor, type Shop } from "./seed-shop.ts";
import type { World } from "./world.ts";

/** Lets the visit of this name land at `now` and lends it a number; the visitor is another one for every name. */
export async function lendTo(
  world: World,
  shop: Shop,
  name: string,
  { now, ...visit }: { readonly now: Instant; readonly visitor?: string } & Partial<VisitToServe>,
): Promise<Lent> {
  const { visitor = `visitor ${name}`, ...serve } = visit;
  const id = serve.id ?? anId(name);
  const touch = aTouch();
  const landed = aVisit({
    id,
    visitor: anId(visitor),
    site: shop.site,
    touch,
    page: { path: "/", title: "Home", at: now },
  });
  const [lent] = await world.pools.lend(shop.account, landed, [planFor(shop, now, { ...serve, id })]);
  if (lent === undefined) throw new Error("A plan was left without an answer.");
  return lent;
}
