import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import type { ReactNode } from "react";

/** The way to the next page of a list that the server pages, as long as there is one. The words name what it brings. */
export function Earlier(props: {
  readonly list: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
  readonly children: string;
}): ReactNode {
  const { list, children } = props;
  return list.hasNextPage ? (
    <div className="rt-more">
      <Button
        variant="secondary"
        isBusy={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
        __next40pxDefaultSize
      >
        {children}
      </Button>
    </div>
  ) : null;
}
