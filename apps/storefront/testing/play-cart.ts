import type { Page } from "playwright-core";

/** A shop's cart as its Ajax API has it: of the attributes only those that are named change. */
export interface Cart {
  readonly attributes: Readonly<Record<string, string>>;
  /** Every body that was written. */
  readonly written: readonly object[];
  /** How often the cart was read. */
  readonly asked: number;
}

/** Answers a page's requests for its cart; without one as a shop that has none. */
export async function aCart(page: Page, attributes: Readonly<Record<string, string>>, isThere = true): Promise<Cart> {
  const cart = { attributes: { ...attributes } as Record<string, string>, written: [] as object[], asked: 0 };
  await page.route("**/cart.js", async (route) => {
    cart.asked += 1;
    await route.fulfill(isThere ? { json: { attributes: cart.attributes } } : { status: 404, body: "no" });
  });
  await page.route("**/cart/update.js", async (route) => {
    const body = route.request().postDataJSON() as { readonly attributes: Record<string, string> };
    cart.written.push(body);
    cart.attributes = { ...cart.attributes, ...body.attributes };
    await route.fulfill({ json: { attributes: cart.attributes } });
  });
  return cart;
}
