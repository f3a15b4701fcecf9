import { parseArgs } from "node:util";
import { readAccount, type FakeAccount } from "./open-account.ts";
import { startFakeCarrier } from "./start-fake-carrier.ts";

const help = `ringtrail-fake-carrier: a phone company made of software, for demos and tests.

  ringtrail-fake-carrier [--port 4010] [--speed 20] [--account SID:TOKEN]... [--parent-pipe]

  --port         Port on 127.0.0.1; a free one unless you say otherwise.
  --speed        How many times faster than life calls run. Default 1.
  --account      An account and its secret; more can be opened at POST /fake/accounts.
  --parent-pipe  Ends when its standard input closes, so that it dies with whoever started it.

Prints one line of JSON when it is ready: {"url":"http://127.0.0.1:4010"}
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    speed: { type: "string", default: "1" },
    account: { type: "string", multiple: true, default: [] },
    "parent-pipe": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(help);
} else {
  const carrier = await startFakeCarrier({
    port: atLeast(0, values.port, "--port"),
    speed: atLeast(0.01, values.speed, "--speed"),
    accounts: values.account.map(toAccount),
  });
  process.stdout.write(`${JSON.stringify({ url: carrier.url })}\n`);
  const end = () => void carrier.stop().then(() => process.exit(0));
  process.once("SIGINT", end).once("SIGTERM", end);
  if (values["parent-pipe"]) process.stdin.once("end", end).once("close", end).resume();
}

function toAccount(text: string): FakeAccount {
  const [sid, ...token] = text.split(":");
  const account = readAccount({ sid, token: token.join(":") });
  return account.ok ? account.value : leave(`--account wants SID:TOKEN (${account.reason.field} is missing).`);
}

function atLeast(least: number, text: string, option: string): number {
  const value = Number(text);
  return Number.isFinite(value) && value >= least ? value : leave(`${option} wants a number of at least ${least}.`);
}

function leave(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
