import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { findPhp, startNativeWordPress, type NativeWordPress } from "@tooling/wordpress-harness";
import type { Measure } from "./measure.ts";
import { address, pageOf } from "./see-wordpress-page.ts";

const zip = fileURLToPath(new URL("../../../apps/wordpress/dist/ringtrail.zip", import.meta.url));
const rounds = 105;
const connected = JSON.stringify({ server: "https://calls.example.com", site_key: "demo", api_key: "rt_bench_key" });

/**
 * Writes what the page took of the processor, from the first line of PHP to the last hook, into a comment at its end. The
 * clock on the wall would tell of the other programs on this machine.
 */
const timer = `<?php
add_filter( 'pre_option_active_plugins', static function () {
	return 'on' === ( $_GET['bench'] ?? '' ) ? array( 'ringtrail/ringtrail.php' ) : array();
} );
add_action( 'shutdown', static function () {
	// PHP of the command line has no front door that starts the clock.
	if ( function_exists( 'ringtrail_bench_ms' ) ) printf( '<!-- php %F -->', ringtrail_bench_ms() - $GLOBALS['ringtrail_bench_began'] );
}, PHP_INT_MAX );
`;

const clock = `<?php
function ringtrail_bench_ms() {
	$used = getrusage();
	return 1000 * ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] ) + ( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) / 1000;
}
$GLOBALS['ringtrail_bench_began'] = ringtrail_bench_ms();
`;

/** What the plugin adds to a page of the same WordPress without it: PHP's time with opcache, bytes, requests, shift. */
export async function benchWordPress(): Promise<readonly Measure[]> {
  const php = await findPhp();
  if (typeof php === "string") {
    console.log(`SKIP the plugin's PHP time: ${php}`);
    return [];
  }
  const site = await startNativeWordPress(php);
  try {
    await prepare(site);
    const [without, added] = await timeOf(site);
    const [bare, full] = [await pageOf(site, false), await pageOf(site, true)];
    const bytes = brotliCompressSync(full.html).length - brotliCompressSync(bare.html).length;
    const script = brotliCompressSync(
      await readFile(path.join(site.folder, "wp-content/plugins/ringtrail/public/ringtrail.js")),
    );
    const total = (bytes + script.length) / 1000;
    return [
      {
        what: "processor time of PHP the plugin adds to a page view, opcache on, median",
        unit: "ms",
        good: "below",
        budget: 5,
        measured: added,
        reference: without,
        quietReference: 30,
      },
      {
        what: "page and script together, brotli",
        unit: "kB",
        good: "below",
        budget: 4.5,
        measured: total,
        reference: brotliCompressSync(bare.html).length / 1000,
        quietReference: brotliCompressSync(bare.html).length / 1000,
        isExact: true,
      },
      {
        what: "requests of the page",
        unit: "",
        good: "below",
        budget: bare.requests + 1,
        measured: full.requests,
        reference: bare.requests,
        quietReference: bare.requests,
        isExact: true,
      },
      {
        what: "layout shift",
        unit: "",
        good: "below",
        budget: bare.shift,
        measured: full.shift,
        reference: bare.shift,
        quietReference: bare.shift,
        isExact: true,
      },
    ];
  } finally {
    await site.stop();
  }
}

async function prepare(site: NativeWordPress): Promise<void> {
  await site.runPhp(`require_once ABSPATH . 'wp-admin/includes/file.php';
    WP_Filesystem();
    $done = unzip_file( '${zip}', WP_PLUGIN_DIR );
    if ( is_wp_error( $done ) ) throw new Exception( $done->get_error_message() );`);
  await mkdir(path.join(site.folder, "wp-content/mu-plugins"), { recursive: true });
  await writeFile(path.join(site.folder, "wp-content/mu-plugins/timer.php"), timer);
  const router = path.join(site.folder, "router.php");
  await writeFile(router, clock + (await readFile(router, "utf8")).replace("<?php", ""));
  await site.runPhp(`update_option( 'ringtrail', json_decode( '${connected}', true ) );
    wp_update_post( array( 'ID' => 1, 'post_content' => '<p>Call <a href="tel:+14155550100">(415) 555-0100</a></p>' ) );`);
}

/** The median without the plugin, and of what it adds; one by one in turns, so that a busy machine is busy for both. */
async function timeOf(site: NativeWordPress): Promise<readonly [number, number]> {
  const took = async (isOn: boolean): Promise<number> => {
    const html = await (await fetch(address(site, isOn))).text();
    return Number(/<!-- php ([\d.]+) -->/.exec(html)?.[1]);
  };
  const pairs: (readonly [number, number])[] = [];
  for (let nth = 0; nth < rounds; nth += 1) {
    const pair = [await took(false), await took(true)] as const;
    // The first ones compile.
    if (nth >= 5) pairs.push(pair);
  }
  return [median(pairs.map(([off]) => off)), median(pairs.map(([off, on]) => on - off))];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
