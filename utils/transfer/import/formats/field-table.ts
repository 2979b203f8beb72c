/**
 * All products whose exports are tables or lists of objects: how each is recognised, and which of its columns or fields
 * is which of ours. `docs/formats.md` lists them. Formats with common names alone are in `any-fields.ts`.
 */
import { decodeHTML } from 'entities';
import { FAVOURITES_ID } from '../../export/export-karakeep.ts';
import { listLine } from '../../export/export-types.ts';
import { cleanNames, listsOfNames, plain, plainOrNull } from '../../web-address.ts';
import {
  asText,
  type Fields,
  fieldFormat,
  hundredths,
  is,
  names,
  note,
  type Source,
} from '../field-format.ts';
import type { ListPath } from '../import-types.ts';
import { parseCutJson } from '../parsing/cut-json.ts';
import { htmlOfText, textOfHtml, textOfTitle } from '../parsing/html-text.ts';
import { fieldOf, listOf, readJsonElements } from '../parsing/json-elements.ts';
import { idOf, type ListTree, readListTree } from '../parsing/list-tree.ts';
import {
  articleNote,
  readCslDate,
  readCslName,
  readFlag,
  readLabelledHighlights,
  readNames,
  readTime,
} from '../parsing/read-fields.ts';
import { readHead } from '../parsing/read-text.ts';
import { hasNames, type Row } from '../parsing/rows.ts';

export const POCKET_CSV = fieldFormat({
  name: 'pocketCsv',
  product: 'Pocket CSV',
  in: 'table',
  has: ['url', 'time_added', 'status'],
  fields: {
    title: 'title',
    savedAt: 'time_added',
    tags: names('tags', '|'),
    archived: is('status', 'archive'),
  },
});

/** `annotations/part_000000.json` of its archive (`AnnotationsExportEntry` in Pocket’s own exporter). */
const POCKET_ANNOTATIONS = fieldFormat({
  name: 'pocketCsv',
  product: 'Pocket highlights',
  in: { list: null },
  has: ['url', 'highlights'],
  fits: (first) => hasNames(listOf(first('highlights'))[0], ['quote', 'created_at']),
  fields: { title: 'title', highlights: [{ each: 'highlights', text: 'quote', createdAt: 'created_at' }] },
  adds: true,
  comesLast: true,
});

/** `collections/<slug>.json` of its archive (`ListExport` in Pocket’s own exporter). Its title comes first. */
const POCKET_COLLECTION = fieldFormat({
  name: 'pocketCsv',
  product: 'Pocket collection',
  in: { list: 'items' },
  root: ['title', 'slug', 'items'],
  has: ['url', 'excerpt'],
  fields: { title: 'title', excerpt: 'excerpt', highlights: [(row) => articleNote(plain(row('note')))] },
  prepare: async (file) => {
    const lists = listsOfNames([asText(fieldOf(parseCutJson(await readHead(file)), 'title'))]);
    return { lists: ['^title', () => lists] };
  },
  adds: true,
  comesLast: true,
});

const INSTAPAPER_FOLDERS = ['unread', 'archive', 'starred'];

const INSTAPAPER_CSV = fieldFormat({
  name: 'instapaperCsv',
  product: 'Instapaper CSV',
  in: 'table',
  has: ['URL', 'Title', 'Selection', 'Folder'],
  fields: {
    title: 'Title',
    savedAt: 'Timestamp',
    tags: 'Tags',
    archived: is('Folder', 'archive'),
    favourite: is('Folder', 'starred'),
    lists: [
      'Folder',
      (folder) => {
        const name = asText(folder);
        return INSTAPAPER_FOLDERS.includes(name.toLowerCase()) ? [] : listsOfNames([name]);
      },
    ],
    highlights: [{ text: 'Selection' }],
  },
});

/** Locations are `new`, `later`, `shortlist`, `archive`, and `feed` for items that the user did not save. */
const READWISE_READER = fieldFormat({
  name: 'readwiseReader',
  product: 'Readwise Reader CSV',
  in: 'table',
  has: ['URL', 'Document tags', 'Saved date', 'Reading progress'],
  fields: {
    title: 'Title',
    savedAt: 'Saved date',
    tags: 'Document tags',
    progress: 'Reading progress',
    archived: is('Location', 'archive'),
    lists: ['Location', (place) => (asText(place).toLowerCase() === 'shortlist' ? [['Shortlist']] : [])],
  },
  skip: (row) => (asText(row('Location')).toLowerCase() === 'feed' ? 'notSaved' : null),
});

