import { Phi } from "@ringtrail/core";
import { expect, test } from "vitest";
import { demoFlow } from "../src/seed/demo-business.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";

test.each(["twilio", "telnyx"] as const)(
  "%s: a caller's name is looked up behind the answer where the owner wants it, and nowhere else",
  async (face) => {
    const { url: databaseUrl } = await aDatabase();
    const server = await aServer({ databaseUrl });
    const carrier = await aCarrierFor(server, { face });
    const { account } = carrier.seeded;
    const site = await server.deps.directory.siteByKey("demo");
    if (site === undefined) throw new Error("The demo has no site.");
    const nameOfNewest = async () => {
      const page = await server.deps.calls.list(account, { cursor: undefined, limit: 1 });
      const [call] = page.ok ? page.value.calls : [];
      const name = call && (await server.deps.care.caller(account, call.id))?.name;
      return name && Phi.reveal(name, "care-screen");
    };

    await carrier.call({ to: "+14155550121", talkSeconds: 2 });
    await server.deps.background.settled();
    expect(await nameOfNewest()).toBeUndefined();

    await server.deps.accounts.saveFlow(account, site.site, { ...demoFlow, lookUpCallers: true });
    await carrier.call({ to: "+14155550121", talkSeconds: 2 });
    await expect.poll(nameOfNewest, { timeout: 30_000 }).toBe("ADA EXAMPLE");

    await carrier.call({ to: "+14155550121", talkSeconds: 2, name: "TOLD BY THE NETWORK" });
    await server.deps.background.settled();
    expect(await nameOfNewest()).toBe("TOLD BY THE NETWORK");
  },
);
