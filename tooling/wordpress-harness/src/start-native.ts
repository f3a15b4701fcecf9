import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, startProcess, type RunningProcess } from "@tooling/harness";
import type { NativePhp } from "./find-php.ts";
import { copyWordPress, wordPressFiles } from "./wordpress-files.ts";

/** A WordPress on PHP of this machine. */
export interface NativeWordPress {
  readonly url: string;
  /** Its folder; what is put there is there at the next request. */
  readonly folder: string;
  /** Runs PHP with WordPress loaded and answers what it printed. @throws when PHP fails. */
  readonly runPhp: (code: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Every request through WordPress's own front door, files as they are. */
const router = `<?php
$file = __DIR__ . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $file ) && '.php' !== substr( $file, -4 ) ) { return false; }
require is_file( $file ) ? $file : __DIR__ . '/index.php';
`;

const config = (url: string): string => `<?php
define( 'DB_NAME', 'site' ); define( 'DB_USER', '' ); define( 'DB_PASSWORD', '' ); define( 'DB_HOST', '' );
define( 'DB_ENGINE', 'sqlite' ); define( 'DB_DIR', __DIR__ . '/wp-content/database/' ); define( 'DB_FILE', '.ht.sqlite' );
define( 'WP_HOME', '${url}' ); define( 'WP_SITEURL', '${url}' );
define( 'DISABLE_WP_CRON', true ); define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'WP_ENVIRONMENT_TYPE', 'local' );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) { define( $name, $name ); }
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`;

/** Starts it, with opcache on as a host has it. */
export async function startNativeWordPress(php: NativePhp): Promise<NativeWordPress> {
  const root = await mkdtemp(path.join(tmpdir(), "ringtrail-native-"));
  const folder = path.join(root, "wordpress");
  await copyWordPress(folder);
  const sqlite = path.join(folder, "wp-content/plugins/sqlite-database-integration");
  await cp(path.join(wordPressFiles(), "sqlite-database-integration"), sqlite, { recursive: true });
  const dropIn = await readFile(path.join(sqlite, "db.copy"), "utf8");
  await writeFile(
    path.join(folder, "wp-content/db.php"),
    dropIn
      .replaceAll("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", sqlite)
      .replaceAll("{SQLITE_PLUGIN}", "sqlite-database-integration/load.php"),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeFile(path.join(folder, "wp-config.php"), config(url));
  await writeFile(path.join(folder, "router.php"), router);
  const env = { ...php.env };
  const runPhp = async (code: string, before = ""): Promise<string> => {
    const file = path.join(root, "run.php");
    const begin = `<?php $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $_SERVER['REQUEST_URI'] = '/';`;
    await writeFile(file, `${begin} ${before} require '${folder}/wp-load.php'; ${code}`);
    const running = await startProcess(php.executable, [...php.flags, file], { env });
    const { code: exit } = await running.ended;
    if (exit !== 0) throw new Error(`PHP ended with ${exit}: ${running.output()}`);
    return running.output();
  };
  const opcache = ["-d", "opcache.enable=1", "-d", "opcache.enable_cli=1", "-d", "opcache.validate_timestamps=1"];
  const server: RunningProcess = await startProcess(
    php.executable,
    [...php.flags, ...opcache, "-S", `127.0.0.1:${port}`, "-t", folder, path.join(folder, "router.php")],
    { env },
  );
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  };
  try {
    await runPhp(
      `require_once ABSPATH . 'wp-admin/includes/upgrade.php';
      wp_install( 'Bench', 'admin', 'admin@example.com', true, '', 'password' );`,
      "define( 'WP_INSTALLING', true );",
    );
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { url, folder, runPhp: (code) => runPhp(code), stop };
}
