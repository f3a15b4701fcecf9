import type { Client } from "@ringtrail/api-contract";
import { Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";

type Told = Awaited<ReturnType<Client["notices"]>>["notices"];

/**
 * What owners are told, above every screen until they say that they have seen it. People who are no owners are told
 * nothing, and a server that cannot answer now is asked again at the next visit: no screen waits for this.
 */
export function Notices(props: {
  readonly api: Pick<Client, "notices" | "seeNotices">;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { api, timeZone } = props;
  const [told, setTold] = useState<Told>([]);
  useEffect(() => {
    let isHere = true;
    api.notices().then(
      ({ notices }) => (isHere ? setTold(notices) : undefined),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [api]);

  const [newest] = told;
  if (newest === undefined) return null;
  const see = (): void => {
    setTold([]);
    api.seeNotices(newest.at).then(
      ({ notices }) => setTold(notices),
      () => setTold(told),
    );
  };
  return (
    <section className="cs-notices" aria-label={__("For owners", "ringtrail")}>
      <Notice
        status="warning"
        isDismissible={false}
        actions={[{ label: __("I have seen this", "ringtrail"), onClick: see, variant: "secondary" }]}
      >
        <ul>
          {told.map(({ at, words }) => (
            <li key={`${at} ${words}`}>
              <time dateTime={at}>{new Date(at).toLocaleString(undefined, { timeZone })}</time> {words}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
