import { CostFileQuery, type CostsImportedShown } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { aCallReport } from "./sample-money.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the report of calls and the import of costs; false for any other request. */
export async function answerMoney({ world, url, request, response }: Asked): Promise<boolean> {
  if (url.pathname === "/v1/reports/calls") {
    const report = aCallReport(url.searchParams);
    const none = { ...report, rows: [], total: { calls: 0, value: 0, cost: 0 } };
    sendJson(response, 200, world.calls.length === 0 ? none : report);
    return true;
  }
  if (`${request.method} ${url.pathname}` !== "POST /v1/costs/imports") return false;
  const asked = CostFileQuery.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) {
    const field = asked.error.issues[0]?.path.join(".");
    sendProblem(response, 422, "parameter_invalid", "A parameter cannot be used.", "Correct it.", field);
    return true;
  }
  const [header = "", ...lines] = (await readSent(request)).toString("utf8").trim().split("\n");
  if (!/day/i.test(header)) {
    const title = "No row of this file names a column for the day and one for the cost.";
    sendProblem(response, 422, "costs_header_missing", title, "Export a report by day with its costs.");
    return true;
  }
  const bad = lines.flatMap((line, nth) => (/^\d{4}-/.test(line) ? [] : [nth + 2]));
  const dryRun = url.searchParams.get("dryRun") === "yes";
  const rows = lines.length - bad.length;
  if (!dryRun) world.costRows += rows;
  const read: CostsImportedShown = {
    platform: "google",
    dryRun,
    rows,
    added: dryRun ? 0 : rows,
    replaced: 0,
    ...(rows === 0 ? {} : { from: "2026-11-01", to: "2026-11-02" }),
    sums: rows === 0 ? [] : [{ currency: url.searchParams.get("currency") ?? "USD", amount: 12.5 * rows }],
    problems: bad.map((line) => ({ line, code: "day_malformed", detail: "There is no day." })),
    problemCount: bad.length,
  };
  sendJson(response, 200, read);
  return true;
}
