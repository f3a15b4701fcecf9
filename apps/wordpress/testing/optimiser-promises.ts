import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { playApi, lentNumber, ownNumber } from "@ringtrail/snippet/testing";
import { expect, test } from "vitest";
import { optimisers } from "./optimise-page.ts";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const script = new URL("../node_modules/@ringtrail/snippet/dist/ringtrail.js", import.meta.url);

/** Serves files on a free port. */
async function serve(files: Readonly<Record<string, string>>): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const file = files[pathname];
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(file === undefined ? 404 : 200, { "content-type": type }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What plugins of caches do to our tag: one real page of WordPress, rewritten in each way, with the real script. */
export function optimiserPromises(): void {
  test("a page still swaps, once, whatever is done to the script", async () => {
    const api = await playApi();
    await site.connect({ server: api.url });
    const address = await site.wordpress.runPhp(`
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Rewritten',
        'post_content' => '<p><a id="phone" href="tel:${ownNumber}">(415) 555-0100</a></p>' ) ) );
    `);
    const html = await pageText(address);
    expect(html).toContain('id="ringtrail-config"');
    const code = await readFile(script, "utf8");
    for (const [what, optimise] of optimisers) {
      const made = optimise(html, code);
      const rewritten = await serve({
        "/": made.html,
        "/wp-content/plugins/ringtrail/public/ringtrail.js": code,
        ...made.files,
      });
      const before = api.swaps.length;
      const page = await site.openPage();
      await page.route(`${site.wordpress.url}/**`, (route) =>
        route.request().url().includes("ringtrail.js")
          ? route.fulfill({ body: code, contentType: "text/javascript" })
          : route.abort(),
      );
      await page.goto(rewritten.url, { waitUntil: "domcontentloaded" });
      await page.mouse.move(5, 5);
      await page.mouse.move(50, 50);
      await expect
        .poll(() => page.getAttribute("#phone", "href"), { message: what, timeout: 60_000 })
        .toBe(`tel:${lentNumber}`);
      expect(api.swaps.length - before, what).toBe(1);
      await page.context().close();
      rewritten.close();
    }
    expect(api.refused).toEqual([]);
    await api.close();
    await site.connect();
  });

  test("every optimiser's own list names the script, and W3TC is left without our tag", async () => {
    const lists = JSON.parse(
      await site.wordpress.runPhp(`
        foreach ( array_merge( Ringtrail\\Optimisers::FILE_FILTERS, Ringtrail\\Optimisers::HANDLE_FILTERS ) as $filter ) {
          $lists[ $filter ] = apply_filters( $filter, array( 'theirs' ) );
        }
        $lists['autoptimize_filter_js_exclude'] = apply_filters( 'autoptimize_filter_js_exclude', 'theirs' );
        $lists['w3tc_minify_js_script_tags'] = apply_filters( 'w3tc_minify_js_script_tags', array( '<script src="a.js"></script>', '<script src="/x/ringtrail/public/ringtrail.js?ver=1"></script>', '<script src="/x/ringtrail/public/ringtrail-pages.js"></script>' ) );
        echo json_encode( $lists, JSON_UNESCAPED_SLASHES );
      `),
    );
    const { autoptimize_filter_js_exclude: names, w3tc_minify_js_script_tags: tags, ...others } = lists;
    const files = ["ringtrail/public/ringtrail.js", "ringtrail/public/ringtrail-pages.js"];
    expect(names).toBe(["theirs", ...files].join(", "));
    expect(tags).toEqual(['<script src="a.js"></script>']);
    for (const [filter, list] of Object.entries(others)) {
      expect([files, ["ringtrail-snippet", "ringtrail-pages"]].map((ours) => ["theirs", ...ours])).toContainEqual(list);
      expect(list, filter).toHaveLength(3);
    }
  });

  test("a strict policy's nonce is on both of our tags", async () => {
    const head = await site.wordpress.runPhp(`
      $nonce = static function ( $attributes ) { return $attributes + array( 'nonce' => 'abc123' ); };
      add_filter( 'wp_script_attributes', $nonce );
      add_filter( 'wp_inline_script_attributes', $nonce );
      wp_set_current_user( 0 );
      $snippet = new Ringtrail\\Snippet( new Ringtrail\\Settings() );
      $snippet->print_config();
      $snippet->enqueue();
      wp_scripts()->do_items( array( 'ringtrail-snippet' ) );
    `);
    const tags = head.match(/<script[^>]*>/g) ?? [];
    expect(tags).toHaveLength(2);
    for (const tag of tags) expect(tag).toContain('nonce="abc123"');
  });
}
