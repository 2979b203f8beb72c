/**
 * Exports that are JSON lists of objects: how each is recognised, and how its fields map to ours. `docs/formats.md` lists
 * them. Lists that have only common names are in `any-fields.ts`.
 */
import { FAVOURITES_ID } from '../../export/export-karakeep.ts';
import { toListPaths, toPlainText } from '../../web-address.ts';
import {
  defineFieldFormat,
  equals,
  type FieldSources,
  type FormatDeclaration,
  noteFrom,
  percentage,
  separatedNames,
} from '../field-format.ts';
import { toArray } from '../parsing/json-elements.ts';
import {
  hasStarredCategory,
  readEscapedLine,
  readEscapedText,
  readFeedSummary,
  readFeedText,
  readFirstLink,
  readIsoTime,
  readLabelCategories,
  readWallabagLists,
  readWallabagTags,
  readWallabagText,
  readWallabagTitle,
} from '../parsing/product-fields.ts';
import { makeArticleNote, parseTime, readTextAsHtml, toFirstText } from '../parsing/read-fields.ts';
import { hasFields } from '../parsing/rows.ts';

/** An entry of `metadata_*.json` in Omnivore's archive. */
export const OMNIVORE_FIELDS: FieldSources = {
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
};

/** Checked in this order. */
const DECLARATIONS = [
  // `annotations/part_000000.json` of its archive (`AnnotationsExportEntry` in Pocket’s own exporter).
  {
    name: 'pocketCsv',
    product: 'Pocket highlights',
    layout: { list: null },
    requiredNames: ['url', 'highlights'],
    fitsFirst: (first) => hasFields(toArray(first('highlights'))[0], ['quote', 'created_at']),
    fields: { title: 'title', highlights: [{ each: 'highlights', text: 'quote', createdAt: 'created_at' }] },
    isAddition: true,
    comesLast: true,
  },
  // `collections/<slug>.json` of its archive (`ListExport` in Pocket’s own exporter). Its title comes first.
  {
    name: 'pocketCsv',
    product: 'Pocket collection',
    layout: { list: 'items' },
    rootNames: ['title', 'slug', 'items'],
    requiredNames: ['url', 'excerpt'],
    fields: {
      title: 'title',
      excerpt: 'excerpt',
      highlights: [(row) => makeArticleNote(toPlainText(row('note')))],
      lists: ['^title', (title) => toListPaths([toFirstText(title)])],
    },
    isAddition: true,
    comesLast: true,
  },
  // Version 1 has fewer fields and other names.
  {
    name: 'wallabag',
    product: 'wallabag JSON',
    layout: { list: null },
    requiredNames: ['url'],
    anyNames: 'is_archived is_starred mimetype domain_name reading_time annotations is_read is_fav'.split(
      ' ',
    ),
    fields: {
      title: ['title', readWallabagTitle],
      html: ['content', readWallabagText],
      lang: 'language',
      byline: 'published_by',
      publishedAt: 'published_at',
      imageUrl: 'preview_picture',
      savedAt: 'created_at',
      archived: 'is_archived|is_read',
      favourite: 'is_starred|is_fav',
      tags: ['tags', readWallabagTags],
      lists: ['lists', readWallabagLists],
      highlights: [{ each: 'annotations', text: 'quote', note: 'text', createdAt: 'created_at' }],
    },
  },
  {
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
    // Favourites are a list in our own exports.
    listTree: { ids: 'lists', key: 'lists', omitted: FAVOURITES_ID },
  },
  // Links are nested in their collections and may lack `collectionId`.
  {
    name: 'linkwarden',
    product: 'Linkwarden JSON',
    layout: { list: 'collections', leafNames: ['url', 'name'] },
    requiredNames: ['links'],
    fields: {
      // Copied from the page's head without decoding entities.
      title: ['name', readEscapedText],
      savedAt: [
        'importDate|createdAt',
        (_, row) => parseTime(row('importDate')) ?? parseTime(row('createdAt')),
      ],
      tags: 'tags',
      html: ['textContent', readTextAsHtml],
      // "Notes, thoughts, etc.", as its form calls it.
      highlights: [noteFrom('description')],
    },
    favouritesKey: 'pinnedLinks',
    listTree: { ids: 'collectionId|^id', key: 'collections', omitted: 'Unorganized' },
  },
  // The title is in `description`, or `false`; tags are separated by spaces. Posts that are not `toread` count as
  // archived.
  {
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
  },
  {
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
  },
  {
    name: 'omnivore',
    product: 'Omnivore JSON',
    layout: { list: null },
    requiredNames: ['slug', 'url', 'savedAt'],
    anyNames: ['labels', 'readingProgress'],
    fields: OMNIVORE_FIELDS,
  },
  // Starred articles in the format of Google Reader, used by Inoreader, FreshRSS and others. Some omit `canonical`, some
  // have the content in `summary`; times are in seconds, milliseconds and microseconds.
  {
    name: 'starred',
    product: 'starred articles',
    layout: { list: 'items' },
    requiredNames: [],
    anyNames: ['canonical', 'alternate'],
    fitsFirst: (first) => hasFields(first(''), ['categories']) || hasFields(first(''), ['origin']),
    fields: {
      url: ['canonical|alternate', readFirstLink],
      title: ['title', readEscapedText],
      byline: ['author', readEscapedLine],
      siteName: ['origin.title', readEscapedLine],
      publishedAt: ['published', readIsoTime],
      savedAt: 'timestampUsec|crawlTimeMsec|published',
      favourite: ['categories', hasStarredCategory],
      tags: ['categories', readLabelCategories],
      excerpt: ['content.content|summary.content', readFeedSummary],
      html: ['content.content|summary.content', readFeedText],
      highlights: [{ each: 'annotations', text: 'text', note: 'note', createdAt: 'added_on' }],
    },
  },
] as const satisfies readonly FormatDeclaration<string>[];

type Name = (typeof DECLARATIONS)[number]['name'];

export const JSON_FORMATS = DECLARATIONS.map((declared) => defineFieldFormat<Name>(declared));
