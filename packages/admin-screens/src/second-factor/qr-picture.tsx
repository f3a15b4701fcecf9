import { __ } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";

/** Cells left white around a code, so that cameras find its edge (ISO/IEC 18004 asks for four). */
const quiet = 4;

/** A text as a picture a camera reads: black on white in dark mode too. Nothing until what draws it has come. */
export function QrPicture(props: { readonly text: string }): ReactNode {
  const { text } = props;
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let isGone = false;
    // Drawn once in a person's life: it is a file of its own. Without it the secret can still be typed.
    import("uqr").then(
      ({ encode }) => isGone || setCells(encode(text, { ecc: "M", border: 0 }).data),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [text]);
  if (cells.length === 0) return null;
  const size = cells.length + 2 * quiet;
  const path = cells
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className="rt-qr"
      role="img"
      aria-label={__("The secret as a QR code", "ringtrail")}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
