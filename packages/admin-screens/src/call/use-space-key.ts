import { useEffect } from "react";

/** Where a space is a letter or a press already. The slider is none of them: a space means nothing to it. */
const taken = "input:not([type=range]), textarea, select, button, a, summary, label, [contenteditable=true]";

/** Space plays and pauses wherever it means nothing else, as in players people know. */
export function useSpaceKey(toggle: () => void): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(taken) !== null) return;
      // Else the page would jump down by a screen.
      event.preventDefault();
      if (!event.repeat) toggle();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [toggle]);
}
