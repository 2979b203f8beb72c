/**
 * Exports that are tables or lists of objects: how each is recognised, and how its columns or fields map to ours.
 * `docs/formats.md` lists them. Formats that have only common names are in `any-fields.ts`.
 */
import { decodeHTML } from 'entities';
import { FAVOURITES_ID } from '../../export/export-karakeep.ts';
import { formatListPath } from '../../export/export-types.ts';
import { toListPaths, toPlainText, toPlainTextOrNull, uniqueNames } from '../../web-address.ts';
import {
  defineFieldFormat,
  equals,
  type FieldSource,
  type FieldSources,
  noteFrom,
  percentage,
  separatedNames,
  toFirstText,
} from '../field-format.ts';
import type { ListPath } from '../import-types.ts';
import { htmlToText, textToHtml } from '../parsing/html-text.ts';
import { getField, readJsonElements, toArray } from '../parsing/json-elements.ts';
import { type ListTree, readListTree, toIdOrNull } from '../parsing/list-tree.ts';
import {
  makeArticleNote,
  parseBoolean,
  parseLabelledHighlights,
  parseNames,
  parseTime,
} from '../parsing/read-fields.ts';
import { readTextHead } from '../parsing/read-text.ts';
import { hasFields, type Row } from '../parsing/rows.ts';
import { parseTruncatedJson } from '../parsing/truncated-json.ts';

export const POCKET_CSV = defineFieldFormat({
  name: 'pocketCsv',
  product: 'Pocket CSV',
  layout: 'table',
  requiredNames: ['url', 'time_added', 'status'],
  fields: {
    title: 'title',
    savedAt: 'time_added',
    tags: separatedNames('tags', '|'),
    archived: equals('status', 'archive'),
  },
});

/** `annotations/part_000000.json` of its archive (`AnnotationsExportEntry` in Pocket’s own exporter). */
const POCKET_ANNOTATIONS = defineFieldFormat({
  name: 'pocketCsv',
  product: 'Pocket highlights',
  layout: { list: null },
  requiredNames: ['url', 'highlights'],
  fitsFirst: (first) => hasFields(toArray(first('highlights'))[0], ['quote', 'created_at']),
  fields: { title: 'title', highlights: [{ each: 'highlights', text: 'quote', createdAt: 'created_at' }] },
  isAddition: true,
  comesLast: true,
});

/** `collections/<slug>.json` of its archive (`ListExport` in Pocket’s own exporter). Its title comes first. */
const POCKET_COLLECTION = defineFieldFormat({
  name: 'pocketCsv',
  product: 'Pocket collection',
  layout: { list: 'items' },
  rootNames: ['title', 'slug', 'items'],
  requiredNames: ['url', 'excerpt'],
  fields: {
    title: 'title',
    excerpt: 'excerpt',
    highlights: [(row) => makeArticleNote(toPlainText(row('note')))],
  },
  prepareFields: async (file) => {
    const lists = toListPaths([toFirstText(getField(parseTruncatedJson(await readTextHead(file)), 'title'))]);
    return { lists: ['^title', () => lists] };
  },
  isAddition: true,
  comesLast: true,
});

const INSTAPAPER_FOLDERS = ['unread', 'archive', 'starred'];

const INSTAPAPER_CSV = defineFieldFormat({
  name: 'instapaperCsv',
  product: 'Instapaper CSV',
  layout: 'table',
  requiredNames: ['URL', 'Title', 'Selection', 'Folder'],
  fields: {
    title: 'Title',
    savedAt: 'Timestamp',
    tags: 'Tags',
    archived: equals('Folder', 'archive'),
    favourite: equals('Folder', 'starred'),
    lists: [
      'Folder',
      (folder) => {
        const name = toFirstText(folder);
        return INSTAPAPER_FOLDERS.includes(name.toLowerCase()) ? [] : toListPaths([name]);
      },
    ],
    highlights: [{ text: 'Selection' }],
  },
});

