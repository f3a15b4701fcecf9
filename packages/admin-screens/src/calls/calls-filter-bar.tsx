import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type FormEvent, type ReactNode, type RefObject } from "react";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { filterWords, without } from "./filter-words.ts";

/** Searches the list and shows what narrows it; every part can be taken off. `/` leads into the search. */
export function CallsFilterBar(props: {
  readonly filter: CallsFilter;
  readonly search: RefObject<HTMLInputElement | null>;
}): ReactNode {
  const { filter, search } = props;
  const { router, locale, callsCsvHref } = useHost();
  const [words, setWords] = useState(filter.words ?? "");
  const go = (next: CallsFilter): void => router.go({ screen: "calls", ...next });
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const { words: _words, ...rest } = filter;
    go(words.trim() === "" ? rest : { ...rest, words: words.trim() });
  };
  return (
    <div className="rt-filter">
      <form role="search" className="rt-search" onSubmit={find}>
        <input
          ref={search}
          type="search"
          value={words}
          maxLength={200}
          aria-label={__("Search calls", "ringtrail")}
          placeholder={__("Source, keyword, page or number", "ringtrail")}
          aria-keyshortcuts="/"
          onChange={({ target }) => setWords(target.value)}
        />
        <Button variant="secondary" type="submit" __next40pxDefaultSize>
          {__("Search", "ringtrail")}
        </Button>
      </form>
      <label className="rt-row">
        <span className="rt-unseen">{__("Outcome", "ringtrail")}</span>
        <select
          value={filter.outcome ?? ""}
          onChange={({ target: { value } }) => {
            const rest = without(filter, "outcome");
            go(value === "answered" || value === "missed" ? { ...rest, outcome: value } : rest);
          }}
        >
          <option value="">{__("Every outcome", "ringtrail")}</option>
          <option value="answered">{__("Answered", "ringtrail")}</option>
          <option value="missed">{__("Missed", "ringtrail")}</option>
        </select>
      </label>
      {callsCsvHref === undefined ? null : (
        <a className="rt-csv" href={callsCsvHref(filter)} download>
          {__("Download as CSV", "ringtrail")}
        </a>
      )}
      <ul className="rt-chips" aria-label={__("What narrows the list", "ringtrail")}>
        {filterWords(filter, locale).map(({ part, words: said }) => (
          <li key={part}>
            <button
              type="button"
              onClick={() => go(without(filter, part))}
              aria-label={
                /* translators: %s: what narrows a list of calls. */
                sprintf(__("Take off: %s", "ringtrail"), said)
              }
            >
              {said} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
