import { holds, isElement, parentOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, findAll, findSome, tagOf } from '../../page/element-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** Names with this prefix are all that is left of a page's ids; `sanitise-html.ts` lets no others through. */
const PREFIX = 'note-';
/** What a mark says: a digit, a letter or a symbol, in brackets or not. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;
/** Links within the page that are looked at; a long work has some hundred notes. */
const MOST_LINKS = 2000;
/** A note is a few sentences; whatever is larger is something else. UTF-16 units. */
const LONGEST_NOTE = 3000;
/** A mark with its brackets and white space. */
const LONGEST_MARK = 100;
/** Marks that may lead to one note, each with a place of its own in it. */
const MOST_PLACES = 5;

const NOTE_BLOCK = /^(?:p|li|dd|td|div|aside|blockquote)$/;

/** A note that a mark in the text points to. */
export interface Note {
  id: string;
  /** The whole of it. */
  element: Element;
}

/** Links from one place of an article to another, under names of our own. */
export interface NoteLinks {
  /** The name of a place that something links to, once: two places can't have one name. */
  takeId(element: Element): string | null;
  /** The address of a link within the article, or null where it leads elsewhere. */
  hrefOf(link: Element): string | null;
  /** Notes that marks point to and whose name nobody took: they stand outside of what is kept. */
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

/** The block that a place is in, or is: anchors stand at the beginning of the note that they name. */
function noteAround(place: Element): Element | null {
  let at: Node | null = place;
  while (at !== null && isElement(at) && !NOTE_BLOCK.test(tagOf(at))) at = parentOf(at);
  return at !== null && isElement(at) ? at : null;
}

/**
 * Finds the links within an article, as footnotes and tables of contents have them.
 *
 * @param root the container of the body; what it links to may stand outside of it
 * @param base the page's address
 * @returns null where there are none
 */
export function* findNoteLinks(root: Element, base: string): Steps<NoteLinks | null> {
  const names = new Map<Element, string>();
  const wanted = new Set<string>();
  for (const [at, link] of findSome(root, 'a[href*="#"]', MOST_LINKS).entries()) {
    if (at % REST_EVERY === REST_EVERY - 1) yield;
    const name = fragmentOf(link, base);
    if (name === null) continue;
    names.set(link, name);
    wanted.add(name);
  }
  if (wanted.size === 0) return null;
  const places = new Map<string, Element>();
  yield;
  for (const [at, element] of findAll(topOf(root), '[id], a[name]').entries()) {
    if (at % REST_EVERY === REST_EVERY - 1) yield;
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
      const text = shortTextOf(link, LONGEST_MARK);
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
        if (used >= MOST_PLACES || holds(element, root) || shortTextOf(element, LONGEST_NOTE) === null)
          return [];
        return [{ id: ids.get(name) ?? '', element }];
      });
    },
  };
}