/** Locations are `new`, `later`, `shortlist`, `archive`, and `feed` for items that the user did not save. */
const READWISE_READER = defineFieldFormat({
  name: 'readwiseReader',
  product: 'Readwise Reader CSV',
  layout: 'table',
  requiredNames: ['URL', 'Document tags', 'Saved date', 'Reading progress'],
  fields: {
    title: 'Title',
    savedAt: 'Saved date',
    tags: 'Document tags',
    progress: 'Reading progress',
    archived: equals('Location', 'archive'),
    lists: ['Location', (place) => (toFirstText(place).toLowerCase() === 'shortlist' ? [['Shortlist']] : [])],
  },
  skipReason: (row) => (toFirstText(row('Location')).toLowerCase() === 'feed' ? 'notSaved' : null),
});

/** One row per highlight, without an address. Files for Readwise's own import have `Title`, `Author` and `URL`. */
const READWISE_HIGHLIGHTS = defineFieldFormat({
  name: 'readwiseHighlights',
  product: 'Readwise highlights',
  layout: 'table',
  requiredNames: ['Highlight'],
  anyNames: ['Book Title', 'URL'],
  fields: {
    url: 'URL|Source URL',
    title: 'Book Title|Title',
    byline: 'Book Author|Author',
    savedAt: 'Highlighted at|Date',
    tags: [
      'Document tags|Tags',
      (_, row) => [...parseNames(row('Document tags')), ...parseNames(row('Tags'))],
    ],
    highlights: [
      { text: 'Highlight', note: 'Note|Notes|Comment', createdAt: 'Highlighted at|Date', colour: 'Color' },
    ],
  },
  isAddition: true,
  matchesByTitle: true,
  comesLast: true,
});

/** Until 2023 `In Queue` was called `Saved`. */
const MATTER_CSV = defineFieldFormat({
  name: 'matter',
  product: 'Matter CSV',
  layout: 'table',
  requiredNames: ['URL', 'Publisher', 'Last Interaction Date'],
  fields: {
    title: 'Title',
    byline: 'Author',
    siteName: 'Publisher',
    tags: 'Tags',
    savedAt: 'Last Interaction Date',
    archived: [
      'In Queue|Saved|Read',
      (_, row) =>
        !parseBoolean(row('In Queue|Saved')) && (row('In Queue') !== undefined || parseBoolean(row('Read'))),
    ],
    favourite: 'Favorited',
    progress: ['Read', (read) => (parseBoolean(read) ? 1 : 0)],
  },
});

/**
 * One row per highlight (according to scripts that read it), sometimes with notes. Addresses are only in `MATTER_CSV`.
 */
const MATTER_HIGHLIGHTS = defineFieldFormat({
  name: 'matter',
  product: 'Matter highlights',
  layout: 'table',
  requiredNames: ['Title', 'Text', 'Highlighted Date'],
  fields: {
    title: 'Title',
    byline: 'Author|Publisher',
    highlights: [{ text: 'Text', note: 'Note|Notes', createdAt: 'Highlighted Date' }],
  },
  isAddition: true,
  matchesByTitle: true,
  comesLast: true,
});

const KARAKEEP_CSV = defineFieldFormat({
  name: 'karakeepCsv',
  product: 'Karakeep CSV',
  layout: 'table',
  requiredNames: ['Original Post Link / URL', 'Note / Takeaways', 'Tags / Categories'],
  fields: {
    url: 'Original Post Link / URL',
    title: 'Title',
    excerpt: 'Description',
    imageUrl: 'Thumbnail',
    savedAt: 'Date Saved',
    archived: equals('Status', 'archived'),
    favourite: 'Favourited',
    tags: separatedNames('Tags / Categories', ','),
    lists: ['Lists', (value) => toListPaths(parseNames(value, ','))],
    html: ['Text Content', (text) => textToHtml(toFirstText(text))],
    highlights: [noteFrom('Note / Takeaways')],
  },
});

/**
 * An id of Karakeep's database, which does not count as a list name. Ids stay unresolved if the lists at the end of the
 * file are missing.
 */
