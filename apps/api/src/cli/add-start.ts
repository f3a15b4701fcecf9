import type { Command } from "commander";
import { releaseMemory } from "../release-memory.ts";
import { outliveCutConnections } from "../survival/outlive-cut-connections.ts";
import { stopOnSignals } from "../stop-on-signals.ts";
import { makeDemoShopKeys } from "../demo/theme-shop/demo-shop.ts";
import { makeOutput } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";

interface StartOptions {
  readonly port?: string;
  readonly data?: string;
  readonly demo: boolean;
  readonly carrierSpeed: number;
  readonly demoOrigin: readonly string[];
}

/** `ringtrail start`: the server, with the demo unless told otherwise. */
export function addStart(program: Command): void {
  program
    .command("start")
    .description("start the server on this machine")
    .option("--port <number>", "the port to listen on; 0 takes any free one (PORT, default 8787)")
    .option("--data <folder>", "where the database, keys and recordings lie (DATA_FOLDER, default .data)")
    .option("--no-demo", "without the demo account and its fake carrier")
    .option("--demo-origin <origin...>", "other sites that may use the demo's key, such as http://127.0.0.1:9400", [])
    .option("--carrier-speed <factor>", "how much faster than life the fake carrier's calls pass", Number, 1)
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail start\n  ringtrail start --port 9000 --data /var/lib/ringtrail --no-demo",
    )
    .action(async (options: StartOptions) => {
      const output = makeOutput(program.opts()["json"] === true);
      const settings = readCliSettings({
        PORT: options.port,
        DATA_FOLDER: options.data,
        LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
      });
      outliveCutConnections(process);
      // Loaded here: the other commands need not wait for the whole server.
      const [{ startServer }, { openDemo }] = await Promise.all([import("../main.ts"), import("../demo/open-demo.ts")]);
      // A server without an app at Shopify has one at the demo's own Shopify.
      const shopKeys = options.demo && settings.shopify === undefined ? makeDemoShopKeys() : undefined;
      const server = await startServer({ ...settings, shopify: settings.shopify ?? shopKeys }, output.progress);
      if (server.portTaken !== undefined)
        output.progress(`port ${server.portTaken} is taken; listening on the next free one`);
      const demo = options.demo
        ? await openDemo(
            server,
            { ...settings, speed: options.carrierSpeed, origins: options.demoOrigin, shopSecret: shopKeys?.secret },
            output.progress,
          )
        : undefined;
      stopOnSignals({
        stop: async () => {
          output.progress("stopping");
          await demo?.stop();
          await server.stop();
        },
      });
      const addresses = {
        url: server.publicUrl,
        console: demo?.ownerLink ?? `${server.publicUrl}/console/`,
        demo: demo && `${server.publicUrl}/demo`,
        themeShop: demo?.themeShop,
        reference: `${server.publicUrl}/docs`,
        fakeCarrier: demo?.carrierUrl,
      };
      output.result(addresses, describe(addresses));
      releaseMemory();
    });
}

function describe(addresses: {
  readonly console: string;
  readonly demo: string | undefined;
  readonly themeShop: string | undefined;
  readonly reference: string;
}): readonly string[] {
  return [
    "",
    "  Ringtrail is ready.",
    "",
    `  Console        ${addresses.console}`,
    ...(addresses.demo === undefined
      ? []
      : ["                 (signs you in once, within 15 minutes)", `  Demo shop      ${addresses.demo}`]),
    ...(addresses.themeShop === undefined ? [] : [`  Shopify shop   ${addresses.themeShop}`]),
    `  API reference  ${addresses.reference}`,
    "",
    "  Ctrl-C stops it.",
    "",
  ];
}
