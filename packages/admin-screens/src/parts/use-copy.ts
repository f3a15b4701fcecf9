import { __ } from "@wordpress/i18n";
import { useState } from "react";

/**
 * Copies `text` for whoever presses a button, and says what came of it. Browsers offer no clipboard to a page without
 * encryption, as on a network of one's own: there `mark` marks the text, and `byHand` says how to copy it.
 */
export function useCopy(
  text: string,
  mark: () => void,
  byHand: string = __("It is marked: copy it with Ctrl+C or ⌘C.", "ringtrail"),
): { readonly copy: () => void; readonly said: string | undefined } {
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(__("Copied.", "ringtrail"));
    } catch {
      mark();
      setSaid(byHand);
    }
  };
  return { copy: () => void copy(), said };
}