const KARAKEEP_ID = /^(?=.*\d)[a-z][a-z0-9]{23}$/;

/** Resolves the lists of a bookmark, which are ids, names, or objects with either. */
function karakeepLists(value: unknown, listTree: ListTree): ListPath[] {
  return toArray(value).flatMap((item) => {
    const id = typeof item === 'string' ? item : toFirstText(getField(item, 'id'));
    const path = listTree.has(id)
      ? listTree.pathOf(id)
      : uniqueNames(parseNames([item])).filter((name) => !KARAKEEP_ID.test(name));
    return path.length === 0 ? [] : [path];
  });
}

/** The lists may be at the end of the file, so they are read first. */
const KARAKEEP_JSON = defineFieldFormat({
  name: 'karakeep',
  product: 'Karakeep JSON',
  layout: { list: 'bookmarks' },
  rootNames: ['bookmarks'],
  requiredNames: ['content'],
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
      (row) => (toArray(row('highlights')).length > 0 ? [] : makeArticleNote(row('note'))),
    ],
  },
  prepareFields: async (file): Promise<FieldSources> => {
    const tree = await readListTree(file, 'lists');
    return {
      lists: [
        'lists',
        (value, row) => {
          const isFavourite = parseBoolean(row('favourited'));
          const own = toArray(value).filter((id) => !(isFavourite && id === FAVOURITES_ID));
          return karakeepLists(own, tree);
        },
      ],
    };
  },
});

