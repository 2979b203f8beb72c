import { firstChildOf, isElement, nextSiblingOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, findUpTo } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { HINT } from '../body/class-hints.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import { cleanByline, isLoginName } from './clean-byline.ts';
import type { Metadata } from './read-metadata.ts';

const BYLINE_TEXT =
  /(?:^|\d[\s,]*|[|•·–—]\s*)(?:(?:written|posted|published|story|words|text|reported|reviewed) )?(?:by|von|par|por|di|door|av|przez|autor(?:ka|e)?|author|auteur|作者|文)[\s:：]+\p{L}/iu;
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
export const AUTHOR_NAME =
  /\b(?:author|byline|by-line|contributor|writer|autor|auteur|redakt\w+)(?:s|name|names)?\b/i;
const NON_AUTHOR_NAME =
  /\b(?:bio|about|image|avatar|photo|social|follow|title|role|desc\w*|job|date|meta-date)\b/i;
/** Maximum distance of a byline from the headline, in blocks before and after it. */
const MAX_BLOCKS_BEFORE = 5;
const MAX_BLOCKS_AFTER = 12;
/** Maximum length of a block with a byline, in UTF-16 code units. */
const MAX_LENGTH = 170;
/** Matches names of boxes with authors of testimonials and comments. */
export const OTHER_AUTHOR_NAME = /\b(?:quotes?|testimonials?|customers?|comments?)\b/i;

export interface VisibleByline {
  name: string;
  element: Element;
}

const splitNames = (names: string): string =>
  names.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

/** The class of a box as words, and the tag of a custom element. */
export const classWordsOf = (box: Box): string =>
  splitNames(
    box.tag.includes('-')
      ? `${box.tag} ${attributeOf(box.element, 'class')}`
      : attributeOf(box.element, 'class'),
  );

/**
 * Lists the blocks near the headline: first those after it, then those before it. If the headline is far above the text, as in
 * breadcrumbs, also those near the beginning of the text.
 */
export function listBlocksNear(model: BlockModel, headline: Block | null, root: Box): Block[] {
  const at = headline?.index ?? root.first;
  const blocksAfter = model.blocks.slice(at + 1, at + 1 + MAX_BLOCKS_AFTER);
  const blocksBefore = model.blocks.slice(Math.max(0, at - MAX_BLOCKS_BEFORE), at).reverse();
  const isFar = root.first > at + MAX_BLOCKS_AFTER;
  const text = isFar
    ? model.blocks.slice(
        Math.max(at + 1 + MAX_BLOCKS_AFTER, root.first - MAX_BLOCKS_BEFORE),
        root.first + MAX_BLOCKS_AFTER,
      )
    : [];
  return [...blocksAfter, ...blocksBefore, ...text].filter((block) => block.text.length <= MAX_LENGTH);
}

function isNamedAsAuthor(box: Box): boolean {
  const levels = [box, box.outer, box.outer?.outer].filter((at) => at !== null && at !== undefined);
  if (levels.some((at) => OTHER_AUTHOR_NAME.test(classWordsOf(at)))) return false;
  for (const at of levels) {
    if (at.tag === 'address') return true;
    const names = `${classWordsOf(at)} ${attributeOf(at.element, 'itemprop')} ${splitNames(attributeOf(at.element, 'id'))}`;
    if (AUTHOR_NAME.test(names) && at.chars < 400) return !NON_AUTHOR_NAME.test(classWordsOf(box));
  }
  return false;
}

/** Matches two to four words, the first of which is capitalised. */
export const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){1,3}$/u;

function containsElement(element: Element): boolean {
  for (let at = firstChildOf(element); at !== null; at = nextSiblingOf(at)) if (isElement(at)) return true;
  return false;
}

/** Maximum number of links read in a box, and maximum length of their text with white space, in UTF-16 code units. */
const MAX_LINKS = 60;
const MAX_LINK_LENGTH = 1000;

const trimmedText = (element: Element): string => shortTextOf(element, MAX_LINK_LENGTH)?.trim() ?? '';

