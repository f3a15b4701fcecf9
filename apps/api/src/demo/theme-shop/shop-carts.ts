import { z } from "zod";

const Products = z.array(z.object({ id: z.string(), title: z.string(), price: z.number().int() }));

/** A cart as a shop's Ajax API tells it. Prices are in cents. */
export interface ShownCart {
  readonly items: readonly { readonly title: string; readonly quantity: number; readonly price: number }[];
  readonly item_count: number;
  readonly total_price: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A checkout as a shop's pixel is told of it. */
export interface FinishedCheckout {
  readonly order: { readonly id: string };
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

interface Cart {
  readonly lines: Map<string, number>;
  attributes: Record<string, string>;
  finished?: FinishedCheckout;
}

/** Carts of the demo's visitors, by their cookie. What Shopify keeps for its shops, this keeps while it runs. */
export class ShopCarts {
  readonly #products;
  readonly #carts = new Map<string, Cart>();

  /** @param products what `products.json` of the built theme says. */
  constructor(products: unknown) {
    this.#products = Products.parse(products);
  }

  show(key: string): ShownCart {
    const { lines, attributes } = this.#cartOf(key);
    const items = this.#products.flatMap(({ id, title, price }) => {
      const quantity = lines.get(id) ?? 0;
      return quantity === 0 ? [] : [{ title, quantity, price: quantity * price }];
    });
    return {
      items,
      item_count: items.reduce((sum, { quantity }) => sum + quantity, 0),
      total_price: items.reduce((sum, { price }) => sum + price, 0),
      attributes,
    };
  }

  add(key: string, id: string): void {
    const { lines } = this.#cartOf(key);
    if (this.#products.some((product) => product.id === id)) lines.set(id, Math.min(99, (lines.get(id) ?? 0) + 1));
  }

  /** Of the attributes only those that are named change. */
  describe(key: string, attributes: Readonly<Record<string, string>>): void {
    const cart = this.#cartOf(key);
    cart.attributes = { ...cart.attributes, ...attributes };
  }

  /** The cart was ordered: the next one of this visitor is a new one. */
  finish(key: string, order: number): void {
    const told = Object.entries(this.#cartOf(key).attributes).map(([name, value]) => ({ key: name, value }));
    const finished = { order: { id: `gid://shopify/Order/${order}` }, attributes: told };
    this.#carts.set(key, { lines: new Map(), attributes: {}, finished });
  }

  /** The checkout this visitor has just finished. Answered once, since a pixel hears of it once. */
  takeFinished(key: string): FinishedCheckout | undefined {
    const cart = this.#cartOf(key);
    const { finished } = cart;
    delete cart.finished;
    return finished;
  }

  #cartOf(key: string): Cart {
    const known = this.#carts.get(key) ?? { lines: new Map(), attributes: {} };
    this.#carts.set(key, known);
    // A demo that runs for months forgets its first visitors.
    if (this.#carts.size > 1_000) this.#carts.delete(this.#carts.keys().next().value ?? key);
    return known;
  }
}
