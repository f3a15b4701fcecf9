import type { OpenText } from "@ringtrail/core";
import type { ToldToPerson } from "../people/say-fact.ts";
import { escapeHtml, mailPage } from "./html.ts";

/** A mail as it is sent: the same in plain text and in HTML. */
export interface Mail {
  readonly subject: OpenText;
  readonly text: OpenText;
  readonly html: OpenText;
}

/** Writes what a person is told as a mail. `consoleUrl` is where the console lies, without a trailing slash. */
export function mapMail({ subject, lines, path }: ToldToPerson, consoleUrl: string): Mail {
  const link = `${consoleUrl}${path}`;
  const said = lines.map((line) => `<p style="margin:0 0 12px">${escapeHtml(line)}</p>`).join("\n");
  const more = `<p style="margin:16px 0 0"><a href="${escapeHtml(link)}" style="color:#2a4bd7">Open it in Ringtrail</a></p>`;
  const headline = `<h1 style="font-size:20px;margin:0 0 16px">${escapeHtml(subject)}</h1>`;
  return {
    // A line's end in a subject would begin a header of its own; the library guards that too.
    subject: subject.replaceAll(/[\r\n]+/g, " "),
    text: [...lines, "", link].join("\n"),
    html: mailPage(subject, `${headline}\n${said}\n${more}`),
  };
}
