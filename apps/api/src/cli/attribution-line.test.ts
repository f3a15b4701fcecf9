import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-attribution-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on a file with this text. */
function run(words: readonly string[], text: string) {
  const file = path.join(folder, "input");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, "--file", file], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, DATA_FOLDER: folder },
    maxBuffer: 1e9,
  });
  const lines = stdout.trim() === "" ? [] : stdout.trim().split("\n");
  return { status, stderr, answers: lines.map((line) => JSON.parse(line)) };
}
const jsonl = (...lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).join("\n");

describe("channel", { timeout: 60_000 }, () => {
  test("answers each hit in a line, and says which lines it cannot read", () => {
    const hits = jsonl(
      { id: "1", url: "https://a.example/?gclid=x&utm_campaign=Spring&utm_term=caf%C3%A9", referrer: "" },
      { id: 2, url: "https://a.example/", referrer: "https://www.bbc.co.uk/" },
      { id: "3", url: "no address" },
    );
    const { status, answers } = run(["channel"], `${hits}\n\nrubbish\n[]\n`);

    expect(status).toBe(0);
    expect(answers).toEqual([
      {
        id: "1",
        source: "google",
        medium: "cpc",
        channel: "paid_search",
        campaign: "Spring",
        keyword: "café",
        rule: "click_id_gclid",
      },
      { id: 2, source: "bbc.co.uk", medium: "referral", channel: "referral", rule: "referrer_other" },
      { id: "3", line: 3, error: { code: "url_malformed", detail: expect.any(String) } },
      { line: 5, error: { code: "line_not_json", detail: expect.any(String) } },
      { line: 6, error: { code: "line_no_object", detail: expect.any(String) } },
    ]);
  });
});

describe("attribution models", { timeout: 60_000 }, () => {
  test("prints every model's totals per channel as one JSON document", () => {
    const { status, answers } = run(
      ["attribution", "models"],
      "path,conversions,value,null\na > direct,4,100,6\nb,1,9,9\n",
    );

    expect(status).toBe(0);
    expect(answers[0].first).toEqual({
      a: { conversions: 4, value: 100 },
      direct: { conversions: 0, value: 0 },
      b: { conversions: 1, value: 9 },
    });
    expect(answers[0].last_non_direct.a.conversions).toBe(4);
    expect(Object.keys(answers[0])).toEqual(
      "first last last_non_direct last_paid linear position w_shaped time_decay markov shapley fractional".split(" "),
    );
  });

  test("a file that is wrong or missing is said by code and line", () => {
    expect(run(["attribution", "models"], "path,conversions\na,x\n")).toMatchObject({
      status: 1,
      answers: [],
      stderr: expect.stringMatching(/^amount_malformed: Line 2: /),
    });
    const { stderr } = spawnSync(process.execPath, [program, "attribution", "models", "--file", "/nowhere"], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^file_missing: /);
  });
});
