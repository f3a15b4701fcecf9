import type { ReactNode } from "react";
import { formatChange } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { Link } from "../parts/link.tsx";

/** One figure of the overview. It leads to the calls behind it, and says what it was in the days it is compared with. */
export function Figure(props: {
  readonly name: string;
  readonly shown: string;
  readonly calls: CallsFilter;
  readonly now?: number | undefined;
  readonly before?: number | undefined;
  /** The earlier figure as it is written. */
  readonly shownBefore?: string | undefined;
}): ReactNode {
  const { locale } = useHost();
  const { now, before } = props;
  const change = now === undefined || before === undefined ? undefined : formatChange(now, before, locale);
  return (
    <li className="rt-figure">
      <Link to={{ screen: "calls", ...props.calls }} className="rt-figure-link">
        <span className="rt-figure-name">{props.name}</span>
        <span className="rt-figure-shown">{props.shown}</span>
      </Link>
      {props.shownBefore === undefined ? null : (
        <span className="rt-faint">
          {change === undefined ? null : <span className="rt-figure-change">{change} </span>}
          {props.shownBefore}
        </span>
      )}
    </li>
  );
}
