import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** What a server is, who can host it, and what works without one: said before anybody is asked for an address. */
export function ServerHelp(): ReactNode {
  return (
    <details>
      <summary>{__("What is a server, and do I need one?", "ringtrail")}</summary>
      <p>
        {__(
          "The server lends phone numbers to visits, takes the calls from your carrier and keeps who called because of what. It is free software that you own: one command on a small machine starts it (npx ringtrail start).",
          "ringtrail",
        )}
      </p>
      <p>
        {__(
          "Whoever looks after your website can host it: your agency, your hosting company, or you, on any machine that is always on and reachable by https. A carrier rents you the numbers.",
          "ringtrail",
        )}
      </p>
      <p>
        {__(
          "Without a server the block, the shortcode and the pattern show your own number, and nothing is swapped, credited or sent.",
          "ringtrail",
        )}
      </p>
    </details>
  );
}
