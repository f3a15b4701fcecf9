/** True when a reader could see the element by scrolling: it has a place on the page. */
export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}

/** Calls back once when the element comes into view: a menu that is opened, a panel that is unfolded. */
export function whenSeen(element: Element, seen: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    seen();
  });
  observer.observe(element);
}
