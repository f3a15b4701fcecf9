import { useId, type ReactNode } from "react";

/** A titled part of a screen. */
export function Card(props: {
  readonly title: string;
  /** Said small beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="rt-card" aria-labelledby={id}>
      <div className="rt-card-head">
        <h2 id={id}>{props.title}</h2>
        {props.aside === undefined ? null : <span className="rt-faint">{props.aside}</span>}
      </div>
      <div className="rt-card-body">{props.children}</div>
    </section>
  );
}
