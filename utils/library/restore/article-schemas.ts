/**
 * Schemas for rows of articles and their parts in a backup. If an essential field is invalid, the row is rejected; any
 * other invalid field falls back to a neutral value. Unknown fields are dropped.
 */

import * as v from 'valibot';
import {
  ADDRESS_LIMIT,
  COUNT_LIMITS,
  DATE_LIMIT,
  HTML_LIMIT,
  LINE_LIMITS,
  TEXT_LIMIT,
} from '../../text/limits.ts';
import { DEFAULT_COLOUR, HIGHLIGHT_COLOURS } from '../articles/highlight-colours.ts';
import { IMAGE_FAILURES } from '../jobs/image-failures.ts';
import {
  articleAddress,
  count,
  flag,
  id,
  key,
  line,
  lineOrNull,
  listOf,
  moment,
  momentOrNull,
  momentOrZero,
  offset,
  published,
  share,
  someLine,
  verbatim,
  webAddress,
} from './fields.ts';

/** Maximum length of a quotation, highlight or note, in characters. */
const MAX_QUOTE_CHARS = 100_000;
const MAX_NOTE_CHARS = 200_000;
/** Maximum length of a highlight's context; see `HighlightRow`. */
const MAX_CONTEXT_CHARS = 64;
const MAX_SPEAKERS_SHOWN = 3;

const identity = verbatim(ADDRESS_LIMIT);
const date = v.fallback(v.nullable(verbatim(DATE_LIMIT)), null);

const PAGES = v.object({
  from: offset,
  to: offset,
  total: v.nullable(offset),
  next: v.nullable(webAddress),
  hashes: v.pipe(v.array(verbatim(64)), v.maxLength(COUNT_LIMITS.pages)),
});