/** Whether an element contains only a name, and no other elements. */
const containsOnlyName = (element: Element): boolean =>
  !containsElement(element) &&
  FULL_NAME.test(trimmedText(element)) &&
  !NON_AUTHOR_NAME.test(attributeOf(element, 'class').replace(/[_-]+/g, ' '));

function listLinkedAuthors(box: Box): string[] {
  const links = findUpTo(
    box.element,
    'a[rel~="author"], [itemprop~="author"], a[href*="/author"], a[href*="/autor"], a[href*="/contributor"], a[href*="/staff/"], a[href*="/people/"], a[href*="/writers/"], a[class*="author" i], [class*="byline" i] a',
    MAX_LINKS,
  );
  if (links.length === 0)
    links.push(...findUpTo(box.element, 'span[class*="author" i]', MAX_LINKS).filter(containsOnlyName));
  return links.map(trimmedText).filter((text) => text !== '' && text.length < 60);
}

function removeSiteName(name: string | null, siteName: string | null): string | null {
  if (name === null || siteName === null) return name;
  const withoutSite = name.toLowerCase().endsWith(` ${siteName.toLowerCase()}`)
    ? name.slice(0, -siteName.length - 1).trim()
    : name;
  return withoutSite === '' ? name : withoutSite;
}

const LABEL =
  /^(?:(?:written|posted|reported|authored|article|story|text) )?by:?$|^authors?(?:\(s\))?:?$|^(?:von|par|por|di|door|av|autor|autorin|auteur|autora):?$/i;
const MAX_LABELLED = 6;

/** Returns the texts after a label: the next block, or the items of a list. */
export function readLabelled(model: BlockModel, label: Block): string[] {
  const first = model.blocks[label.index + 1];
  if (first === undefined) return [];
  if (first.box.tag !== 'li') return [first.text];
  for (let box: Box | null = first.box; box !== null; box = box.outer)
    if (box.tag === 'nav' || (box.hints & HINT.nav) !== 0) return [];
  return model.blocks
    .slice(first.index, first.index + MAX_LABELLED)
    .filter((block) => block.box.tag === 'li' && block.box.outer === first.box.outer)
    .map((block) => block.text);
}

/** Removes digits and punctuation before a byline. */
const removeDate = (line: string): string => line.replace(/^[\d\s,|•·–—]+/, '');

/** Reads the byline near the headline. Returns null if there is none. */
export function readVisibleByline(
  model: BlockModel,
  headline: Block | null,
  root: Box,
  { siteName, sections, lang }: Metadata,
): VisibleByline | null {
  const nearBlocks = listBlocksNear(model, headline, root);
  /** A cache, because a box can contain several blocks. */
  const cache = new Map<Box, string | null>();
  const findLinkedAuthors = (box: Box): string | null => {
    const cached = cache.get(box);
    const found = cached === undefined ? cleanByline(listLinkedAuthors(box), lang) : cached;
    cache.set(box, found);
    return found;
  };
  for (const block of nearBlocks) {
    if (block.prose > 100) continue;
    const linked = findLinkedAuthors(block.box);
    if (linked !== null && !sections.has(foldText(linked)) && block.text.length < 120)
      return { name: linked, element: block.box.element };
    const printed = BYLINE_TEXT.exec(block.text) ?? GLUED_BY.exec(block.text);
    const isLabel = LABEL.test(block.text);
    const bylineTexts = isLabel
      ? readLabelled(model, block)
      : printed === null
        ? []
        : [removeDate(block.text.slice(printed.index))];
    const texts = bylineTexts.length > 0 ? bylineTexts : isNamedAsAuthor(block.box) ? [block.text] : [];
    if (texts.length === 0 || texts.some((text) => text.length > 120)) continue;
    const name = removeSiteName(cleanByline(texts, lang), siteName);
    if (name === null || sections.has(foldText(name))) continue;
    if ((printed !== null || !isLoginName(name)) && name.length > 2)
      return { name, element: block.box.element };
  }
  return null;
}
