import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";

/** The whole account as a file, to leave with or to keep. */
export function ExportCard(): ReactNode {
  const { exportHref } = useHost();
  if (exportHref === undefined) return null;
  return (
    <Card title={__("Take everything along", "ringtrail")}>
      <p className="rt-soft">
        {__(
          "Every row of the account, one a line with the name of its table, all as they are at one moment. Callers and recordings are no part of it: the command ringtrail export --care writes them. The export is logged.",
          "ringtrail",
        )}
      </p>
      <div className="rt-save">
        <a className="components-button is-secondary is-next-40px-default-size" href={exportHref} download>
          {__("Export the account (NDJSON)", "ringtrail")}
        </a>
      </div>
    </Card>
  );
}
