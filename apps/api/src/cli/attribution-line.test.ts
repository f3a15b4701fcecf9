import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { bareEnvironment } from "../../testing/bare-environment.ts";

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-attribution-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on a file with this text. */
function run(words: readonly string[], text: string) {
  const file = path.join(folder, "input");
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, "--file", file], {
    encoding: "utf8",
    env: { ...bareEnvironment, HOME: folder, DATA_FOLDER: folder },
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

describe("attribution replay", { timeout: 120_000 }, () => {
  const shown = (visit: string, at: number, source = "ads") => ({ type: "shown", at, number: "n", visit, source });
  const story = jsonl(
    shown("ann", 0),
    shown("bob", 60_000, "maps"),
    { type: "tap", at: 70_000, visit: "bob", number: "n" },
    { type: "call", at: 78_000, id: "c1", number: "n", caller: "x", callerRegion: "US-CA" },
    { type: "seen", at: 1, visit: "ghost" },
    { type: "call", at: 99_000, id: "c2", number: "never shown" },
  );

  test.each([[["attribution", "replay"]], [["attribution", "replay", "--learn"]]])(
    "%j answers each call in a line whose probabilities add up to one",
    (words) => {
      const { status, stderr, answers } = run(words, story);

      expect(status).toBe(0);
      expect(answers.map(({ id, match }) => [id, match])).toEqual([
        ["c1", "exact"],
        ["c2", "none"],
      ]);
      for (const { candidates, returning, nobody, confidence } of answers) {
        const probabilities = candidates.map(({ probability }: { probability: number }) => probability);
        expect(probabilities.reduce((sum: number, one: number) => sum + one, returning + nobody)).toBeCloseTo(1, 9);
        expect(confidence).toBe(Math.max(...probabilities, returning, nobody));
      }
      expect(answers[0].candidates[0]).toMatchObject({ visit: "bob", source: "maps" });
      expect(JSON.parse(stderr)).toMatchObject({ code: "visit_unknown" });
    },
  );

  test("an empty file has no calls", () => {
    expect(run(["attribution", "replay", "--learn"], "")).toEqual({ status: 0, stderr: "", answers: [] });
  });
});

describe("pool simulate", { timeout: 120_000 }, () => {
  const words = ["pool", "simulate", "--visits-per-hour", "20", "--stay", "4", "--grace", "5", "--loss", "0.01"];

  test("says how good attribution is to be expected, the same for the same seed", () => {
    const say = (numbers: string, seed: string) =>
      spawnSync(process.execPath, [program, ...words, "--numbers", numbers, "--seed", seed], { encoding: "utf8" })
        .stdout;
    const once = say("6", "7");

    expect(say("6", "7")).toBe(once);
    const { calls, accuracy, ece, totalsError } = JSON.parse(once);
    expect(calls).toBeGreaterThan(1_000);
    expect(accuracy).toBeGreaterThan(0.4);
    expect(accuracy).toBeLessThan(1);
    expect(ece).toBeLessThan(0.05);
    expect(totalsError).toBeLessThan(0.05);
  });
});