/** A row for each highlight, without an address. Files for its own import have `Title`, `Author` and `URL`. */
const READWISE_HIGHLIGHTS = fieldFormat({
  name: 'readwiseHighlights',
  product: 'Readwise highlights',
  in: 'table',
  has: ['Highlight'],
  some: ['Book Title', 'URL'],
  fields: {
    url: 'URL|Source URL',
    title: 'Book Title|Title',
    byline: 'Book Author|Author',
    savedAt: 'Highlighted at|Date',
    tags: ['Document tags|Tags', (_, row) => [...readNames(row('Document tags')), ...readNames(row('Tags'))]],
    highlights: [
      { text: 'Highlight', note: 'Note|Notes|Comment', createdAt: 'Highlighted at|Date', colour: 'Color' },
    ],
  },
  adds: true,
  loose: true,
  comesLast: true,
});

/** Until 2023 `In Queue` was called `Saved`. */
export const MATTER_CSV = fieldFormat({
  name: 'matter',
  product: 'Matter CSV',
  in: 'table',
  has: ['URL', 'Publisher', 'Last Interaction Date'],
  fields: {
    title: 'Title',
    byline: 'Author',
    siteName: 'Publisher',
    tags: 'Tags',
    savedAt: 'Last Interaction Date',
    archived: [
      'In Queue|Saved|Read',
      (_, row) =>
        !readFlag(row('In Queue|Saved')) && (row('In Queue') !== undefined || readFlag(row('Read'))),
    ],
    favourite: 'Favorited',
    progress: ['Read', (read) => (readFlag(read) ? 1 : 0)],
  },
});

/** A row for each highlight (according to scripts that read it), sometimes with notes. The address is in the list. */
export const MATTER_HIGHLIGHTS = fieldFormat({
  name: 'matter',
  product: 'Matter highlights',
  in: 'table',
  has: ['Title', 'Text', 'Highlighted Date'],
  fields: {
    title: 'Title',
    byline: 'Author|Publisher',
    highlights: [{ text: 'Text', note: 'Note|Notes', createdAt: 'Highlighted Date' }],
  },
  adds: true,
  loose: true,
  comesLast: true,
});

const KARAKEEP_CSV = fieldFormat({
  name: 'karakeepCsv',
  product: 'Karakeep CSV',
  in: 'table',
  has: ['Original Post Link / URL', 'Note / Takeaways', 'Tags / Categories'],
  fields: {
    url: 'Original Post Link / URL',
    title: 'Title',
    excerpt: 'Description',
    imageUrl: 'Thumbnail',
    savedAt: 'Date Saved',
    archived: is('Status', 'archived'),
    favourite: 'Favourited',
    tags: names('Tags / Categories', ','),
    lists: ['Lists', (value) => listsOfNames(readNames(value, ','))],
    html: ['Text Content', (text) => htmlOfText(asText(text))],
    highlights: [note('Note / Takeaways')],
  },
});

/** An id of Karakeep's database, which is never the name of a list. Ids remain if the lists at the end were cut off. */
const KARAKEEP_ID = /^(?=.*\d)[a-z][a-z0-9]{23}$/;

/** The lists of a bookmark, given as ids, as names, or as objects with either. */
function karakeepLists(value: unknown, known: ListTree): ListPath[] {
  return listOf(value).flatMap((item) => {
    const id = typeof item === 'string' ? item : asText(fieldOf(item, 'id'));
    const path = known.has(id)
      ? known.pathOf(id)
      : cleanNames(readNames([item])).filter((name) => !KARAKEEP_ID.test(name));
    return path.length === 0 ? [] : [path];
  });
}

/** The lists may be at the end of the file, so they are read first. */
const KARAKEEP_JSON = fieldFormat({
  name: 'karakeep',
  product: 'Karakeep JSON',
  in: { list: 'bookmarks' },
  root: ['bookmarks'],
  has: ['content'],
  fields: {
    url: 'content.url|content.sourceUrl',
    title: 'title|content.title|content.text',
    byline: 'content.author',
    siteName: 'content.publisher',
    publishedAt: 'content.datePublished',
    excerpt: 'content.description|description',
    imageUrl: 'content.imageUrl',
    savedAt: 'createdAt',
    archived: 'archived',
    favourite: 'favourited',
    tags: 'tags',
    html: 'content.htmlContent',
    // Our own exports contain highlights; Karakeep itself has only the note.
    highlights: [
      { each: 'highlights', text: 'text', note: 'note', createdAt: 'createdAt', colour: 'color' },
      (row) => (listOf(row('highlights')).length > 0 ? [] : articleNote(row('note'))),
    ],
  },
  prepare: async (file): Promise<Fields> => {
    const tree = await readListTree(file, 'lists');
    return {
      lists: [
        'lists',
        (value, row) => {
          const isFavourite = readFlag(row('favourited'));
          const own = listOf(value).filter((id) => !(isFavourite && id === FAVOURITES_ID));
          return karakeepLists(own, tree);
        },
      ],
    };
  },
});

