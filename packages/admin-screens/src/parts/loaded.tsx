import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { failureWords } from "../words/failure-words.ts";
import { Blank } from "./blank.tsx";
import { Loading } from "./loading.tsx";

/** What `Loaded` looks at of a query. */
interface Loadable<Shown> {
  readonly data: Shown | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/**
 * Shows what was loaded, or that it is on its way, or why it failed. What was once shown stays: a lost network or a
 * broken server puts a note above it and never blanks the page.
 */
export function Loaded<Shown>(props: {
  readonly query: Loadable<Shown>;
  readonly children: (shown: Shown) => ReactNode;
}): ReactNode {
  const { data, error, refetch } = props.query;
  if (data === undefined && error === null) return <Loading />;
  if (data === undefined && error !== null) {
    const { title, fix } = failureWords(error);
    return (
      <div className="rt-card" role="alert">
        <Blank title={title} words={fix}>
          <Button variant="secondary" onClick={() => void refetch()} __next40pxDefaultSize>
            {__("Try again", "ringtrail")}
          </Button>
        </Blank>
      </div>
    );
  }
  return (
    <>
      {error === null ? null : (
        <Notice status="warning" isDismissible={false}>
          {failureWords(error).title} {__("What you see may be old.", "ringtrail")}
        </Notice>
      )}
      {data === undefined ? null : props.children(data)}
    </>
  );
}