const VOICE = v.object({
  name: someLine(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  share,
});

const DETAILS = {
  title: v.fallback(line(LINE_LIMITS.title), ''),
  siteName: lineOrNull(LINE_LIMITS.siteName),
  byline: lineOrNull(LINE_LIMITS.byline),
  publishedAt: date,
  lang: lineOrNull(LINE_LIMITS.lang),
};

export const ARTICLE = v.object({
  id,
  identity: v.pipe(identity, v.nonEmpty()),
  addresses: listOf(identity, COUNT_LIMITS.addresses),
  url: articleAddress,
  canonicalUrl: articleAddress,
  claimedUrl: v.optional(v.fallback(v.optional(webAddress), undefined)),
  ...DETAILS,
  stated: v.optional(v.fallback(v.optional(v.partial(v.object(DETAILS))), undefined)),
  host: v.fallback(verbatim(255), ''),
  modifiedAt: date,
  dir: v.fallback(v.picklist(['ltr', 'rtl']), 'ltr'),
  excerpt: lineOrNull(LINE_LIMITS.excerpt),
  wordCount: count,
  isPreview: flag,
  savedFrom: v.fallback(v.picklist(['page', 'link', 'import']), 'import'),
  savedAt: moment,
  updatedAt: moment,
  archivedAt: momentOrNull,
  deletedAt: momentOrNull,
  openedAt: momentOrNull,
  pinnedAt: momentOrNull,
  finishedAt: momentOrNull,
  favourite: flag,
  tags: listOf(someLine(LINE_LIMITS.tag), COUNT_LIMITS.tags),
  listIds: listOf(id, COUNT_LIMITS.lists),
  hasText: flag,
  pages: v.optional(v.fallback(v.optional(PAGES), undefined)),
  publishedTime: published,
  progress: share,
  imagesTotal: count,
  imagesSaved: count,
  imagesFailed: count,
  imagesOver: v.optional(count),
  leadImageId: v.fallback(v.nullable(id), null),
  quoteCount: count,
  quotesVersion: v.optional(count),
  voices: listOf(VOICE, MAX_SPEAKERS_SHOWN),
  speakerKeys: listOf(key, COUNT_LIMITS.voices),
  highlightCount: count,
  noteCount: count,
  textHash: v.fallback(verbatim(64), ''),
  versionCount: count,
  searchDoc: count,
});

export const CONTENT = v.object({ articleId: id, html: verbatim(HTML_LIMIT), text: verbatim(TEXT_LIMIT) });

/** An invalid value in a foreign backup counts as uncertain. */
const SURENESS = v.optional(v.fallback(v.nullable(v.picklist(['plain', 'probably'])), 'probably'));

const VERSION_QUOTE = v.object({
  text: verbatim(MAX_QUOTE_CHARS),
  start: offset,
  end: offset,
  resolvedSpeaker: lineOrNull(LINE_LIMITS.speaker),
  sureness: SURENESS,
  role: lineOrNull(LINE_LIMITS.role),
});

const between = v.optional(v.tuple([offset, offset]));
/** Ranges of the speaker's name in the text. Optional: the quote is valid without them. */
const PLACES = v.object({ speaker: between, cue: between, named: between });

export const QUOTE = v.object({
  articleId: id,
  index: offset,
  text: verbatim(MAX_QUOTE_CHARS),
  start: offset,
  end: offset,
  group: count,
  speaker: lineOrNull(LINE_LIMITS.speaker),
  resolvedSpeaker: lineOrNull(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  cue: lineOrNull(LINE_LIMITS.cue),
  via: lineOrNull(LINE_LIMITS.via),
  evidence: v.fallback(
    v.picklist(['cue', 'same-sentence', 'same-paragraph', 'continues', 'before', 'none', 'user']),
    'none',
  ),
  confidence: share,
  sureness: SURENESS,
  key: share,
  pulledOut: v.optional(flag),
  about: v.optional(listOf(someLine(LINE_LIMITS.speaker), COUNT_LIMITS.about)),
  unnamed: v.optional(flag),
  places: v.optional(v.fallback(v.optional(PLACES), undefined)),
  speakerKey: v.fallback(key, ''),
  saidAt: published,
});

export const VERSION = v.object({
  articleId: id,
  replacedAt: moment,
  savedAt: momentOrZero,
  title: v.fallback(line(LINE_LIMITS.title), ''),
  html: verbatim(HTML_LIMIT),
  text: verbatim(TEXT_LIMIT),
  quotes: listOf(VERSION_QUOTE, COUNT_LIMITS.quotes),
});

/** Allowed media types. A file of another type could be opened as a page of the extension. */
const IMAGE_TYPE = /^(?:image\/[\w.+-]{1,60})?$/;

export const IMAGE = v.object({
  id,
  articleId: id,
  url: webAddress,
  state: v.picklist(['waiting', 'saved', 'failed']),
  error: v.fallback(v.nullable(v.picklist(IMAGE_FAILURES)), null),
  blob: v.fallback(v.null(), null),
  type: v.pipe(v.string(), v.regex(IMAGE_TYPE)),
  bytes: count,
});

const REVIEW = v.object({ step: count, dueAt: v.fallback(v.nullable(moment), null), answeredAt: moment });

export const HIGHLIGHT = v.object({
  id,
  articleId: id,
  text: verbatim(MAX_QUOTE_CHARS),
  prefix: v.fallback(verbatim(MAX_CONTEXT_CHARS), ''),
  suffix: v.fallback(verbatim(MAX_CONTEXT_CHARS), ''),
  start: v.fallback(v.nullable(offset), null),
  end: v.fallback(v.nullable(offset), null),
  note: v.fallback(verbatim(MAX_NOTE_CHARS), ''),
  colour: v.fallback(v.picklist(HIGHLIGHT_COLOURS), DEFAULT_COLOUR),
  review: v.optional(v.fallback(v.optional(REVIEW), undefined)),
  createdAt: momentOrZero,
  updatedAt: momentOrZero,
});

export const CORRECTION = v.object({
  articleId: id,
  quoteHash: verbatim(64),
  speaker: lineOrNull(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  correctedAt: momentOrZero,
});
