import type { Command } from "commander";
import { judgeEvents, learnEvents, readEvents } from "../replay/replay-file.ts";
import { thinAnswer } from "../replay/thin-answer.ts";
import { openInput, readJsonLines } from "./read-lines.ts";
import { lineWriter } from "./write-json-lines.ts";

/** At most so many lines that were passed over are told one by one. */
const mostTold = 100;

const help = `
Each line of the file is one event, in any order:
  {"type":"shown","at":ms,"number","visit","source","region"?,"device"?}
  {"type":"seen"|"hidden","at","visit"}
  {"type":"tap","at","visit","number"}
  {"type":"call","at","id","number","caller"?,"callerRegion"?}

Prints {"id","match","confidence","candidates","returning","nobody"} for each call; its probabilities add up to one.
Visits less likely than 1 in 500 are told by a sample in which each stands for others of its source; --all tells every
one. Lines that cannot be used are told on stderr with their number and a code.

Example:
  ringtrail attribution replay --file events.jsonl --learn`;

/** `ringtrail attribution replay`: who made the calls of a file of events. */
export function addReplay(attribution: Command): void {
  attribution
    .command("replay")
    .description("say who made the calls of a file of events, one JSON line each")
    .requiredOption("--file <events.jsonl>", "events as JSON lines; - reads stdin")
    .option("--learn", "learn the site's parameters from the whole file first")
    .option("--all", "tell every visit, however unlikely")
    .addHelpText("after", help)
    .action(async ({ file, learn, all }: { file: string; learn?: boolean; all?: boolean }) => {
      const { events, problems } = await readEvents(readJsonLines(await openInput(file)));
      const told = problemTeller();
      for (const problem of problems) told.tell(problem);
      const out = lineWriter();
      for (const one of judgeEvents(events, learn === true ? learnEvents(events) : undefined)) {
        if ("problem" in one) told.tell(one.problem);
        else await out.write(JSON.stringify(all === true ? one.answer : thinAnswer(one.answer)));
      }
      await out.end();
      told.end();
    });
}

function problemTeller() {
  let count = 0;
  return {
    tell: (problem: object) => {
      count += 1;
      if (count <= mostTold) console.error(JSON.stringify(problem));
    },
    end: () => {
      if (count > mostTold)
        console.error(JSON.stringify({ code: "more", detail: `${count - mostTold} more like these.` }));
    },
  };
}
