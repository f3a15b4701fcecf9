/** Says which parts of the page must be read again after it changed. */
export function rootsOfChanges(records: readonly MutationRecord[]): Node[] {
  return records.flatMap(({ type, target, addedNodes }) =>
    (type === "childList" ? [...addedNodes] : [target]).map(rootOf),
  );
}

/** A short run of digits may be one piece of a number split over elements: its neighbours are read along with it. */
function rootOf(node: Node): Node {
  const text = node.firstChild ?? node;
  return (/^.{0,9}\d{3}.{0,9}$/s.test(text.nodeValue ?? "") && text.parentElement?.parentElement) || node;
}
