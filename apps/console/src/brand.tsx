import type { ReactNode } from "react";

/** The name with its mark. */
export function Brand(): ReactNode {
  return (
    <span className="cs-brand">
      <img src="/console/icon.svg" alt="" width="24" height="24" />
      Ringtrail
    </span>
  );
}
