import { readFile } from "node:fs/promises";
import { Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";

/** What the merchant filled in for the two blocks, and what the app wrote into its metafields. */
export interface MerchantSettings {
  readonly app?: Readonly<Record<string, string | boolean>>;
  readonly embed: Readonly<Record<string, string>>;
  readonly phone: Readonly<Record<string, string>>;
}

/** A product of the demo's shop. One carries an SKU that looks like a phone number. */
export interface Product {
  readonly id: string;
  readonly title: string;
  /** In cents. */
  readonly price: number;
  readonly sku: string;
  readonly description: string;
}

export const products: readonly Product[] = [
  {
    id: "kettle",
    title: "Copper kettle",
    price: 8_900,
    sku: "4155550100-K",
    description: "Two litres, tinned inside, for gas and induction.",
  },
  {
    id: "tap",
    title: "Basin tap",
    price: 12_000,
    sku: "TAP-0042",
    description: "One hole, ceramic, with hoses of 40 cm.",
  },
  {
    id: "heater",
    title: "Tankless water heater",
    price: 74_000,
    sku: "HEAT-18",
    description: "18 kW, for one shower and one sink. Ask us by phone whether your wires carry it.",
  },
];

const folder = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** A page of the theme: its template, and the product a product's page is about. */
export interface ThemePage {
  readonly template: "index" | "product" | "cart" | "thanks";
  readonly product?: Product;
}

/**
 * Renders a page of our own theme with the app embed and the app block in place, as Shopify would: the embed's block and
 * script in the head, the app block in a section. `shopifyScript` is what Shopify itself puts before them.
 */
export async function renderTheme(
  settings: MerchantSettings,
  shopifyScript = "",
  { template, product }: ThemePage = { template: "index" },
): Promise<string> {
  const engine = new Liquid({ strictFilters: true });
  engine.registerTag("schema", SchemaTag);
  engine.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  engine.registerFilter("money", (cents: number) => `$${(cents / 100).toFixed(2)}`);
  const render = async (file: URL, scope: object): Promise<string> =>
    String(await engine.parseAndRender(await readFile(file, "utf8"), scope));

  const block = (name: "call-tracking" | "phone", given: object): Promise<string> =>
    render(folder(`extensions/ringtrail/blocks/${name}.liquid`), {
      app: { metafields: { ringtrail: metafieldsOf(settings.app) } },
      block: { settings: given, shopify_attributes: `data-shopify-editor-block="${name}"` },
    });
  const shop = { name: "Bright Pipe Supply", phone: "(415) 555-0100" };
  const withUrl = (one: Product) => ({ ...one, url: `/products/${one.id}` });
  const content = await render(folder(`theme/templates/${template}.liquid`), {
    shop,
    products: products.map(withUrl),
    product: product && withUrl(product),
    app_blocks: await block("phone", settings.phone),
  });
  return render(folder("theme/layout/theme.liquid"), {
    shop,
    template,
    page_title: product?.title ?? shop.name,
    content_for_header: `${shopifyScript}<link rel="stylesheet" href="/assets/phone.css">${await block("call-tracking", settings.embed)}<script src="/assets/ringtrail.js" defer></script>`,
    content_for_layout: content,
  });
}

function metafieldsOf(told: MerchantSettings["app"] = {}): object {
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, { value }]));
}

/** The settings' description: Shopify reads it, and it leaves nothing in the page. */
class SchemaTag extends Tag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    while (remaining.length > 0) {
      const next = remaining.shift();
      if (next !== undefined && "name" in next && next.name === "endschema") return;
    }
    throw new Error("The schema is not closed.");
  }
  override *render(): Generator<never, void> {}
}
