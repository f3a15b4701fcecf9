// Starts the embedded server in the folder of the first argument, prints its URL and waits to be killed.
import { startEmbedded } from "../src/embedded/index.ts";

const server = await startEmbedded({ folder: process.argv[2] ?? "" });
if (!server.ok) throw new Error(JSON.stringify(server.reason));
process.stdout.write(`${server.value.url}\n`);
setInterval(() => {}, 60_000);
