import { lentNumber, ownNumber, playApi } from "@ringtrail/snippet/testing";
import { expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const php = (code: string): Promise<string> => site.wordpress.runPhp(code);

/** A shop as far as its checkout's page goes: WooCommerce says which page that is, and keeps the block's data in a store. */
const shop = `<?php
function is_checkout() { return is_page( 'checkout' ); }
function woocommerce_store_api_register_endpoint_data( $told ) { $GLOBALS['told_of_checkout'] = $told; }
add_action( 'init', function () { do_action( 'woocommerce_blocks_loaded' ); } );
`;
const store = `window.told = [];
window.wp = { data: { dispatch: (store) => ({ setExtensionData: (...data) => window.told.push([store, ...data]) }) } };`;

/** What an order carries (against a stub of WooCommerce's page and of its data store). */
export function checkoutPromises(): void {
  test("both of WooCommerce's checkouts carry the visit of a visitor who agreed, by one script on that page alone", async () => {
    const api = await playApi();
    await site.connect({ server: api.url });
    await php(`file_put_contents( WPMU_PLUGIN_DIR . '/1-shop.php', base64_decode( '${btoa(shop)}' ) );`);
    const address = await php(`
      remove_all_filters( 'content_save_pre' );
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_name' => 'checkout', 'post_title' => 'Checkout',
        'post_content' => '<!-- wp:html --><p><a id="phone" href="tel:${ownNumber}">Call</a></p><form class="woocommerce-checkout"><input id="name" name="billing_first_name"></form><!-- /wp:html -->' ) ) );
    `);
    const page = await site.openPage();
    await page.addInitScript(store);
    await page.goto(address);
    await page.mouse.move(5, 5);
    await page.mouse.move(50, 50);
    await expect.poll(() => page.getAttribute("#phone", "href"), { timeout: 60_000 }).toBe(`tel:${lentNumber}`);
    await page.locator("#name").click();

    const visit = await page.locator('form.woocommerce-checkout input[name="ringtrail_visit"]').inputValue();
    expect(visit).toMatch(/^[0-9a-f-]{36}$/);
    const told = (await page.evaluate("window.told")) as readonly unknown[];
    expect(told.at(-1)).toEqual(["wc/store/checkout", "ringtrail", { visit }, true]);

    const elsewhere = await pageText(`${site.wordpress.url}/?pagename=contact`);
    expect([elsewhere.includes("ringtrail.js"), elsewhere.includes("build/checkout.js")]).toEqual([true, false]);
    const schema = await php(
      "$told = $GLOBALS['told_of_checkout']; echo json_encode( array( $told['endpoint'], $told['namespace'], array_keys( $told['schema_callback']() ) ) );",
    );
    expect(JSON.parse(schema)).toEqual(["checkout", "ringtrail", ["visit"]]);
    await php("unlink( WPMU_PLUGIN_DIR . '/1-shop.php' );");
    await api.close();
    await site.connect();
  });
}
