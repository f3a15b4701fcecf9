import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { aFolder } from "../../../testing/a-running-server.ts";
import { bareEnvironment } from "../../../testing/bare-environment.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

/** Runs `ringtrail consent …` with a data folder of its own. */
function consent(args: readonly string[], { input = "", data = aFolder() } = {}) {
  const env = { ...bareEnvironment, HOME: data, DATA_FOLDER: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "consent", ...args], {
    encoding: "utf8",
    input,
    env,
  });
  return { status, stdout, stderr };
}

/** A data folder whose owner changed the rule of Texas. */
function anOverriddenTexas(author = "Ann"): string {
  const data = aFolder();
  const override = { place: "US-TX", phone: "announce", reason: "counsel's opinion", author, date: "2026-11-24" };
  mkdirSync(path.join(data, "recording-law"));
  writeFileSync(path.join(data, "recording-law", "overrides.json"), JSON.stringify({ overrides: [override] }));
  return data;
}

const texan = { business_jurisdictions: ["US-TX"], caller: { number: "+15125550123", declared: "US-TX" }, flags: {} };
const decide = (cases: unknown, data = aFolder()) =>
  consent(["decide", "--cases", "-"], { input: JSON.stringify(cases), data });
const linesOf = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("consent decide", () => {
  test("a line per case in its order, with these fields and no others, and nothing else on stdout", () => {
    const californian = { ...texan, caller: { number: "+14155550123" } };
    const cases = [
      { ...texan, id: "one", title: "passed over", expected: "silent" },
      { ...californian, id: 2 },
    ];

    const { status, stdout, stderr } = decide(cases);

    expect([status, stderr]).toEqual([0, ""]);
    const [first, second, ...more] = linesOf(stdout);
    expect(more).toEqual([]);
    expect(Object.keys(first ?? {})).toEqual(["id", "minimum", "recommended", "governing", "citations", "ruleSet"]);
    expect(first).toMatchObject({ id: "one", minimum: "silent", recommended: "announce" });
    expect(second).toMatchObject({ id: 2, minimum: "announce", governing: { place: "US-CA", evidence: "number" } });
    expect(second?.["ruleSet"]).toMatchObject({ name: "current", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("a bad case says what is wrong with it, the others are decided, and the exit code is 1", () => {
    const bad: [case_: object, code: string, field: string][] = [
      [{ ...texan, business_jurisdictions: [] }, "business_place_missing", "business_jurisdictions"],
      [{ ...texan, business_jurisdictions: ["US-ZZ"] }, "jurisdiction_unknown", "business_jurisdictions[0]"],
      [{ ...texan, caller: { number: "512 555" } }, "phone_malformed", "caller.number"],
      [{ ...texan, flags: { shouted: true } }, "flag_unknown", "flags.shouted"],
      [{ ...texan, at: "2017-01-01" }, "date_before_rule_set", "at"],
      [{ ...texan, at: "soon" }, "question_malformed", "at"],
    ];
    const cases = [...bad.map(([one], id) => ({ ...one, id })), { ...texan, id: "good" }, "no case"];

    const { status, stdout, stderr } = decide(cases);

    expect([status, stderr]).toEqual([1, ""]);
    const lines = linesOf(stdout);
    expect(lines.slice(0, bad.length)).toEqual(
      bad.map(([, code, field], id) => ({
        id,
        error: expect.objectContaining({ code, field, title: expect.any(String), fix: expect.any(String) }),
      })),
    );
    expect(lines.at(-2)).toMatchObject({ id: "good", minimum: "silent" });
    expect(lines.at(-1)).toMatchObject({ id: null, error: { code: "question_malformed" } });
    expect(stdout).not.toContain("512 555");
  });

  test("the case and the flags of the guide are what the command takes", () => {
    const guide = readFileSync(new URL("../../../../../docs/guides/recording-law.md", import.meta.url), "utf8");
    const [, written = ""] = /```json\n(\[[^]*?\n\])\n```/.exec(guide) ?? [];
    const rows = [...(guide.split(/^\| flag /m)[1] ?? "").matchAll(/^\| (`[a-z_`, ]+`) +\|/gm)].map(
      ([, row = ""]) => row,
    );
    const flags = rows.flatMap((row) => [...row.matchAll(/`([a-z_]+)`/g)].map(([, flag = ""]) => flag));
    const wrongly = flags.map((flag) => ({ ...texan, id: flag, flags: { [flag]: "no such value" } }));

    expect(linesOf(decide(JSON.parse(written)).stdout)).toMatchObject([
      { id: "a caller who moved", minimum: "announce" },
    ]);
    const codes = linesOf(decide(wrongly).stdout).map(({ error }) => (error as { readonly code: string }).code);
    expect(flags).toHaveLength(24);
    // A place that does not exist, or a value the flag does not take: each is known.
    expect(codes.filter((code) => code !== "value_unknown" && code !== "jurisdiction_unknown")).toEqual([]);
  });

  test("a file that is none, is no JSON or holds no array is one plain failure, and nothing on stdout", () => {
    const absent = consent(["decide", "--cases", "nowhere.json"]);
    const torn = consent(["decide", "--cases", "-"], { input: "[{" });
    const single = consent(["decide", "--cases", "-"], { input: "{}" });

    expect([absent, torn, single].map(({ status, stdout }) => [status, stdout])).toEqual(Array(3).fill([1, ""]));
    expect(absent.stderr).toMatch(/^cases_unreadable: nowhere\.json /);
    expect([torn, single].every(({ stderr }) => stderr.startsWith("cases_malformed: "))).toBe(true);
  });

  test("the owner's override decides; an incomplete one is refused rather than passed over", () => {
    const [line] = linesOf(decide([texan], anOverriddenTexas()).stdout);
    const refused = decide([texan], anOverriddenTexas(""));

    expect(line).toMatchObject({ minimum: "announce", ruleSet: { name: "current with the owner's overrides" } });
    expect(refused).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(/^override_wrong: /) });
  });
});

describe("consent explain", () => {
  test("the article's own question is answered in prose, with every place, the law and the rule set", () => {
    const { status, stdout } = consent(["explain", "--business", "US-TX", "--caller", "+1 (415) 555-0123"]);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^Announce first, then record\.\n\nThe strictest place is California/);
    expect(stdout).toContain("Texas, where you do business (stated): alone it asks for no announcement.");
    expect(stdout).toContain("Cal. Penal Code §§ 631, 632, 632.7, 637.2 (source read, 2026-11)");
    expect(stdout).toMatch(/not legal advice\.\nIts hash is [0-9a-f]{64}\.\n$/);
    expect(stdout).not.toContain("5550123");
  });

  test("flags, visits and policy are taken; an override is shown with its author, day and reason", () => {
    const asked = ["--business", "US-TX,US-GA", "--caller-place", "US-TX", "--visit", "US-CA:0.8"];
    const { stdout } = consent(["explain", ...asked, "--flag", "purpose=quality", "--flag", "refused"], {
      data: anOverriddenTexas(),
    });

    expect(stdout).toMatch(/^Do not record this call\.\n\nThe caller refused\./m);
    expect(stdout).toContain("California, where the caller may be (hinted at by the credited visit, 80 % likely)");
    expect(stdout).toContain("changed by Ann on 2026-11-24: counsel's opinion");
  });

  test("what cannot be decided is named with its field, in lines or as JSON", () => {
    const none = consent(["explain", "--caller", "+14155550123"]);
    const wrong = consent(["explain", "--business", "US-TX", "--caller", "12", "--json"]);

    expect([none.status, wrong.status, none.stdout, wrong.stdout]).toEqual([1, 1, "", ""]);
    expect(none.stderr).toMatch(/^business_place_missing: business_jurisdictions: .+\n.+\n$/);
    expect(JSON.parse(wrong.stderr)).toMatchObject({ error: { code: "phone_malformed", field: "caller.number" } });
  });
});

describe("consent diff", () => {
  test("what changed since the 2017 article: added, removed and kept, each with its law and the reason", () => {
    const { status, stdout } = consent(["diff", "us-2017-article", "current"]);

    expect(status).toBe(0);
    const [, added = "", removed = "", kept = ""] = stdout.split(/^(?:Added|Removed|Kept) /m);
    const places = (text: string) => [...text.matchAll(/^ {2}US-(\w\w) /gm)].map(([, place]) => place);
    expect(places(added)).toEqual(["AS", "DE", "GU", "MI", "MP", "NV", "PR", "VI"]);
    expect(places(removed)).toEqual(["HI"]);
    expect(places(kept)).toEqual(["CA", "CT", "FL", "IL", "MA", "MD", "MT", "NH", "PA", "WA"]);
    const told = stdout.match(/^ {2}US-\w\w .+\n {4}\S.+\n {4}.+\(.+, 2026-11\)$/gm);
    expect(told).toHaveLength(19);
  });

  test("in JSON it is one document; a rule set nobody knows is named with those there are", () => {
    const document = JSON.parse(consent(["diff", "us-2017-article", "current", "--json"]).stdout);
    const unknown = consent(["diff", "us-2016-article", "current"]);

    expect(document).toMatchObject({ before: { name: "us-2017-article" }, removed: [{ place: "US-HI" }] });
    expect(unknown).toMatchObject({ status: 1, stderr: expect.stringMatching(/^rule_set_unknown: .+\n.*current/) });
  });
});
