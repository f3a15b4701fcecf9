import { __ } from "@wordpress/i18n";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProofWay } from "../call/proof-way.tsx";
import { formatDateTime } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Earlier } from "../parts/earlier.tsx";

const perPage = 10;

/** What was decided, said and heard on the account's calls, newest first, each with its call and its certificate. */
export function ProofsCard(): ReactNode {
  const { api, locale, timeZone } = useHost();
  const proofs = useInfiniteQuery({
    queryKey: ["proofs"],
    queryFn: ({ pageParam }) => api.proofs({ cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  return (
    <Card
      title={__("Proofs", "ringtrail")}
      aside={__("one chain, each sealed by the hash of the one before", "ringtrail")}
    >
      <Loaded query={proofs}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.proofs);
          if (all.length === 0) {
            return (
              <p className="rt-soft">
                {__("No proofs yet. The first call will add what was decided about it, said and heard.", "ringtrail")}
              </p>
            );
          }
          return (
            <>
              <ol className="rt-chain">
                {all.map((proof) => (
                  <li key={proof.sequence}>
                    <span className="rt-faint">{proof.sequence}</span>
                    <span>
                      {proof.words} <span className="rt-mono rt-faint">{proof.hash.slice(0, 12)}</span>
                    </span>
                    <time className="rt-faint" dateTime={proof.at}>
                      {formatDateTime(Date.parse(proof.at), locale, timeZone)}
                    </time>
                    <span className="rt-chain-ways">
                      <Link to={{ screen: "call", call: proof.call }}>{__("Call", "ringtrail")}</Link>
                      <ProofWay call={proof.call} form="certificate">
                        {__("Certificate", "ringtrail")}
                      </ProofWay>
                    </span>
                  </li>
                ))}
              </ol>
              <Earlier list={proofs}>{__("Earlier proofs", "ringtrail")}</Earlier>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
