import type { ReactNode } from "react";

/** What stands where there is nothing yet: what will appear here, and what to do. */
export function Blank(props: {
  readonly title: string;
  readonly words: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="rt-blank">
      <h2>{props.title}</h2>
      <p>{props.words}</p>
      {props.children}
    </div>
  );
}
