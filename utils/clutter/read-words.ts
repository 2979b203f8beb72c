/** Characters of a block's text that are read where nothing else is said. */
const TEXT_LENGTH = 200;
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe']);

/** The first words in a block, white space folded. Reads no more than it needs. */
export function readWords(root: Node, limit = TEXT_LENGTH): string {
  let words = '';
  const read = (node: Node): void => {
    for (let child = node.firstChild; child !== null && words.length < limit * 2; child = child.nextSibling) {
      if (child.nodeType === 3) words += child.nodeValue ?? '';
      else if (child.nodeType === 1 && !UNREAD.has((child as Element).localName)) {
        read(child);
        words += ' ';
      }
    }
  };
  read(root);
  return words.replace(/\s+/g, ' ').trim().slice(0, limit);
}

/** Whether there is any word in a block. Looks no further than the first. */
export function hasWords(root: Node): boolean {
  for (let child = root.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return true;
    if (child.nodeType === 1 && !UNREAD.has((child as Element).localName) && hasWords(child)) return true;
  }
  return false;
}
