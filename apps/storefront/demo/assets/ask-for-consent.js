const key = "bright-pipe-answer";

/**
 * Asks once and remembers the answer, as any consent banner does. Ringtrail hears of it by one call; on a page where
 * Ringtrail has not arrived yet, the answer waits for it in the queue of the same name.
 *
 * @param {Document} page
 */
export function askForConsent(page) {
  const banner = page.getElementById("consent");
  const remembered = localStorage.getItem(key);
  if (remembered === "granted" || remembered === "denied") tell(remembered);
  else banner.hidden = false;

  page.getElementById("consent-open").addEventListener("click", () => {
    banner.hidden = false;
    banner.querySelector("button").focus();
  });
  banner.addEventListener("click", ({ target }) => {
    const answer = target.closest("[data-answer]")?.dataset.answer;
    if (!answer) return;
    localStorage.setItem(key, answer);
    banner.hidden = true;
    tell(answer);
  });
}

/** @param {"granted" | "denied"} answer */
function tell(answer) {
  (window.ringtrail ??= []).push({ answer });
}
