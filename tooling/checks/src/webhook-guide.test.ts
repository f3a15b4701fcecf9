import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { read } from "./repository.ts";

const guide = read("docs/guides/webhooks.md");
const formsGuide = read("docs/guides/forms.md");
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const now = 1_800_000_000;
const body = '{"type":"call.completed","note":"ü & \\"quotes\\""}';

/** The first example of a language, as a guide prints it. */
function example(language: string, text = guide): string {
  const [, code] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(text) ?? [];
  if (code === undefined) throw new Error(`the guide has no example in ${language}`);
  return code;
}

function headers(over: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`msg_1.${now}.${body}`).digest("base64");
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(now),
    "webhook-signature": `v1,AAAA v1,${signature}`,
    ...over,
  };
}

/** PHP itself, compiled to WebAssembly. Its own types cannot be read by our compiler. */
async function phpWasm(): Promise<PhpWasm> {
  return { ...(await import("@php-wasm/node")), ...(await import("@php-wasm/universal")) } as unknown as PhpWasm;
}

interface PhpWasm {
  readonly loadNodeRuntime: (version: string) => Promise<number>;
  readonly PHP: new (runtime: number) => {
    readonly run: (wish: { code: string }) => Promise<{ readonly text: string; readonly errors: string }>;
    readonly exit: () => void;
  };
}

/** What a receiver is sent, and whether it must believe it. */
const cases = [
  { says: body, headers: headers(), now, good: true },
  { says: `${body} `, headers: headers(), now, good: false },
  { says: body, headers: headers(), now: now + 301, good: false },
  { says: body, headers: headers({ "webhook-id": "msg_2" }), now, good: false },
  { says: body, headers: headers({ "webhook-signature": "" }), now, good: false },
  { says: body, headers: {}, now, good: false },
];

test("the guide's Python believes our webhooks and no others", ({ skip }) => {
  const program = `${example("python")}
import sys
print(json.dumps([ringtrail_verify(c["says"], c["headers"], ${JSON.stringify(secret)}, c["now"]) is not None for c in json.load(sys.stdin)]))`;
  const run = spawnSync("python3", ["-c", program], { input: JSON.stringify(cases), encoding: "utf8" });
  skip(run.error !== undefined, "python3 is not on this machine");
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual(cases.map(({ good }) => good));
});

test("the guide's PHP believes our webhooks and no others", async () => {
  const { PHP, loadNodeRuntime } = await phpWasm();
  const php = new PHP(await loadNodeRuntime("8.3"));
  const given = Buffer.from(JSON.stringify(cases)).toString("base64");
  const code = `<?php ${example("php")}
    echo json_encode(array_map(
      fn ($c) => ringtrail_verify($c['says'], $c['headers'], '${secret}', $c['now']) !== null,
      json_decode(base64_decode('${given}'), true)
    ));`;
  const { text, errors } = await php.run({ code });
  php.exit();
  expect(errors).toBe("");
  expect(JSON.parse(text)).toEqual(cases.map(({ good }) => good));
});

test("the guide's PHP tells of a form with the visit that came with it", async () => {
  const { PHP, loadNodeRuntime } = await phpWasm();
  const php = new PHP(await loadNodeRuntime("8.3"));
  // Within a namespace its own function stands before PHP's: it says what would have been sent.
  const code = `<?php namespace Shop;
    function file_get_contents($url, $path, $context) {
      echo json_encode([$url, stream_context_get_options($context)['http']]);
      return '{"id":"x"}';
    }
    ${example("php", formsGuide)}
    $_POST['ringtrail_visit'] = 'v';
    $became = ringtrail_tell_form('https://calls.example', 'rt_1', 'contact', '77') ? 'told' : 'not told';
    echo "\n", $became;`;
  const { text, errors } = await php.run({ code });
  php.exit();

  expect(errors).toBe("");
  const [sent = "", became] = text.split("\n");
  expect(became).toBe("told");
  expect(JSON.parse(sent)).toEqual([
    "https://calls.example/v1/forms",
    expect.objectContaining({
      method: "POST",
      header: "Authorization: Bearer rt_1\r\nContent-Type: application/json",
      content: '{"name":"contact","ref":"77","visit":"v"}',
    }),
  ]);
});