/** Placeholders for a text that wallabag could not fetch, and for its title, in versions 2 and 1. */
const NO_TEXT =
  /^\s*(?:<[^>]*>\s*)*(?:wallabag can(?:'|’|&#0?39;)t retrieve contents for this article|\[unable to retrieve full-text content\])/i;
const NO_TITLE = /^(?:no title found|untitled)$/i;

/** The text is always HTML: `mimetype` is that of the original page, and often empty. */
const WALLABAG_TEXT = {
  title: ['title', (title) => (NO_TITLE.test(asText(title).trim()) ? '' : asText(title))],
  html: [
    'content',
    (content) => (NO_TEXT.test(asText(content).slice(0, 2000)) ? null : asText(content) || null),
  ],
  lang: 'language',
} satisfies Fields;

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/;

const WALLABAG_CSV = fieldFormat({
  name: 'wallabagCsv',
  product: 'wallabag CSV',
  in: 'table',
  has: ['Title', 'URL', 'Content', 'Tags', 'MIME Type', 'Creation date'],
  fields: {
    ...WALLABAG_TEXT,
    // `31/01/2024 09:12:00`: day first, and twelve-hour times without a.m. or p.m.
    savedAt: ['Creation date', (date) => readTime(asText(date).replace(DAY_FIRST, '$3-$2-$1 $4'))],
    tags: names('Tags', ','),
  },
});

/** Paths of lists in our own exports; wallabag has none. */
function wallabagLists(value: unknown): ListPath[] {
  const paths = listOf(value).map((path) => listOf(path).map(plain));
  return paths.map((path) => path.filter((name) => name !== '')).filter((path) => path.length > 0);
}

/** Tags except those that are lists: in our own exports they come last. */
function wallabagTags(value: unknown, row: Row): string[] {
  const [tags, lists] = [readNames(value, ','), wallabagLists(row('lists'))];
  const own = tags.length - lists.length;
  return lists.every((path, i) => tags[own + i] === listLine(path)) ? tags.slice(0, own) : tags;
}

/** Version 1 has fewer fields and other names; tags are strings, objects with a label, or one string. */
const WALLABAG_JSON = fieldFormat({
  name: 'wallabag',
  product: 'wallabag JSON',
  in: { list: null },
  has: ['url'],
  some: 'is_archived is_starred mimetype domain_name reading_time annotations is_read is_fav'.split(' '),
  fields: {
    ...WALLABAG_TEXT,
    byline: 'published_by',
    publishedAt: 'published_at',
    imageUrl: 'preview_picture',
    savedAt: 'created_at',
    archived: 'is_archived|is_read',
    favourite: 'is_starred|is_fav',
    tags: ['tags', wallabagTags],
    lists: ['lists', wallabagLists],
    highlights: [{ each: 'annotations', text: 'quote', note: 'text', createdAt: 'created_at' }],
  },
});

const READECK_CSV = fieldFormat({
  name: 'readeckCsv',
  product: 'Readeck CSV',
  in: 'table',
  has: ['url', 'labels', 'is_archived', 'is_marked'],
  fields: {
    title: 'title',
    savedAt: 'created',
    archived: 'is_archived',
    favourite: 'is_marked',
    tags: 'labels',
  },
});

/** `info.json` of a bookmark in Readeck's archive. */
export const READECK_INFO: Fields = {
  title: 'Title',
  byline: 'Authors',
  siteName: 'SiteName',
  publishedAt: 'Published',
  lang: 'Lang',
  excerpt: 'Description',
  savedAt: 'Created',
  archived: 'IsArchived',
  favourite: 'IsMarked',
  progress: hundredths('ReadProgress'),
  tags: 'Labels',
  highlights: [{ each: 'Annotations', text: 'text', note: 'note', createdAt: 'created', colour: 'color' }],
};

/** The folder of bookmarks without a folder. */
const NO_FOLDER = /^unsorted$/i;

/**
 * Its export, with `Outer / Inner` folders and tags separated by `, `, and the format of its own import, which has no ids
 * and separates folders by `/`. A slash without spaces around it is otherwise part of the name.
 */
const RAINDROP_CSV = fieldFormat({
  name: 'raindropCsv',
  product: 'Raindrop.io CSV',
  in: 'table',
  has: ['url', 'folder', 'title', 'note', 'tags', 'created'],
  fields: {
    title: 'title',
    excerpt: 'excerpt',
    imageUrl: 'cover',
    savedAt: 'created',
    favourite: 'favorite',
    tags: names('tags', ','),
    lists: [
      'folder',
      (folder, row) => {
        const parts = asText(folder).split(row('id') === undefined ? /\// : / +\/ +/);
        const path = parts.flatMap((name) => name.trim() || []);
        return path.length === 0 || (path.length === 1 && NO_FOLDER.test(path[0] ?? '')) ? [] : [path];
      },
    ],
    highlights: [note('note'), (row) => readLabelledHighlights(asText(row('highlights')))],
  },
});

/** The collection of links without a collection. */
const NO_COLLECTION = 'Unorganized';

/** Links are in their collections; `collectionId` may be missing in them. */
const LINKWARDEN_JSON = fieldFormat({
  name: 'linkwarden',
  product: 'Linkwarden JSON',
  in: { list: 'collections', leaf: ['url', 'name'] },
  has: ['links'],
  fields: {
    // Copied from the page's head without decoding entities.
    title: ['name', (name) => decodeHTML(asText(name))],
    savedAt: ['importDate|createdAt', (_, row) => readTime(row('importDate')) ?? readTime(row('createdAt'))],
    tags: 'tags',
    html: ['textContent', (text) => htmlOfText(asText(text))],
    // "Notes, thoughts, etc.", as its form calls it.
    highlights: [note('description')],
  },
  prepare: async (file): Promise<Fields> => {
    const tree = await readListTree(file, 'collections', NO_COLLECTION);
    const pinned = new Set<unknown>();
    for await (const element of readJsonElements(file, 'pinnedLinks'))
      if (element.ok) pinned.add(idOf(fieldOf(element.value, 'id')));
    pinned.delete(null);
    return {
      favourite: ['id', (id) => pinned.has(idOf(id))],
      lists: [
        'collectionId|^id',
        (value) => {
          const path = tree.pathOf(idOf(value) ?? '');
          return path.length === 0 ? [] : [path];
        },
      ],
    };
  },
});

/**
 * The title is in `description`, or `false`; tags are separated by spaces. Posts that are not `toread` count as archived.
 * In XML, formerly that of Delicious, `toread` is missing in those, and nothing counts as archived.
 */
export const PINBOARD: Fields = {
  url: 'href',
  title: 'description',
  savedAt: 'time',
  archived: is('toread', 'no'),
  tags: names('tags|tag', ' '),
  highlights: [note('extended')],
};

const PINBOARD_JSON = fieldFormat({
  name: 'pinboard',
  product: 'Pinboard JSON',
  in: { list: null },
  has: ['href'],
  some: ['toread', 'extended'],
  fields: PINBOARD,
});

const GOODLINKS_JSON = fieldFormat({
  name: 'goodLinks',
  product: 'GoodLinks JSON',
  in: { list: null },
  has: ['url', 'addedAt'],
  fields: {
    url: 'url|originalURL',
    title: 'title',
    byline: 'author',
    excerpt: 'summary',
    savedAt: 'addedAt',
    archived: ['readAt', (time) => readTime(time) !== null],
    favourite: 'starred',
    progress: ['readAt', (time) => (readTime(time) === null ? 0 : 1)],
    tags: 'tags',
    highlights: [
      note('note'),
      {
        each: 'highlights',
        text: 'content|text',
        note: 'note',
        createdAt: 'addedAt|createdAt',
        colour: 'color',
      },
    ],
  },
});

/** An entry of `metadata_*.json` in Omnivore's archive. */
export const OMNIVORE_JSON = fieldFormat({
  name: 'omnivore',
  product: 'Omnivore JSON',
  in: { list: null },
  has: ['slug', 'url', 'savedAt'],
  some: ['labels', 'readingProgress'],
  fields: {
    title: 'title',
    byline: 'author',
    publishedAt: 'publishedAt',
    excerpt: 'description',
    imageUrl: 'thumbnail',
    savedAt: 'savedAt',
    archived: is('state', 'archived'),
    // A percentage in every export seen.
    progress: hundredths('readingProgress'),
    tags: 'labels',
  },
});

/** `user/1005921515/label/Harbours`, `user/-/state/com.google/starred`; other categories are the feed's. */
const LABEL = /^user\/[^/]*\/label\/(.+)$/s;
const STARRED = /^user\/[^/]*\/state\/[^/]+\/starred$/;

/** Minimum length of an article's text in characters; shorter content is a summary. */
const MIN_TEXT_LENGTH = 1000;
const CONTENT = 'content.content|summary.content';
const summaryOf = (html: unknown): string | null => {
  const text = plain(textOfHtml(asText(html)));
  return text.length < MIN_TEXT_LENGTH ? text : null;
};

/** FreshRSS keeps titles and names with `&`, `<`, `>` and quotation marks escaped. */
const escaped = (field: string): Source<string | null> => [
  field,
  (value) => plainOrNull(decodeHTML(plain(value))),
];

/**
 * Starred articles in the format of Google Reader, used by Inoreader, FreshRSS and others. Some omit `canonical`, some
 * have the content in `summary`; times are in seconds, milliseconds and microseconds.
 */
const STARRED_JSON = fieldFormat({
  name: 'starred',
  product: 'starred articles',
  in: { list: 'items' },
  has: [],
  some: ['canonical', 'alternate'],
  fits: (first) => hasNames(first(''), ['categories']) || hasNames(first(''), ['origin']),
  fields: {
    url: [
      'canonical|alternate',
      (links) =>
        listOf(links)
          .map((link) => asText(fieldOf(link, 'href')))
          .find(Boolean) ?? '',
    ],
    title: ['title', (title) => decodeHTML(asText(title))],
    byline: escaped('author'),
    siteName: escaped('origin.title'),
    publishedAt: [
      'published',
      (value) => {
        const time = readTime(value);
        return time === null ? null : new Date(time).toISOString();
      },
    ],
    savedAt: 'timestampUsec|crawlTimeMsec|published',
    favourite: ['categories', (all) => readNames(all).some((name) => STARRED.test(name))],
    tags: ['categories', (all) => readNames(all).flatMap((name) => LABEL.exec(name)?.[1] ?? [])],
    excerpt: [CONTENT, (html) => summaryOf(html) || null],
    html: [CONTENT, (html) => (summaryOf(html) === null ? asText(html) : null)],
    highlights: [{ each: 'annotations', text: 'text', note: 'note', createdAt: 'added_on' }],
  },
});

/** Types of the Citation Style Language 1.0.2, with or without a hyphen. */
const CSL_TYPES =
  /^(?:article(?:-(?:journal|magazine|newspaper))?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-(?:dictionary|encyclopedia))?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

const CSL_JSON = fieldFormat({
  name: 'cslJson',
  product: 'CSL-JSON (Zotero)',
  in: { list: null },
  has: ['type'],
  some: ['issued', 'author', 'URL', 'container-title', 'accessed', 'DOI'],
  fits: (first) => CSL_TYPES.test(asText(first('type'))),
  fields: {
    url: [
      'URL|DOI',
      (value, row) =>
        row('URL') === undefined && value ? `https://doi.org/${asText(value)}` : asText(value),
    ],
    title: ['title', (title) => textOfTitle(asText(title))],
    byline: ['author', (people) => plainOrNull(listOf(people).map(readCslName).filter(Boolean).join(', '))],
    siteName: 'container-title|publisher',
    publishedAt: ['issued', readCslDate],
    lang: 'language',
    excerpt: ['abstract', (html) => plainOrNull(textOfHtml(asText(html)))],
    savedAt: ['accessed', (date) => readTime(readCslDate(date))],
    tags: 'keyword',
    highlights: [note('note', 'annote')],
  },
});

/** Checked in this order. */
export const FIELD_FORMATS = [
  POCKET_CSV,
  POCKET_ANNOTATIONS,
  POCKET_COLLECTION,
  INSTAPAPER_CSV,
  READWISE_READER,
  READWISE_HIGHLIGHTS,
  MATTER_CSV,
  MATTER_HIGHLIGHTS,
  WALLABAG_JSON,
  KARAKEEP_JSON,
  KARAKEEP_CSV,
  WALLABAG_CSV,
  READECK_CSV,
  RAINDROP_CSV,
  LINKWARDEN_JSON,
  PINBOARD_JSON,
  GOODLINKS_JSON,
  OMNIVORE_JSON,
  STARRED_JSON,
  CSL_JSON,
] as const;
