import { readFile } from "node:fs/promises";
import { Liquid, Tag, type TagToken, type TopLevelToken } from "liquidjs";

/** What the merchant filled in for the two blocks. */
export interface MerchantSettings {
  readonly embed: Readonly<Record<string, string>>;
  readonly phone: Readonly<Record<string, string>>;
}

const folder = (path: string): URL => new URL(`../${path}`, import.meta.url);

/**
 * Renders our own small theme with the app embed and the app block in place, as Shopify would: the embed's block and
 * script in the head, the app block in a section.
 */
export async function renderTheme(settings: MerchantSettings, themeScript = ""): Promise<string> {
  const engine = new Liquid({ strictFilters: true });
  engine.registerTag("schema", SchemaTag);
  engine.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  engine.registerFilter("money", (cents: number) => `$${(cents / 100).toFixed(2)}`);
  const render = async (file: URL, scope: object): Promise<string> =>
    String(await engine.parseAndRender(await readFile(file, "utf8"), scope));

  const block = (name: "call-tracking" | "phone", given: object): Promise<string> =>
    render(folder(`extensions/ringtrail/blocks/${name}.liquid`), {
      app: { metafields: {} },
      block: { settings: given, shopify_attributes: `data-shopify-editor-block="${name}"` },
    });
  const shop = { name: "Copper Kettle", phone: "(415) 555-0100" };
  const content = await render(folder("testing/theme/templates/index.liquid"), {
    shop,
    products: [{ title: "Kettle", price: 8900, sku: "4155550100-K" }],
    app_blocks: await block("phone", settings.phone),
  });
  return render(folder("testing/theme/layout/theme.liquid"), {
    shop,
    content_for_header: `${themeScript}${await block("call-tracking", settings.embed)}<script src="/assets/ringtrail.js" defer></script>`,
    content_for_layout: content,
  });
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
