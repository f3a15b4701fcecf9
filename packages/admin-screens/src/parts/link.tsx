import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { Place } from "../frame/place.ts";

/** A link to another screen: an ordinary one, so that it can be opened in a new tab. */
export function Link(props: {
  readonly to: Place;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { router } = useHost();
  return (
    <a href={router.href(props.to)} className={props.className}>
      {props.children}
    </a>
  );
}
