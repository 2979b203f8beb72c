import { firstChildOf, isElement, nextSiblingOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, findUpTo } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { HINT } from '../body/class-hints.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import { cleanByline, isHandle } from './clean-byline.ts';
import type { Metadata } from './read-metadata.ts';

const BYLINE_TEXT =
  /(?:^|\d[\s,]*|[|•·–—]\s*)(?:(?:written|posted|published|story|words|text|reported|reviewed) )?(?:by|von|par|por|di|door|av|przez|autor(?:ka|e)?|author|auteur|作者|文)[\s:：]+\p{L}/iu;
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
export const AUTHOR_NAME =
  /\b(?:author|byline|by-line|contributor|writer|autor|auteur|redakt\w+)(?:s|name|names)?\b/i;
const NOT_AUTHOR =
  /\b(?:bio|about|image|avatar|photo|social|follow|title|role|desc\w*|job|date|meta-date)\b/i;
/** Maximum distance of a byline from the headline, in blocks before and after. */
const BEFORE = 5;
const AFTER = 12;
const MAX_LENGTH = 170;
/** Names of boxes with other authors: of testimonials and comments. */
export const OTHERS = /\b(?:quotes?|testimonials?|customers?|comments?)\b/i;

export interface VisibleByline {
  name: string;
  element: Element;
}

const wordsOf = (names: string): string => names.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

/** The class of a box as words, and the tag of a custom element. */
export const classOf = (box: Box): string =>
  wordsOf(
    box.tag.includes('-')
      ? `${box.tag} ${attributeOf(box.element, 'class')}`
      : attributeOf(box.element, 'class'),
  );

/**
 * Blocks around the headline, later ones first. If the headline is far above the text, as in breadcrumbs, followed by those
 * around the beginning of the text.
 */
export function around(model: BlockModel, headline: Block | null, root: Box): Block[] {
  const at = headline?.index ?? root.first;
  const after = model.blocks.slice(at + 1, at + 1 + AFTER);
  const before = model.blocks.slice(Math.max(0, at - BEFORE), at).reverse();
  const isFar = root.first > at + AFTER;
  const text = isFar
    ? model.blocks.slice(Math.max(at + 1 + AFTER, root.first - BEFORE), root.first + AFTER)
    : [];
  return [...after, ...before, ...text].filter((block) => block.text.length <= MAX_LENGTH);
}

function namedAuthor(box: Box): boolean {
  const levels = [box, box.outer, box.outer?.outer].filter((at) => at !== null && at !== undefined);
  if (levels.some((at) => OTHERS.test(classOf(at)))) return false;
  for (const at of levels) {
    if (at.tag === 'address') return true;
    const names = `${classOf(at)} ${attributeOf(at.element, 'itemprop')} ${wordsOf(attributeOf(at.element, 'id'))}`;
    if (AUTHOR_NAME.test(names) && at.chars < 400) return !NOT_AUTHOR.test(classOf(box));
  }
  return false;
}

/** Two to four words, the first one capitalised. */
export const FULL_NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){1,3}$/u;

function holdsElement(element: Element): boolean {
  for (let at = firstChildOf(element); at !== null; at = nextSiblingOf(at)) if (isElement(at)) return true;
  return false;
}

/** Limits of links and names in a line, and of the length of one with white space. */
const MAX_LINKS = 60;
const MAX_LINK_LENGTH = 1000;

const trimmedText = (element: Element): string => shortTextOf(element, MAX_LINK_LENGTH)?.trim() ?? '';

/** Whether an element contains only a name: no image, role or list. */
const isBare = (element: Element): boolean =>
  !holdsElement(element) &&
  FULL_NAME.test(trimmedText(element)) &&
  !NOT_AUTHOR.test(attributeOf(element, 'class').replace(/[_-]+/g, ' '));

function linkedAuthors(box: Box): string[] {
  const links = findUpTo(
    box.element,
    'a[rel~="author"], [itemprop~="author"], a[href*="/author"], a[href*="/autor"], a[href*="/contributor"], a[href*="/staff/"], a[href*="/people/"], a[href*="/writers/"], a[class*="author" i], [class*="byline" i] a',
    MAX_LINKS,
  );
  if (links.length === 0)
    links.push(...findUpTo(box.element, 'span[class*="author" i]', MAX_LINKS).filter(isBare));
  return links.map(trimmedText).filter((text) => text !== '' && text.length < 60);
}

function withoutTail(name: string | null, siteName: string | null): string | null {
  if (name === null || siteName === null) return name;
  const cut = name.toLowerCase().endsWith(` ${siteName.toLowerCase()}`)
    ? name.slice(0, -siteName.length - 1).trim()
    : name;
  return cut === '' ? name : cut;
}

const LABEL =
  /^(?:(?:written|posted|reported|authored|article|story|text) )?by:?$|^authors?(?:\(s\))?:?$|^(?:von|par|por|di|door|av|autor|autorin|auteur|autora):?$/i;
const MAX_LABELLED = 6;

/** The content after a label: one block, or the items of a list. */
export function labelled(model: BlockModel, label: Block): string[] {
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

/** Removes a date and punctuation before the byline in a line. */
const withoutDate = (line: string): string => line.replace(/^[\d\s,|•·–—]+/, '');

/** @returns the printed byline near the headline, and its element */
export function readVisibleByline(
  model: BlockModel,
  headline: Block | null,
  root: Box,
  { siteName, sections, lang }: Metadata,
): VisibleByline | null {
  const near = around(model, headline, root);
  /** A large box may contain several lines. */
  const authors = new Map<Box, string | null>();
  const authorsIn = (box: Box): string | null => {
    const known = authors.get(box);
    const found = known === undefined ? cleanByline(linkedAuthors(box), lang) : known;
    authors.set(box, found);
    return found;
  };
  for (const block of near) {
    if (block.prose > 100) continue;
    const linked = authorsIn(block.box);
    if (linked !== null && !sections.has(foldText(linked)) && block.text.length < 120)
      return { name: linked, element: block.box.element };
    const printed = BYLINE_TEXT.exec(block.text) ?? GLUED_BY.exec(block.text);
    const label = LABEL.test(block.text);
    const source = label
      ? labelled(model, block)
      : printed === null
        ? []
        : [withoutDate(block.text.slice(printed.index))];
    const stated = source.length > 0 ? source : namedAuthor(block.box) ? [block.text] : [];
    if (stated.length === 0 || stated.some((text) => text.length > 120)) continue;
    const name = withoutTail(cleanByline(stated, lang), siteName);
    if (name === null || sections.has(foldText(name))) continue;
    if ((printed !== null || !isHandle(name)) && name.length > 2) return { name, element: block.box.element };
  }
  return null;
}
