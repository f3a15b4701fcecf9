import { expect, test } from "vitest";
import { describeError } from "./describe-error.ts";
import { makeLog } from "./make-log.ts";

/** What a log that is given `facts` prints. */
function printed(facts: Parameters<ReturnType<typeof makeLog>["info"]>[0], message = "said"): string {
  const lines: string[] = [];
  makeLog("info", { write: (line) => lines.push(line) }).info(facts, message);
  return lines.join("");
}

test("a line is one JSON object with its time, level and facts", () => {
  const line = printed({ route: "/healthz", status: 200 });

  expect(JSON.parse(line)).toMatchObject({ level: "info", route: "/healthz", status: 200, msg: "said" });
  expect(JSON.parse(line)).not.toHaveProperty("pid");
});

test("nobody writes a line of the log: what they sent stays inside its own", () => {
  const sent = 'x\n{"level":"error","msg":"planted"}\r\n\u2028\u0000\u001b[31m';
  const line = printed({ what: sent }, sent);

  expect(line.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: "info", what: sent, msg: sent });
  expect(line).not.toContain("\u001b");
});

const secrets: [what: string, written: string, hidden: string][] = [
  ["a caller's number", "call from +12065550123", "2065550123"],
  ["a caller's number in an address", "/x?from=%2B12065550123", "2065550123"],
  ["a key in a header", "Bearer rt_live_abc.def-123", "rt_live_abc"],
  ["a carrier's login", "Basic QUMxMjM6c2VjcmV0", "QUMxMjM6"],
  ["a token in an address", "/audio?token=abcdef123", "abcdef123"],
  ["a signature in an address", "/audio?signature=abcdef123", "abcdef123"],
  ["a database's password", "postgres://owner:hunter2@127.0.0.1:5432/x", "hunter2"],
];

test.each(secrets)("%s is never printed, wherever it stands", (_what, written, hidden) => {
  expect(printed({ said: written })).not.toContain(hidden);
  expect(printed({}, written)).not.toContain(hidden);
});

test("an error tells its kind, its code and where, and never its words", () => {
  const error = Object.assign(new Error("duplicate key: (number)=(+12065550123)"), {
    code: "23505",
    detail: "Key (number)=(+12065550123) already exists.",
  });

  const told = describeError(error);

  expect(told).toMatchObject({ error: "Error", errorCode: "23505" });
  expect(JSON.stringify(told)).not.toContain("2065550123");
  expect(JSON.stringify(told)).not.toContain("duplicate");
});

test("what is thrown without being an error is told by its type alone", () => {
  expect(describeError("+12065550123")).toEqual({ error: "string" });
});
