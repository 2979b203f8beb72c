/** What a list of links says of each: in attributes, in the folder it is in, and in the note below it. */
import { LINE_LIMITS } from '../../../../text/limits.ts';
import { plain } from '../../../web-address.ts';
import type { ImportItem } from '../../import-types.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/** Folders within one another that are believed, the innermost; more are tags that were never closed. */
const DEEPEST = 16;

/** Folders every browser has, by name where nothing else tells; being in one says nothing. */
const ROOT_FOLDERS =
  /^(?:bookmarks(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported|unsorted|inbox|unread|reading list)$/i;

/** Where a link is. */
export interface Folder {
  /** The innermost that has a name. */
  name: string;
  /** The way to it, from the outermost that says something. */
  path: readonly string[];
}

export const NO_FOLDER: Folder = { name: '', path: [] };

export function folderWithin({ name: outer, path }: Folder, name: string): Folder {
  if (name === '') return { name: outer, path };
  const saysNothing = path.length === 0 && ROOT_FOLDERS.test(name);
  return { name, path: saysNothing ? [] : [...path, name].slice(-DEEPEST) };
}

/** A link as it stands in the file. */
export interface FoundLink {
  attributes: ReadonlyMap<string, string>;
  title: string;
  /** What stands below it. */
  note: string;
  folder: Folder;
  /** The title of the file, by which products are told. */
  fileTitle: string;
}

/** Folders of products that are states: what they are called, and of which titles of files. */
const ARCHIVES: readonly (readonly [RegExp, RegExp])[] = [
  [/^/, /^(?:read )?archive$/i],
  [/^readeck\b/i, /^archived$/i],
];
const FAVOURITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^readeck\b/i, /^favorite$/i],
  [/^instapaper\b/i, /^starred$/i],
];
const PLAIN_FOLDERS: readonly (readonly [RegExp, RegExp])[] = [[/^readeck\b/i, /^uncategorized$/i]];

function isOneOf(states: typeof ARCHIVES, { fileTitle, folder }: FoundLink): boolean {
  return states.some(([file, name]) => file.test(fileTitle) && name.test(folder.name));
}

/** linkding's, for what an archive has no place for: as it writes it now, and as it did before. */
const ARCHIVED_TAG = /^\s*linkding:(?:bookmarks\.)?archived\s*$/;
const NOTES_START = '[linkding-notes]';
const NOTES_END = '[/linkding-notes]';

/** What says that a link is a favourite: the first is what our own file has. */
const FAVOURITE_MARKS = ['data-important', 'favorite', 'favourite', 'starred'];

/** The page's description and the user's note, which only some tell apart; one too long for a description is a note. */
function readNote({ note, fileTitle }: FoundLink): Pick<ImportItem, 'excerpt' | 'highlights'> {
  const start = note.indexOf(NOTES_START);
  const end = note.lastIndexOf(NOTES_END);
  if (start !== -1 && end > start)
    return {
      excerpt: plain(note.slice(0, start)) || null,
      highlights: articleNote(note.slice(start + NOTES_START.length, end)),
    };
  const isNote = /^pinboard\b/i.test(fileTitle) || plain(note).length > LINE_LIMITS.excerpt;
  return isNote
    ? { excerpt: null, highlights: articleNote(note) }
    : { excerpt: plain(note) || null, highlights: [] };
}

/** The facts of a link. */
export function factsOfLink(link: FoundLink): Partial<Omit<ImportItem, 'url'>> {
  const { attributes, folder, fileTitle } = link;
  const tags = readNames(attributes.get('tags'), ',');
  const isArchive = isOneOf(ARCHIVES, link);
  const isFavourite = isOneOf(FAVOURITES, link);
  const isState = isArchive || isFavourite || isOneOf(PLAIN_FOLDERS, link);
  return {
    title: link.title,
    savedAt: readTime(attributes.get('time_added') ?? attributes.get('add_date') ?? attributes.get('time')),
    tags: tags.filter((tag) => !ARCHIVED_TAG.test(tag)),
    // Pinboard files away what is not to be read; linkding has an archive beside that.
    archived:
      isArchive ||
      tags.some((tag) => ARCHIVED_TAG.test(tag)) ||
      (/^pinboard\b/i.test(fileTitle) && attributes.get('toread') === '0'),
    favourite: isFavourite || FAVOURITE_MARKS.some((mark) => readFlag(attributes.get(mark))),
    imageUrl: attributes.get('data-cover') ?? null,
    lists: isState || folder.path.length === 0 ? [] : [folder.path],
    ...readNote(link),
  };
}
