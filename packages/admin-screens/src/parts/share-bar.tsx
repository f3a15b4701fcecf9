import type { ReactNode } from "react";

/** A share from 0 to 1 as a bar. It only repeats a number that stands beside it, so readers of screens skip it. */
export function ShareBar(props: { readonly share: number; readonly quiet?: boolean }): ReactNode {
  // The width is an SVG attribute: style attributes are forbidden by a strict content security policy.
  return (
    <svg className="rt-bar" data-quiet={props.quiet ? "" : undefined} preserveAspectRatio="none" aria-hidden="true">
      <rect width={`${Math.round(props.share * 1000) / 10}%`} height="100%" rx="3" fill="currentColor" />
    </svg>
  );
}
