import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { findAll, tagOf } from '../../page/element-access.ts';

const LINE_TAG = /^(?:p|li|dd|dt|blockquote)$/;
const INLINE_TAG = /^(?:a|b|em|font|i|mark|small|span|strong|u)$/;
/** A parent with more than this number of paragraphs over this length (characters) contains the flow of the article. */
const MAX_PARAGRAPHS_OUTSIDE_FLOW = 3;
const MIN_PARAGRAPH_LENGTH = 80;
/** Maximum number of siblings examined. */
const MAX_SIBLINGS = 60;
/** Maximum length of a request in the flow, in characters; longer lines report something. */
const MAX_LINE_LENGTH = 300;
/** Elements with which users can respond to a request. */
const CONTROLS = 'a[href], button, input, select, iframe';

/**
 * Selects the promotional elements that don't belong to the article: separate boxes, and lines among the article's paragraphs
 * if they are short and have a link or control. Other lines stay, because articles can report about newsletters and apps.
 */
export function selectPromos(promos: readonly Element[]): Set<Element> {
  const cache: Cache = { flowByParent: new Map(), textByParent: new Map() };
  return new Set(promos.filter((element) => !isArticleLine(element, cache)));
}

/** Caches, because several elements can have the same parent. */
interface Cache {
  flowByParent: Map<Node, boolean>;
  textByParent: Map<Node, string>;
}

function trimmedText(node: Node, textByParent: Map<Node, string>): string {
  const text = textByParent.get(node) ?? textOf(node).trim();
  textByParent.set(node, text);
  return text;
}

function isArticleLine(element: Element, { flowByParent, textByParent }: Cache): boolean {
  const tag = tagOf(element);
  const parent = parentOf(element);
  if (parent === null || !isElement(parent)) return false;
  // An inline element in a line is part of a sentence, which would be incomplete without it.
  if (INLINE_TAG.test(tag) && LINE_TAG.test(tagOf(parent)))
    return trimmedText(parent, textByParent) !== textOf(element).trim();
  if (!LINE_TAG.test(tag) || !containsFlow(parent, flowByParent)) return false;
  return textOf(element).trim().length > MAX_LINE_LENGTH || findAll(element, CONTROLS).length === 0;
}

function containsFlow(parent: Node, flowByParent: Map<Node, boolean>): boolean {
  const cached = flowByParent.get(parent);
  if (cached !== undefined) return cached;
  let paragraphCount = 0;
  let at = firstChildOf(parent);
  for (
    let i = 0;
    at !== null && i < MAX_SIBLINGS && paragraphCount <= MAX_PARAGRAPHS_OUTSIDE_FLOW;
    at = nextSiblingOf(at), i++
  ) {
    if (isElement(at) && tagOf(at) === 'p' && textOf(at).length > MIN_PARAGRAPH_LENGTH) paragraphCount++;
  }
  flowByParent.set(parent, paragraphCount > MAX_PARAGRAPHS_OUTSIDE_FLOW);
  return paragraphCount > MAX_PARAGRAPHS_OUTSIDE_FLOW;
}
