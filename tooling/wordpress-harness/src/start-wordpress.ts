import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installPlugin, type PluginSource } from "./install-plugin.ts";
import { makeNetwork } from "./make-network.ts";
import { meetWorkers } from "./meet-workers.ts";
import { oldestWordPress } from "./oldest-wordpress.ts";
import { runPlayground } from "./playground.ts";
import { signIn, type WordPressSession } from "./sign-in.ts";
import { copyWordPress, wordPressFiles } from "./wordpress-files.ts";

/** PHP that can run a site: the plugin's oldest, the one tested on every run, the newest. */
export type PhpVersion = "7.4" | "8.3" | "8.5";

/** What a site is started with. */
export interface WordPressOptions {
  /** Installed and activated by WordPress's own installer (zip) or mounted (folder). */
  readonly plugin?: PluginSource;
  /** PHP that runs the site. Default 8.3. */
  readonly php?: PhpVersion;
  /** Which WordPress. Default: the newest; `oldest` is 6.6, the plugin's floor, fetched at its first use. */
  readonly wordpress?: "newest" | "oldest";
  /** Makes the site the first of a network, before the plugin is installed for all of it. */
  readonly network?: boolean;
  /** Constants for wp-config, for example `RINGTRAIL_API_KEY`. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** A running WordPress with its own folder, database and port. */
export interface WordPress {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  /** Runs PHP with WordPress loaded and answers what it printed. @throws when PHP fails. */
  readonly runPhp: (code: string) => Promise<string>;
  /** Runs WP-CLI. @throws when it exits with an error. */
  readonly wpCli: (...words: readonly string[]) => Promise<string>;
  /** Signs in by the login form, over plain HTTP. The administrator is `admin`, password `password`. */
  readonly signIn: (user?: string, password?: string) => Promise<WordPressSession>;
  /** Answers when every request that came before has been answered, also one whose browser is gone. */
  readonly untilIdle: () => Promise<void>;
  /** Stops the site and removes its folder. */
  readonly stop: () => Promise<void>;
}

const wpCliPhar = "/tmp/wp-cli.phar";

/** How many requests PHP answers at once. */
const workers = 2;

/** Starts a real WordPress on a free port of this machine. It reaches nothing but this machine. */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  const folder = await mkdtemp(path.join(tmpdir(), "ringtrail-wordpress-"));
  const core = path.join(folder, "wordpress");
  await copyWordPress(core, options.wordpress === "oldest" ? await oldestWordPress() : undefined);
  const php = options.php ?? "8.3";
  const mounted = options.plugin !== undefined && "folder" in options.plugin ? [options.plugin] : [];
  const cli = await runPlayground({
    command: "server",
    port: 0,
    quiet: true,
    verbosity: "quiet",
    workers,
    wordpressInstallMode: "install-from-existing-files",
    "mount-before-install": [{ hostPath: core, vfsPath: "/wordpress" }],
    mount: [
      { hostPath: path.join(wordPressFiles(), "wp-cli/wp-cli.phar"), vfsPath: wpCliPhar },
      ...mounted.map((plugin) => ({
        hostPath: plugin.folder,
        vfsPath: `/wordpress/wp-content/plugins/${plugin.slug}`,
      })),
    ],
    // `local` lets application passwords work over plain http.
    define: { WP_ENVIRONMENT_TYPE: "local", ...options.constants },
    "define-bool": { DISABLE_WP_CRON: true, WP_DEBUG: true, WP_DEBUG_LOG: true, WP_DEBUG_DISPLAY: false },
    // The PHP version counts only when it stands in the blueprint.
    blueprint: { preferredVersions: { php, wp: "latest" }, steps: [] },
  });
  const runPhp = async (code: string): Promise<string> => {
    // In a function, so that a test's variables are not WordPress's globals.
    const wrapped = `<?php $_SERVER['HTTP_HOST'] = '${new URL(cli.serverUrl).host}'; require '/wordpress/wp-load.php'; ( static function () { ${code} } )();`;
    const answer = await cli.playground.run({ code: wrapped });
    if (answer.exitCode !== 0) throw new Error(`PHP failed: ${answer.errors}\n${answer.text}`);
    return answer.text;
  };
  const url = cli.serverUrl.replace(/\/$/, "");
  const site: WordPress = {
    url,
    runPhp,
    wpCli: async (...words) => {
      const run = await cli.playground.cli(["php", wpCliPhar, "--path=/wordpress", "--allow-root", ...words]);
      const [text, errors, exitCode] = await Promise.all([run.stdoutText, run.stderrText, run.exitCode]);
      if (exitCode !== 0) throw new Error(`wp ${words.join(" ")} failed: ${errors}\n${text}`);
      return text;
    },
    untilIdle: () => meetWorkers(workers, { core, url }),
    signIn: (user = "admin", password = "password") => signIn(url, user, password),
    stop: async () => {
      await cli[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    // The runtime answers the very first request with a redirect of its own; no test should be the one to get it.
    await fetch(url, { redirect: "manual" });
    const isNetwork = options.network ?? false;
    if (isNetwork) await makeNetwork(core, url, runPhp);
    if (options.plugin !== undefined) await installPlugin(options.plugin, { core, isNetwork, runPhp });
  } catch (problem) {
    await site.stop();
    throw problem;
  }
  return site;
}
