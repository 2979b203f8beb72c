/**
 * Runs in a page: the interface's own words that a user can't read to their end, or that stand on others. In the gallery's pseudo-locale each of
 * them stands in brackets, which tells them from titles and names, that are cut on purpose; see `pseudo-locale.ts`.
 *
 * @returns for each what cuts it, its words, and the element it stands in; nothing where all can be read or scrolled to
 */
export function findClippedWords(): string[] {
  const root = document.documentElement;
  const found = new Set<string>();
  const say = (what: string, words: string, element: Element): void => {
    const shell = (element.cloneNode(false) as Element).outerHTML.slice(0, 120);
    found.add(`${what}: “${words.trim().slice(0, 80)}” in ${shell}`);
  };
  // Layout rounds to whole pixels in one place and not in another.
  const SLACK = 1.5;
  const isWord = (text: string): boolean => text.includes('⟦') || text.includes('⟧');
  interface Box {
    style: Pick<CSSStyleDeclaration, 'overflowX' | 'overflowY' | 'display' | 'position'>;
    edge: DOMRect;
  }
  const boxes = new Map<Element, Box>();
  /** Nothing moves meanwhile, and each box stands around many words: the browser is asked once for each. */
  const boxOf = (element: Element): Box => {
    const known = boxes.get(element);
    if (known !== undefined) return known;
    const { overflowX, overflowY, display, position } = getComputedStyle(element);
    const box = {
      style: { overflowX, overflowY, display, position },
      edge: element.getBoundingClientRect(),
    };
    boxes.set(element, box);
    return box;
  };
  /** What cuts a box of words off on its way up to the window, if anything does. */
  const cutBy = (words: DOMRect, element: Element): string | null => {
    let canScrollX = false;
    let canScrollY = false;
    for (let box: Element | null = element; box !== null && box !== root; box = box.parentElement) {
      const {
        style: { overflowX, overflowY, display, position },
        edge,
      } = boxOf(box);
      if (display !== 'inline' && display !== 'contents') {
        const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        if (
          cuts(overflowX) &&
          !canScrollX &&
          (words.left < edge.left - SLACK || words.right > edge.right + SLACK)
        )
          return 'cut at its side';
        if (
          cuts(overflowY) &&
          !canScrollY &&
          (words.top < edge.top - SLACK || words.bottom > edge.bottom + SLACK)
        )
          return 'cut above or below';
        canScrollX ||= overflowX === 'auto' || overflowX === 'scroll';
        canScrollY ||= overflowY === 'auto' || overflowY === 'scroll';
      }
      if (position === 'fixed') break;
    }
    if (canScrollX) return null;
    return words.left < -SLACK || words.right > root.clientWidth + SLACK ? 'beyond the window' : null;
  };
  /** What is left of a box of words in what scrolls or cuts around it. */
  const seenOf = (words: DOMRect, element: Element): DOMRect => {
    let [left, top, right, bottom] = [words.left, words.top, words.right, words.bottom];
    for (let box: Element | null = element; box !== null && box !== root; box = box.parentElement) {
      const {
        style: { overflowX, overflowY },
        edge,
      } = boxOf(box);
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.visually-hidden, [aria-hidden="true"]') === null;
  const lines: { box: DOMRect; element: Element; words: string }[] = [];
  /** Whether something lies over the page on purpose, below what both have in common. */
  const isOver = (element: Element, common: Element): boolean => {
    for (let box: Element | null = element; box !== null && box !== common; box = box.parentElement)
      if (box.tagName === 'DIALOG' || boxOf(box).style.position !== 'static') return true;
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent ?? '';
    if (
      element === null ||
      words.trim() === '' ||
      element.closest('select, script, style') ||
      !isShown(element)
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    for (const box of range.getClientRects()) {
      // A font's box is higher than its letters, and than many a line.
      const spare = Math.max(0, (box.height - size) / 2);
      const line = new DOMRect(box.x, box.y + spare, box.width, box.height - 2 * spare);
      lines.push({ box: seenOf(line, element), element, words });
      const what = isWord(words) ? cutBy(line, element) : null;
      if (what !== null) say(what, words, element);
    }
    const { textOverflow, overflowX } = getComputedStyle(element);
    if (
      isWord(words) &&
      textOverflow === 'ellipsis' &&
      overflowX !== 'visible' &&
      element.scrollWidth > element.clientWidth + SLACK
    )
      say('ends in “…”', words, element);
  }
  // From the top down: only what begins above another's end can stand on it, and most pairs are far apart.
  const downwards = lines
    .map((line, index) => ({ ...line, index }))
    .sort((one, other) => one.box.top - other.box.top);
  for (const [at, upper] of downwards.entries()) {
    let next = at + 1;
    for (
      let lower = downwards[next];
      lower !== undefined && lower.box.top < upper.box.bottom - 2;
      lower = downwards[++next]
    ) {
      const [one, other] = upper.index < lower.index ? [upper, lower] : [lower, upper];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (
        across <= 2 ||
        down <= 2 ||
        one.element.contains(other.element) ||
        other.element.contains(one.element)
      )
        continue;
      let common: Element = one.element;
      while (!common.contains(other.element)) common = common.parentElement ?? root;
      if (!isOver(one.element, common) && !isOver(other.element, common))
        say(`stands on “${other.words.trim().slice(0, 40)}”`, one.words, one.element);
    }
  }
  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input, select, textarea',
  )) {
    if (pen === null || !isShown(field) || field.tagName === 'TEXTAREA') continue;
    const words =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.textContent ?? '')
        : field.value === ''
          ? field.placeholder
          : field.type === 'submit'
            ? field.value
            : '';
    if (!isWord(words)) continue;
    const style = getComputedStyle(field);
    pen.font = style.font;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (pen.measureText(words).width > room + SLACK) say('longer than its field', words, field);
  }
  if (root.scrollWidth > root.clientWidth + SLACK)
    found.add(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
  return [...found];
}
