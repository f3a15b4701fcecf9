import type { Means } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { AnswerPill } from "../answer-pill.tsx";

/** One rule the owner changed: the answer in force, why, by whom and when. */
export function OverrideItem(props: {
  readonly name: string;
  readonly means: Means;
  readonly inside: boolean;
  readonly change: { readonly reason: string; readonly author: string; readonly date: string };
  /** What else is said of it, and what can be done with it. */
  readonly children?: ReactNode;
}): ReactNode {
  const { name, means, inside, change, children } = props;
  return (
    <li className="rt-change">
      <div>
        <strong>{name}</strong>
        <span>
          <AnswerPill means={means} inside={inside} />
        </span>
      </div>
      <div>
        <p>{change.reason}</p>
        <p className="rt-faint">
          {
            /* translators: 1: a person; 2: a day. */
            sprintf(__("Changed by %1$s on %2$s", "ringtrail"), change.author, change.date)
          }
        </p>
        {children}
      </div>
    </li>
  );
}
