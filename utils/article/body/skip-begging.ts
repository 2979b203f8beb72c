import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { findAll, tagOf } from '../../page/element-access.ts';

const LINE = /^(?:p|li|dd|dt|blockquote)$/;
const INLINE = /^(?:a|b|em|font|i|mark|small|span|strong|u)$/;
/** Among so many paragraphs of running text a line is one of the article's flow. */
const FLOW = 3;
const PROSE = 80;
/** Siblings that are looked at. */
const MOST_SIBLINGS = 60;
/** Longer lines of the flow tell of something, though they may ask for something as well. */
const LONGEST_LINE = 300;
/** Who asks gives a way to answer. */
const ANSWER = 'a[href], button, input, select, iframe';

/**
 * Which of the boxes that beg are no part of the article. A box of its own is believed; a plain line among the
 * article's paragraphs only where it is short and gives the user something to follow, for an article may tell of
 * newsletters and apps.
 */
export function skipBegging(begging: readonly Element[]): Set<Element> {
  const known: Known = { flows: new Map(), texts: new Map() };
  return new Set(begging.filter((element) => !isArticleLine(element, known)));
}

/** What was found out of places that several of them stand in. */
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
  // A few words of a paragraph: without them it would not be a sentence.
  if (INLINE.test(tag) && LINE.test(tagOf(parent)))
    return trimmedText(parent, texts) !== textOf(element).trim();
  if (!LINE.test(tag) || !holdsFlow(parent, flows)) return false;
  return textOf(element).trim().length > LONGEST_LINE || findAll(element, ANSWER).length === 0;
}

function holdsFlow(parent: Node, flows: Map<Node, boolean>): boolean {
  const known = flows.get(parent);
  if (known !== undefined) return known;
  let prose = 0;
  let at = firstChildOf(parent);
  for (let i = 0; at !== null && i < MOST_SIBLINGS && prose <= FLOW; at = nextSiblingOf(at), i++) {
    if (isElement(at) && tagOf(at) === 'p' && textOf(at).length > PROSE) prose++;
  }
  flows.set(parent, prose > FLOW);
  return prose > FLOW;
}
