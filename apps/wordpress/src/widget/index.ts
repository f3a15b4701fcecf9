import type { CallList } from "@ringtrail/api-contract";
import apiFetch from "@wordpress/api-fetch";
import { __ } from "@wordpress/i18n";
import { problemOf } from "../admin/problem-of.ts";
import { callLine } from "./call-line.ts";

const place = document.getElementById("ringtrail-widget");
if (place !== null) void show(place);

/** Draws the last five calls, or the sentence that says why there are none. */
async function show(widget: HTMLElement): Promise<void> {
  try {
    const { calls } = await apiFetch<CallList>({ path: "/ringtrail/v1/calls?limit=5" });
    const list = document.createElement("ul");
    list.append(...calls.map((call) => callLine(call, document.documentElement.lang || undefined)));
    widget.replaceChildren(calls.length === 0 ? sentence(__("No calls yet.", "ringtrail")) : list);
  } catch (refused) {
    const problem = problemOf(refused);
    const words = problem === undefined ? __("Your site did not answer.", "ringtrail") : problem.title;
    widget.replaceChildren(sentence([words, problem?.fix ?? ""].join(" ").trim()));
  }
}

function sentence(words: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.textContent = words;
  return paragraph;
}
