// A bare Hono route that reads a body and returns a constant document: the least any server of ours could do.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().post("*", async (c) => {
  await c.req.text();
  return c.json({ numbers: [{ target: "0", e164: "+14155550101" }] });
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, "127.0.0.1", () => {
  console.log(`reference http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("SIGTERM", () => process.exit(0));
