import type { Command } from "commander";
import { fakeCarrierOf } from "../demo/fake-carrier-file.ts";
import { seedDemo } from "../seed/seed-demo.ts";
import { makeOutput } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";
import { withStorage } from "./with-storage.ts";

/** `ringtrail seed`: the demo account without starting the server. */
export function addSeed(program: Command): void {
  program
    .command("seed")
    .description("make the demo account with its site, pool and numbers; repeats safely")
    .addHelpText("after", "\nExample:\n  ringtrail seed")
    .action(async () => {
      const output = makeOutput(program.opts()["json"] === true);
      const settings = readCliSettings();
      const origin = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
      const { url: apiBase, account: carrierAccount, secret } = fakeCarrierOf(settings.dataFolder);
      const carrier = { apiBase, carrierAccount, secret };
      const seeded = await withStorage(output, ({ accounts }) => seedDemo(accounts, carrier, [origin]));
      output.result(seeded, [`The demo account has ${seeded.numbers.length} numbers. Start it with: ringtrail start`]);
    });
}
