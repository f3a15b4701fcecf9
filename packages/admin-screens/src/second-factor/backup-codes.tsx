import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import { useCopy } from "../parts/use-copy.ts";

/** The codes for the day the authenticator is lost, shown this once, to be copied or saved. */
export function BackupCodes(props: { readonly codes: readonly string[]; readonly onKept: () => void }): ReactNode {
  const { codes, onKept } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.focus(), []);
  const text = `${codes.join("\n")}\n`;
  const markAll = (): void => {
    if (list.current !== null) getSelection()?.selectAllChildren(list.current);
  };
  const byHand = __("They are marked: copy them with Ctrl+C or ⌘C.", "ringtrail");
  const { copy, said } = useCopy(text, markAll, byHand);
  return (
    <div className="rt-secret">
      <p>
        <strong>{__("Your backup codes, shown this once", "ringtrail")}</strong>
      </p>
      <p className="rt-soft">
        {__("Each signs you in once when your authenticator is lost. Keep them where it is not.", "ringtrail")}
      </p>
      <ol ref={list} tabIndex={-1} className="rt-backup rt-mono" aria-label={__("Backup codes", "ringtrail")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="rt-save">
        <Button variant="primary" onClick={copy} __next40pxDefaultSize>
          {__("Copy", "ringtrail")}
        </Button>
        <Button
          variant="secondary"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="ringtrail-backup-codes.txt"
          __next40pxDefaultSize
        >
          {__("Save as a file", "ringtrail")}
        </Button>
        <Button variant="tertiary" onClick={onKept} __next40pxDefaultSize>
          {__("I have kept them", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {said}
        </span>
      </div>
    </div>
  );
}
