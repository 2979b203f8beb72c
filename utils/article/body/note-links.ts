import { containsNode, isElement, parentOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, findAll, findUpTo, tagOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** Prefix of the ids in saved HTML; `sanitise-html.ts` removes all others. */
const ID_PREFIX = 'note-';
/** Matches the text of a note reference: a number, a letter or a symbol, optionally in brackets. */
const REFERENCE = /^[[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3})[\])]?$/i;
/** Maximum number of links examined; a long text has a few hundred notes. */
const MAX_LINKS = 2000;
/** Maximum length of a note, in UTF-16 code units. */
const MAX_NOTE_LENGTH = 3000;
/** Maximum length of a note reference with white space, in UTF-16 code units. */
const MAX_REFERENCE_LENGTH = 100;
/** Maximum number of references to one note, each of which has its own anchor in the note. */
const MAX_REFERENCES = 5;

const NOTE_BLOCK = /^(?:p|li|dd|td|div|aside|blockquote)$/;

/** A note that is referred to in the text. */
export interface Note {
  id: string;
  /** The complete note. */
  element: Element;
}

/** The links within an article, whose targets get new ids. */
export interface NoteLinks {
  /** Returns the id of a link target; null if it is no target, or on further calls, because ids must be unique. */
  takeId(element: Element): string | null;
  /** The new `href` of a link within the article; null for other links. */
  hrefOf(link: Element): string | null;
  /** Notes outside of the saved content, that is, those whose ids were not taken. */
  listMissing(): Note[];
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

function topAncestorOf(root: Element): Element {
  let top = root;
  for (let at = parentOf(root); at !== null && isElement(at); at = parentOf(at)) top = at;
  return top;
}

/** Returns the block that is or contains an anchor, which is at the beginning of its note. */
function findNoteAround(anchor: Element): Element | null {
  let at: Node | null = anchor;
  while (at !== null && isElement(at) && !NOTE_BLOCK.test(tagOf(at))) at = parentOf(at);
  return at !== null && isElement(at) ? at : null;
}

/**
 * Finds links within an article, such as footnotes and tables of contents.
 *
 * @param root the container of the body; link targets can be outside of it
 * @param base the page's URL
 * @returns null if there are none
 */
export function* findNoteLinks(root: Element, base: string): Steps<NoteLinks | null> {
  const nameByLink = new Map<Element, string>();
  const targetNames = new Set<string>();
  for (const [at, link] of findUpTo(root, 'a[href*="#"]', MAX_LINKS).entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const name = fragmentOf(link, base);
    if (name === null) continue;
    nameByLink.set(link, name);
    targetNames.add(name);
  }
  if (targetNames.size === 0) return null;
  const targetByName = new Map<string, Element>();
  yield;
  for (const [at, element] of findAll(topAncestorOf(root), '[id], a[name]').entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    const name = [attributeOf(element, 'id'), attributeOf(element, 'name')].find((candidate) =>
      targetNames.has(candidate),
    );
    if (name !== undefined && !targetByName.has(name)) targetByName.set(name, element);
  }
  const idByName = new Map([...targetByName.keys()].map((name, at) => [name, `${ID_PREFIX}${at + 1}`]));
  const nameByTarget = new Map([...targetByName].map(([name, element]) => [element, name]));
  const takenNames = new Set<string>();
  const referredNames = new Set<string>();
  return {
    takeId(element) {
      const name = nameByTarget.get(element);
      if (name === undefined || takenNames.has(name)) return null;
      takenNames.add(name);
      return idByName.get(name) ?? null;
    },
    hrefOf(link) {
      const name = nameByLink.get(link);
      const id = name === undefined ? undefined : idByName.get(name);
      if (name === undefined || id === undefined) return null;
      const text = shortTextOf(link, MAX_REFERENCE_LENGTH);
      if (text !== null && REFERENCE.test(text.trim())) referredNames.add(name);
      return `#${id}`;
    },
    listMissing() {
      const referenceCounts = new Map<Element, number>();
      return [...referredNames].flatMap((name): Note[] => {
        const anchor = targetByName.get(name);
        const element = takenNames.has(name) || anchor === undefined ? null : findNoteAround(anchor);
        if (element === null) return [];
        const count = referenceCounts.get(element) ?? 0;
        referenceCounts.set(element, count + 1);
        if (
          count >= MAX_REFERENCES ||
          containsNode(element, root) ||
          shortTextOf(element, MAX_NOTE_LENGTH) === null
        )
          return [];
        return [{ id: idByName.get(name) ?? '', element }];
      });
    },
  };
}
