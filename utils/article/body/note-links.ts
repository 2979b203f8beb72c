import { containsNode, isElement, parentOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, findAll, findUpTo, tagOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** Prefix of all ids that are kept; `sanitise-html.ts` removes others. */
const PREFIX = 'note-';
/** Text of a note mark: a digit, a letter or a symbol, optionally in brackets. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;
/** Limit of links examined; a long work has some hundred notes. */
const MAX_LINKS = 2000;
/** Maximum length of a note, in UTF-16 units. */
const MAX_NOTE_LENGTH = 3000;
/** Maximum length of a mark with brackets and white space. */
const MAX_MARK_LENGTH = 100;
/** Maximum number of marks for one note, each with an anchor of its own in it. */
const MAX_ANCHORS = 5;

const NOTE_BLOCK = /^(?:p|li|dd|td|div|aside|blockquote)$/;

/** A note that a mark in the text refers to. */
export interface Note {
  id: string;
  /** The complete note. */
  element: Element;
}

/** Links within an article, with ids of our own. */
export interface NoteLinks {
  /** Returns the id of a link target once, since ids must be unique. */
  takeId(element: Element): string | null;
  /** The address of a link within the article; null if it leads elsewhere. */
  hrefOf(link: Element): string | null;
  /** Notes outside of the kept content, whose ids were not taken. */
  missing(): Note[];
}

function fragmentOf(link: Element, base: string): string | null {
  const href = attributeOf(link, 'href').trim();
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1 || href.length > ADDRESS_LIMIT) return null;
  if (at > 0 && (!URL.canParse(href, base) || !isSamePage(new URL(href, base), base))) return null;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch (error) {
    if (error instanceof URIError) return href.slice(at + 1);
    throw error;
  }
}

function isSamePage(url: URL, base: string): boolean {
  url.hash = '';
  return url.href === base.replace(/#.*$/, '');
}

function topOf(root: Element): Element {
  let top = root;
  for (let at = parentOf(root); at !== null && isElement(at); at = parentOf(at)) top = at;
  return top;
}

/** The block that contains or is an anchor, which is at the beginning of its note. */
function noteAround(place: Element): Element | null {
  let at: Node | null = place;
  while (at !== null && isElement(at) && !NOTE_BLOCK.test(tagOf(at))) at = parentOf(at);
  return at !== null && isElement(at) ? at : null;
}

/**
 * Finds links within an article, such as footnotes and tables of contents.
 *
 * @param root the container of the body; link targets may be outside of it
 * @param base the page's address
 * @returns null if there are none
 */
export function* findNoteLinks(root: Element, base: string): Steps<NoteLinks | null> {
  const names = new Map<Element, string>();
  const wanted = new Set<string>();
  for (const [at, link] of findUpTo(root, 'a[href*="#"]', MAX_LINKS).entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const name = fragmentOf(link, base);
    if (name === null) continue;
    names.set(link, name);
    wanted.add(name);
  }
  if (wanted.size === 0) return null;
  const places = new Map<string, Element>();
  yield;
  for (const [at, element] of findAll(topOf(root), '[id], a[name]').entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const name = [attributeOf(element, 'id'), attributeOf(element, 'name')].find((said) => wanted.has(said));
    if (name !== undefined && !places.has(name)) places.set(name, element);
  }
  const ids = new Map([...places.keys()].map((name, at) => [name, `${PREFIX}${at + 1}`]));
  const byPlace = new Map([...places].map(([name, element]) => [element, name]));
  const taken = new Set<string>();
  const marked = new Set<string>();
  return {
    takeId(element) {
      const name = byPlace.get(element);
      if (name === undefined || taken.has(name)) return null;
      taken.add(name);
      return ids.get(name) ?? null;
    },
    hrefOf(link) {
      const name = names.get(link);
      const id = name === undefined ? undefined : ids.get(name);
      if (name === undefined || id === undefined) return null;
      const text = shortTextOf(link, MAX_MARK_LENGTH);
      if (text !== null && MARK.test(text.trim())) marked.add(name);
      return `#${id}`;
    },
    missing() {
      const uses = new Map<Element, number>();
      return [...marked].flatMap((name): Note[] => {
        const place = places.get(name);
        const element = taken.has(name) || place === undefined ? null : noteAround(place);
        if (element === null) return [];
        const used = uses.get(element) ?? 0;
        uses.set(element, used + 1);
        if (
          used >= MAX_ANCHORS ||
          containsNode(element, root) ||
          shortTextOf(element, MAX_NOTE_LENGTH) === null
        )
          return [];
        return [{ id: ids.get(name) ?? '', element }];
      });
    },
  };
}
