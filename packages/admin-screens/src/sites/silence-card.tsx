import { type HeardShown, wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatPhone } from "../format/format-phone.ts";
import { formatAgo } from "../format/format-time.ts";
import { useHost, type SitesApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Pill, type Tone } from "../parts/pill.tsx";
import { useNow } from "../parts/use-now.ts";

/** What the alarm watches, what has fallen silent, and since when. */
export function SilenceCard(props: { readonly api: SitesApi }): ReactNode {
  const { api } = props;
  const silences = useQuery({
    queryKey: ["silences"],
    queryFn: () => wholeList((page) => api.silences(page)),
    staleTime: 60_000,
  });
  return (
    <Card title={__("Silence alarm", "ringtrail")} aside={__("Looked at every hour; owners are told", "ringtrail")}>
      <p className="rt-soft">
        {__(
          "A script that fell off a page and a number that leads elsewhere make no noise of their own. Each is measured by its own rhythm of four weeks: a night or a weekend is no alarm.",
          "ringtrail",
        )}
      </p>
      <Loaded query={silences}>
        {({ things }) =>
          things.length === 0 ? (
            <p className="rt-soft">{__("Nothing to watch yet.", "ringtrail")}</p>
          ) : (
            <ul className="rt-overrides">
              {loudestLast(things).map((thing) => (
                <HeardItem key={`${thing.site} ${thing.what} ${thing.name}`} thing={thing} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function HeardItem(props: { readonly thing: HeardShown }): ReactNode {
  const { what, name, state, lastHeardAt, missed } = props.thing;
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const { tone, words } = stateWords(state);
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">
          {what === "visits"
            ? name
            : /* translators: %s: a phone number. */
              sprintf(__("Calls of %s", "ringtrail"), formatPhone(name))}
        </strong>
        <Pill tone={tone}>{words}</Pill>
      </div>
      <p className="rt-soft">
        {lastHeardAt === undefined
          ? null
          : /* translators: %s: how long ago. */
            sprintf(__("Last heard %s.", "ringtrail"), formatAgo(Date.parse(lastHeardAt), now, locale, timeZone))}{" "}
        {missed === undefined
          ? null
          : /* translators: %d: how many visits or calls. */
            sprintf(_n("%d was missed since then.", "%d were missed since then.", missed, "ringtrail"), missed)}
      </p>
    </li>
  );
}

/** What is silent comes first; the order is the server's otherwise. */
function loudestLast(things: readonly HeardShown[]): readonly HeardShown[] {
  return [...things.filter(({ state }) => state === "silent"), ...things.filter(({ state }) => state !== "silent")];
}

function stateWords(state: HeardShown["state"]): { readonly tone: Tone; readonly words: string } {
  switch (state) {
    case "silent":
      return { tone: "bad", words: __("Silent", "ringtrail") };
    case "heard":
      return { tone: "good", words: __("Heard", "ringtrail") };
    case "learning":
      return { tone: "calm", words: __("Learning its rhythm", "ringtrail") };
    case "unheard":
      return { tone: "plain", words: __("Not heard yet", "ringtrail") };
  }
}
