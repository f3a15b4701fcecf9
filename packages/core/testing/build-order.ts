import type { ShopOrder } from "../src/attribution/index.ts";
import { at } from "./fixed-clock.ts";

/** An order over 100 dollars, placed by a customer at 11:00. */
export function anOrder(over: Partial<ShopOrder> = {}): ShopOrder {
  return {
    shop: "shop.example",
    ref: "1001",
    label: "#1001",
    placedAt: at("11:00"),
    updatedAt: at("11:00"),
    currency: "USD",
    micros: 100_000_000,
    isCancelled: false,
    placedBy: "customer",
    visit: undefined,
    ...over,
  };
}
