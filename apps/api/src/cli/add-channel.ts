import type { Command } from "commander";
import { answerHit } from "../channel/answer-hit.ts";
import { openInput, readJsonLines } from "./read-lines.ts";
import { lineWriter } from "./write-json-lines.ts";

/** `ringtrail channel`: which channel visits came by, and the rule that says so. */
export function addChannel(program: Command): void {
  program
    .command("channel")
    .description("name the channel of landings, one JSON line each, by the published rules")
    .requiredOption("--file <hits.jsonl>", 'lines of {"id","url","referrer"}; - reads stdin')
    .addHelpText("after", "\nExample:\n  ringtrail channel --file hits.jsonl")
    .action(async ({ file }: { file: string }) => {
      const out = lineWriter();
      for await (const hit of readJsonLines(await openInput(file))) {
        if ("problem" in hit) {
          await out.write(JSON.stringify({ line: hit.line, error: hit.problem }));
          continue;
        }
        const { id, url, referrer } = hit.value;
        const read = answerHit(url, referrer);
        await out.write(
          JSON.stringify("answer" in read ? { id, ...read.answer } : { id, line: hit.line, error: read.error }),
        );
      }
      await out.end();
    });
}
