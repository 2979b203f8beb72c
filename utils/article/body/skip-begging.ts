import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { findAll, tagOf } from '../../page/element-access.ts';

const LINE = /^(?:p|li|dd|dt|blockquote)$/;
const INLINE = /^(?:a|b|em|font|i|mark|small|span|strong|u)$/;
/** Minimum number and length of paragraphs with which a line is in the flow of the article. */
const FLOW = 3;
const PROSE = 80;
/** Limit of siblings examined. */
const MAX_SIBLINGS = 60;
/** Maximum length of a request in the flow; longer lines report something. */
const MAX_LINE_LENGTH = 300;
/** Elements with which to answer a request. */
const ANSWER = 'a[href], button, input, select, iframe';

/**
 * Selects the begging boxes that are not part of the article. Separate boxes always are; a plain line among the article's
 * paragraphs only if it is short and has a link or control, since articles may report on newsletters and apps.
 */
export function skipBegging(begging: readonly Element[]): Set<Element> {
  const known: Known = { flows: new Map(), texts: new Map() };
  return new Set(begging.filter((element) => !isArticleLine(element, known)));
}

/** Caches for parents that several boxes share. */
interface Known {
  flows: Map<Node, boolean>;
  texts: Map<Node, string>;
}

function trimmedText(node: Node, texts: Map<Node, string>): string {
  const text = texts.get(node) ?? textOf(node).trim();
  texts.set(node, text);
  return text;
}

function isArticleLine(element: Element, { flows, texts }: Known): boolean {
  const tag = tagOf(element);
  const parent = parentOf(element);
  if (parent === null || !isElement(parent)) return false;
  // Part of a sentence, which would be incomplete without it.
  if (INLINE.test(tag) && LINE.test(tagOf(parent)))
    return trimmedText(parent, texts) !== textOf(element).trim();
  if (!LINE.test(tag) || !holdsFlow(parent, flows)) return false;
  return textOf(element).trim().length > MAX_LINE_LENGTH || findAll(element, ANSWER).length === 0;
}

function holdsFlow(parent: Node, flows: Map<Node, boolean>): boolean {
  const known = flows.get(parent);
  if (known !== undefined) return known;
  let prose = 0;
  let at = firstChildOf(parent);
  for (let i = 0; at !== null && i < MAX_SIBLINGS && prose <= FLOW; at = nextSiblingOf(at), i++) {
    if (isElement(at) && tagOf(at) === 'p' && textOf(at).length > PROSE) prose++;
  }
  flows.set(parent, prose > FLOW);
  return prose > FLOW;
}
