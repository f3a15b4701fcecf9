import { escapeHtml, mailPage } from "./html.ts";
import type { Mail } from "./map-mail.ts";

/** A week of calls, as the digest tells it. */
export interface WeekOfCalls {
  /** First and last day: `2026-11-16`. */
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  readonly missed: number;
  readonly voicemails: number;
  /** The week before. */
  readonly callsBefore: number;
  /** Calls by local day, oldest first. */
  readonly days: readonly { readonly day: string; readonly calls: number; readonly missed: number }[];
  /** Credit by channel; shares of calls add up to all of them. */
  readonly channels: readonly { readonly channel: string; readonly calls: number }[];
}

/** Writes the weekly digest. Its pictures are tables, which every mail client draws, also one that blocks images. */
export function mapDigest(week: WeekOfCalls, consoleUrl: string): Mail {
  const { from, to, calls, missed, voicemails, callsBefore, days, channels } = week;
  const subject = `Your calls from ${from} to ${to}: ${calls}, ${missed} missed`;
  const change = changeInWords(calls, callsBefore);
  const figures = [
    [calls, "calls"],
    [missed, "missed"],
    [voicemails, "voicemails"],
  ] as const;
  const cells = figures.map(
    ([figure, what]) =>
      `<td width="33%" style="padding:12px 0"><div style="font-size:28px;font-weight:600">${figure}</div><div style="color:#5c5f62">${what}</div></td>`,
  );
  const table = (rows: string) =>
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:14px">${rows}</table>`;
  const head = (text: string) => `<h2 style="font-size:16px;margin:24px 0 8px">${text}</h2>`;
  const most = Math.max(1, ...days.map((one) => one.calls));
  const mostCredit = Math.max(1, ...channels.map((one) => one.calls));
  const html = `<h1 style="font-size:20px;margin:0">Your week of calls</h1>
<p style="margin:4px 0 8px;color:#5c5f62">${escapeHtml(from)} to ${escapeHtml(to)}. ${change}</p>
${table(`<tr>${cells.join("")}</tr>`)}
${head("By day")}${table(days.map((one) => bar(dayName(one.day), one.calls, most, `${one.calls}${one.missed > 0 ? `, ${one.missed} missed` : ""}`, "#2a4bd7")).join(""))}
${head("Where they came from")}${table(channels.map((one) => bar(one.channel.replaceAll("_", " "), one.calls, mostCredit, one.calls.toFixed(1), "#0f7b6c")).join(""))}
<p style="margin:24px 0 0"><a href="${escapeHtml(consoleUrl)}/calls" style="color:#2a4bd7">Open Ringtrail</a></p>`;
  const text = [
    `Calls from ${from} to ${to}: ${calls}, ${missed} missed, ${voicemails} voicemails. ${change}`,
    ...days.map((one) => `${dayName(one.day)}: ${one.calls}, ${one.missed} missed`),
    ...channels.map((one) => `${one.channel.replaceAll("_", " ")}: ${one.calls.toFixed(1)}`),
    `${consoleUrl}/calls`,
  ];
  return { subject, text: text.join("\n"), html: mailPage(subject, html) };
}

/** A bar as a table: a filled cell and an empty one. Nothing is a thin line rather than no bar. */
function bar(name: string, value: number, most: number, label: string, colour: string): string {
  const share = Math.max(1, Math.round((100 * value) / most));
  const rest = share >= 100 ? "" : `<td width="${100 - share}%"></td>`;
  const filled = `<td width="${share}%" height="14" bgcolor="${colour}" style="border-radius:3px;font-size:0">&nbsp;</td>`;
  return `<tr><td width="130" style="padding:3px 8px 3px 0">${escapeHtml(name)}</td><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${filled}${rest}</tr></table></td><td width="110" style="padding:3px 0 3px 8px;color:#5c5f62">${escapeHtml(label)}</td></tr>`;
}

function changeInWords(calls: number, before: number): string {
  if (before === 0) return "There were none the week before.";
  const change = calls - before;
  if (change === 0) return `As many as the week before (${before}).`;
  return `${Math.abs(change)} ${change > 0 ? "more" : "fewer"} than the week before (${before}).`;
}

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function dayName(day: string): string {
  return names[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? day;
}
