/** Says which parts of the page must be read again after it changed. */
export function rootsOfChanges(records: readonly MutationRecord[]): Node[] {
  return records.flatMap(({ type, target, addedNodes }) =>
    (type === "childList" ? [...addedNodes] : [target])
      .filter((node) => node.isConnected && (node instanceof Element || node instanceof Text))
      .map(rootOf),
  );
}

/** A short run of digits may be one piece of a number split over elements: its neighbours are read along with it. */
function rootOf(node: Node): Node {
  const text = node.childNodes.length === 1 ? node.firstChild : node;
  const isPiece = text instanceof Text && text.length < 20 && /\d{3}/.test(text.data);
  return (isPiece && text.parentElement?.parentElement) || node;
}
