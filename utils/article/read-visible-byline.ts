import { cleanByline, isHandle } from './clean-byline.ts';
import { attributeOf, findAll, textOf } from './dom-access.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { readWords, toIsoDate } from './read-dates.ts';

const BYLINE_TEXT =
  /(?:^|\d[\s,]*|[|•·–—]\s*)(?:(?:written|posted|published|story|words|text|reported|reviewed) )?(?:by|von|par|por|di|door|av|przez|autor(?:ka|e)?|author|auteur|作者|文)[\s:：]+\p{L}/iu;
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
const AUTHOR_NAME =
  /\b(?:author|byline|by-line|contributor|writer|autor|auteur|redakt\w+)(?:s|name|names)?\b/i;
const NOT_AUTHOR =
  /\b(?:bio|about|image|avatar|photo|social|follow|title|role|desc\w*|job|date|meta-date)\b/i;
/** A byline stands within this many blocks of the headline, before or after. */
const BEFORE = 5;
const AFTER = 12;
const LONGEST = 170;
const UPDATED =
  /\b(?:updated?|modified|aktualisiert|mis à jour|actualizado|aggiornato|aktualizacja|uppdaterad)\b/i;

export interface VisibleByline {
  name: string;
  element: Element;
}

const classOf = (box: Box): string =>
  attributeOf(box.element, 'class')
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');

/** Blocks around the headline, those after it first. */
function around(model: BlockModel, headline: Block | null, root: Box): Block[] {
  const at = headline?.index ?? root.first;
  const after = model.blocks.slice(at + 1, at + 1 + AFTER);
  const before = model.blocks.slice(Math.max(0, at - BEFORE), at).reverse();
  return [...after, ...before].filter((block) => block.text.length <= LONGEST);
}

function namedAuthor(box: Box): boolean {
  for (const at of [box, box.parent, box.parent?.parent]) {
    if (at === null || at === undefined) continue;
    if (at.tag === 'address') return true;
    const names = `${classOf(at)} ${attributeOf(at.element, 'itemprop')}`;
    if (AUTHOR_NAME.test(names) && at.chars < 400) return !NOT_AUTHOR.test(classOf(box));
  }
  return false;
}

function linkedAuthors(box: Box): string[] {
  const links = findAll(
    box.element,
    'a[rel~="author"], [itemprop~="author"], a[href*="/author"], a[href*="/autor"], a[href*="/contributor"], a[href*="/staff/"], a[href*="/people/"], a[href*="/writers/"], a[class*="author" i], [class*="byline" i] a',
  );
  return links.map((link) => textOf(link).trim()).filter((text) => text !== '' && text.length < 60);
}

function withoutTail(name: string | null, siteName: string | null): string | null {
  if (name === null || siteName === null) return name;
  const cut = name.toLowerCase().endsWith(` ${siteName.toLowerCase()}`)
    ? name.slice(0, -siteName.length - 1).trim()
    : name;
  return cut === '' ? name : cut;
}

/** @returns the printed byline near the headline, and the element it stands in */
export function readVisibleByline(
  model: BlockModel,
  headline: Block | null,
  root: Box,
  siteName: string | null,
): VisibleByline | null {
  const near = around(model, headline, root);
  for (const block of near) {
    if (block.prose > 100) continue;
    const linked = cleanByline(linkedAuthors(block.box));
    if (linked !== null && block.text.length < 120) return { name: linked, element: block.box.element };
    const printed = BYLINE_TEXT.exec(block.text) ?? GLUED_BY.exec(block.text);
    const label = /^(?:written|posted|reported|authored)? ?by:?$|^authors?:?$|^von:?$|^par:?$|^por:?$/i.test(
      block.text,
    );
    const source = label
      ? (model.blocks[block.index + 1]?.text ?? '')
      : printed === null
        ? ''
        : block.text.slice(printed.index);
    const stated = source !== '' ? source : namedAuthor(block.box) ? block.text : '';
    if (stated === '' || stated.length > 120) continue;
    const name = withoutTail(cleanByline([stated]), siteName);
    if (name !== null && (printed !== null || !isHandle(name)) && name.length > 2)
      return { name, element: block.box.element };
  }
  return null;
}

/** Author boxes stand within this many blocks around the end of the body. */
const AROUND_END = 22;

/** @returns the name over an author box after the text, for pages that print none by the headline */
export function readClosingByline(model: BlockModel, root: Box): VisibleByline | null {
  for (const block of model.blocks.slice(Math.max(root.first, root.end - 5), root.end + AROUND_END)) {
    const words = block.text.split(' ').length;
    if (words < 2 || words > 5 || block.text.length > 50) continue;
    if (
      !AUTHOR_NAME.test(`${classOf(block.box)} ${block.box.parent === null ? '' : classOf(block.box.parent)}`)
    )
      continue;
    const name = cleanByline([block.text]);
    if (name !== null && !isHandle(name) && /^\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){1,3}$/u.test(name)) {
      return { name, element: block.box.element };
    }
  }
  return null;
}

/** A date printed near the headline. */
export interface PrintedDate {
  date: string;
  isUpdate: boolean;
}

/** @returns the date a reader sees by the headline; one that says "updated" only where there is no other */
export function readPrintedDate(model: BlockModel, headline: Block | null, root: Box): PrintedDate | null {
  let update: PrintedDate | null = null;
  for (const block of around(model, headline, root)) {
    if (block.prose > 100 || /©|copyright/i.test(block.text)) continue;
    const time = block.box.chars < 300 ? findAll(block.box.element, 'time[datetime]')[0] : undefined;
    const marked = time === undefined ? null : toIsoDate(attributeOf(time, 'datetime'));
    const date = marked ?? readWords(block.text);
    if (date === null) continue;
    const isUpdate = UPDATED.test(block.text) || /changed|updated|modified/i.test(classOf(block.box));
    if (!isUpdate) return { date, isUpdate };
    update ??= { date, isUpdate };
  }
  return update;
}
