/**
 * Exports that are tables: how each is recognised, and how its columns map to ours. `docs/formats.md` lists them. Tables
 * that have only common names are in `any-fields.ts`.
 */
import { toListPaths } from '../../web-address.ts';
import {
  defineFieldFormat,
  equals,
  type FormatDeclaration,
  noteFrom,
  separatedNames,
} from '../field-format.ts';
import {
  readInstapaperLists,
  readRaindropLists,
  readWallabagText,
  readWallabagTime,
  readWallabagTitle,
} from '../parsing/product-fields.ts';
import {
  parseBoolean,
  parseLabelledHighlights,
  parseNames,
  readTextAsHtml,
  toFirstText,
} from '../parsing/read-fields.ts';

/** Checked in this order. */
const DECLARATIONS = [
  {
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
  },
  {
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
      lists: ['Folder', readInstapaperLists],
      highlights: [{ text: 'Selection' }],
    },
  },
  // Locations are `new`, `later`, `shortlist`, `archive`, and `feed` for items that the user did not save.
  {
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
      lists: [
        'Location',
        (place) => (toFirstText(place).toLowerCase() === 'shortlist' ? [['Shortlist']] : []),
      ],
    },
    skipReason: (row) => (toFirstText(row('Location')).toLowerCase() === 'feed' ? 'notSaved' : null),
  },
  // One row per highlight, without an address. Files for Readwise's own import have `Title`, `Author` and `URL`.
  {
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
  },
  // Until 2023 `In Queue` was called `Saved`.
  {
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
          !parseBoolean(row('In Queue|Saved')) &&
          (row('In Queue') !== undefined || parseBoolean(row('Read'))),
      ],
      favourite: 'Favorited',
      progress: ['Read', (read) => (parseBoolean(read) ? 1 : 0)],
    },
  },
  // One row per highlight (according to scripts that read it), sometimes with notes. Addresses are only in the list of articles.
  {
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
  },
  {
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
      html: ['Text Content', readTextAsHtml],
      highlights: [noteFrom('Note / Takeaways')],
    },
  },
  {
    name: 'wallabagCsv',
    product: 'wallabag CSV',
    layout: 'table',
    requiredNames: ['Title', 'URL', 'Content', 'Tags', 'MIME Type', 'Creation date'],
    fields: {
      title: ['title', readWallabagTitle],
      html: ['content', readWallabagText],
      lang: 'language',
      savedAt: ['Creation date', readWallabagTime],
      tags: separatedNames('Tags', ','),
    },
  },
  {
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
  },
  {
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
      lists: ['folder', readRaindropLists],
      highlights: [noteFrom('note'), (row) => parseLabelledHighlights(toFirstText(row('highlights')))],
    },
  },
] as const satisfies readonly FormatDeclaration<string>[];

type Name = (typeof DECLARATIONS)[number]['name'];

export const CSV_FORMATS = DECLARATIONS.map((declared) => defineFieldFormat<Name>(declared));
