import type { Server } from "node:http";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";

/** A registry on this machine that takes our packages and passes every other name on. */
export interface LocalRegistry {
  readonly url: string;
  /** Environment in which npm and pnpm use it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts Verdaccio on a free loopback port, with its storage in `folder`. */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  mkdirSync(folder, { recursive: true });
  const upstream = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
  const ours = { access: "$all", publish: "$anonymous", unpublish: "$anonymous" };
  const server: Server = await runServer({
    storage: join(folder, "storage"),
    self_path: folder,
    configPath: join(folder, "config.yaml"),
    uplinks: { upstream: { url: upstream, maxage: "60m" } },
    packages: { "@ringtrail/*": ours, ringtrail: ours, "**": { access: "$all", proxy: "upstream" } },
    log: { type: "stdout", level: "fatal" },
    max_body_size: "100mb",
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const userConfig = join(folder, "npmrc");
  writeFileSync(userConfig, `registry=${url}\n//127.0.0.1:${port}/:_authToken=rehearsal\n`);
  return {
    url,
    env: { npm_config_userconfig: userConfig, NPM_CONFIG_USERCONFIG: userConfig, npm_config_registry: url },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