/** Placeholders of wallabag 2 and 1 for a text that could not be fetched, and for its title. */
const TEXT_PLACEHOLDER =
  /^\s*(?:<[^>]*>\s*)*(?:wallabag can(?:'|’|&#0?39;)t retrieve contents for this article|\[unable to retrieve full-text content\])/i;
const TITLE_PLACEHOLDER = /^(?:no title found|untitled)$/i;

/** The text is always HTML: `mimetype` is that of the original page, and often empty. */
const WALLABAG_TEXT_FIELDS = {
  title: ['title', (title) => (TITLE_PLACEHOLDER.test(toFirstText(title).trim()) ? '' : toFirstText(title))],
  html: [
    'content',
    (content) =>
      TEXT_PLACEHOLDER.test(toFirstText(content).slice(0, 2000)) ? null : toFirstText(content) || null,
  ],
  lang: 'language',
} satisfies FieldSources;

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/;

const WALLABAG_CSV = defineFieldFormat({
  name: 'wallabagCsv',
  product: 'wallabag CSV',
  layout: 'table',
  requiredNames: ['Title', 'URL', 'Content', 'Tags', 'MIME Type', 'Creation date'],
  fields: {
    ...WALLABAG_TEXT_FIELDS,
    // `31/01/2024 09:12:00`: day first, and twelve-hour times without a.m. or p.m.
    savedAt: ['Creation date', (date) => parseTime(toFirstText(date).replace(DAY_FIRST, '$3-$2-$1 $4'))],
    tags: separatedNames('Tags', ','),
  },
});

/** Paths of lists in our own exports; wallabag has none. */
function wallabagLists(value: unknown): ListPath[] {
  const paths = toArray(value).map((path) => toArray(path).map(toPlainText));
  return paths.map((path) => path.filter((name) => name !== '')).filter((path) => path.length > 0);
}

/** Reads tags. In our own exports, the lists follow as additional tags, which are removed. */
function wallabagTags(value: unknown, row: Row): string[] {
  const [tags, lists] = [parseNames(value, ','), wallabagLists(row('lists'))];
  const tagCount = tags.length - lists.length;
  return lists.every((path, i) => tags[tagCount + i] === formatListPath(path))
    ? tags.slice(0, tagCount)
    : tags;
}

/** Version 1 has fewer fields and other names; tags are strings, objects with a label, or one string. */
const WALLABAG_JSON = defineFieldFormat({
  name: 'wallabag',
  product: 'wallabag JSON',
  layout: { list: null },
  requiredNames: ['url'],
  anyNames: 'is_archived is_starred mimetype domain_name reading_time annotations is_read is_fav'.split(' '),
  fields: {
    ...WALLABAG_TEXT_FIELDS,
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

const READECK_CSV = defineFieldFormat({
  name: 'readeckCsv',
  product: 'Readeck CSV',
  layout: 'table',
  requiredNames: ['url', 'labels', 'is_archived', 'is_marked'],
  fields: {
    title: 'title',
    savedAt: 'created',
    archived: 'is_archived',
    favourite: 'is_marked',
    tags: 'labels',
  },
});

/** The folder of bookmarks without a folder. */
const UNSORTED_FOLDER = /^unsorted$/i;

/**
 * Raindrop.io has two formats:
 *
 * - its export, with ids and folders such as `Outer / Inner`, in which a slash without spaces is part of a name;
 * - the format of its import, without ids and with folders such as `Outer/Inner`.
 */
const RAINDROP_CSV = defineFieldFormat({
  name: 'raindropCsv',
  product: 'Raindrop.io CSV',
  layout: 'table',
  requiredNames: ['url', 'folder', 'title', 'note', 'tags', 'created'],
  fields: {
    title: 'title',
    excerpt: 'excerpt',
    imageUrl: 'cover',
    savedAt: 'created',
    favourite: 'favorite',
    tags: separatedNames('tags', ','),
    lists: [
      'folder',
      (folder, row) => {
        const parts = toFirstText(folder).split(row('id') === undefined ? /\// : / +\/ +/);
        const path = parts.flatMap((name) => name.trim() || []);
        return path.length === 0 || (path.length === 1 && UNSORTED_FOLDER.test(path[0] ?? '')) ? [] : [path];
      },
    ],
    highlights: [noteFrom('note'), (row) => parseLabelledHighlights(toFirstText(row('highlights')))],
  },
});

/** The collection of links without a collection. */
const UNORGANISED_COLLECTION = 'Unorganized';

/** Links are nested in their collections and may lack `collectionId`. */
const LINKWARDEN_JSON = defineFieldFormat({
  name: 'linkwarden',
  product: 'Linkwarden JSON',
  layout: { list: 'collections', leafNames: ['url', 'name'] },
  requiredNames: ['links'],
  fields: {
    // Copied from the page's head without decoding entities.
    title: ['name', (name) => decodeHTML(toFirstText(name))],
    savedAt: [
      'importDate|createdAt',
      (_, row) => parseTime(row('importDate')) ?? parseTime(row('createdAt')),
    ],
    tags: 'tags',
    html: ['textContent', (text) => textToHtml(toFirstText(text))],
    // "Notes, thoughts, etc.", as its form calls it.
    highlights: [noteFrom('description')],
  },
  prepareFields: async (file): Promise<FieldSources> => {
    const tree = await readListTree(file, 'collections', UNORGANISED_COLLECTION);
    const pinned = new Set<unknown>();
    for await (const element of readJsonElements(file, 'pinnedLinks'))
      if (element.ok) pinned.add(toIdOrNull(getField(element.value, 'id')));
    pinned.delete(null);
    return {
      favourite: ['id', (id) => pinned.has(toIdOrNull(id))],
      lists: [
        'collectionId|^id',
        (value) => {
          const path = tree.pathOf(toIdOrNull(value) ?? '');
          return path.length === 0 ? [] : [path];
        },
      ],
    };
  },
});

/**
 * The title is in `description`, or `false`; tags are separated by spaces. Posts that are not `toread` count as
 * archived.
 */
const PINBOARD_JSON = defineFieldFormat({
  name: 'pinboard',
  product: 'Pinboard JSON',
  layout: { list: null },
  requiredNames: ['href'],
  anyNames: ['toread', 'extended'],
  fields: {
    url: 'href',
    title: 'description',
    savedAt: 'time',
    archived: equals('toread', 'no'),
    tags: separatedNames('tags', ' '),
    highlights: [noteFrom('extended')],
  },
});

const GOODLINKS_JSON = defineFieldFormat({
  name: 'goodLinks',
  product: 'GoodLinks JSON',
  layout: { list: null },
  requiredNames: ['url', 'addedAt'],
  fields: {
    url: 'url|originalURL',
    title: 'title',
    byline: 'author',
    excerpt: 'summary',
    savedAt: 'addedAt',
    archived: ['readAt', (time) => parseTime(time) !== null],
    favourite: 'starred',
    progress: ['readAt', (time) => (parseTime(time) === null ? 0 : 1)],
    tags: 'tags',
    highlights: [
      noteFrom('note'),
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
export const OMNIVORE_METADATA = defineFieldFormat({
  name: 'omnivore',
  product: 'Omnivore JSON',
  layout: { list: null },
  requiredNames: ['slug', 'url', 'savedAt'],
  anyNames: ['labels', 'readingProgress'],
  fields: {
    title: 'title',
    byline: 'author',
    publishedAt: 'publishedAt',
    excerpt: 'description',
    imageUrl: 'thumbnail',
    savedAt: 'savedAt',
    archived: equals('state', 'archived'),
    // A percentage in every export seen.
    progress: percentage('readingProgress'),
    tags: 'labels',
  },
});

/** `user/1005921515/label/Harbours`, `user/-/state/com.google/starred`; other categories come from the feed. */
const LABEL_CATEGORY = /^user\/[^/]*\/label\/(.+)$/s;
const STARRED_CATEGORY = /^user\/[^/]*\/state\/[^/]+\/starred$/;

/** Minimum length of an article in characters; shorter content is a summary. */
const MIN_TEXT_LENGTH = 1000;
const CONTENT_NAMES = 'content.content|summary.content';
const readSummary = (html: unknown): string | null => {
  const text = toPlainText(htmlToText(toFirstText(html)));
  return text.length < MIN_TEXT_LENGTH ? text : null;
};

/** FreshRSS keeps titles and names with `&`, `<`, `>` and quotation marks escaped. */
const decodedField = (field: string): FieldSource<string | null> => [
  field,
  (value) => toPlainTextOrNull(decodeHTML(toPlainText(value))),
];

/**
 * Starred articles in the format of Google Reader, used by Inoreader, FreshRSS and others. Some omit `canonical`, some
 * have the content in `summary`; times are in seconds, milliseconds and microseconds.
 */
const STARRED_JSON = defineFieldFormat({
  name: 'starred',
  product: 'starred articles',
  layout: { list: 'items' },
  requiredNames: [],
  anyNames: ['canonical', 'alternate'],
  fitsFirst: (first) => hasFields(first(''), ['categories']) || hasFields(first(''), ['origin']),
  fields: {
    url: [
      'canonical|alternate',
      (links) =>
        toArray(links)
          .map((link) => toFirstText(getField(link, 'href')))
          .find(Boolean) ?? '',
    ],
    title: ['title', (title) => decodeHTML(toFirstText(title))],
    byline: decodedField('author'),
    siteName: decodedField('origin.title'),
    publishedAt: [
      'published',
      (value) => {
        const time = parseTime(value);
        return time === null ? null : new Date(time).toISOString();
      },
    ],
    savedAt: 'timestampUsec|crawlTimeMsec|published',
    favourite: ['categories', (all) => parseNames(all).some((name) => STARRED_CATEGORY.test(name))],
    tags: ['categories', (all) => parseNames(all).flatMap((name) => LABEL_CATEGORY.exec(name)?.[1] ?? [])],
    excerpt: [CONTENT_NAMES, (html) => readSummary(html) || null],
    html: [CONTENT_NAMES, (html) => (readSummary(html) === null ? toFirstText(html) : null)],
    highlights: [{ each: 'annotations', text: 'text', note: 'note', createdAt: 'added_on' }],
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
  OMNIVORE_METADATA,
  STARRED_JSON,
] as const;
