/**
 * Schemas for rows of articles and their parts in a backup. If an essential field is invalid, the row is rejected. Any
 * other invalid field falls back to a neutral value, and unknown fields are dropped.
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
  booleanOrFalse,
  countOrZero,
  fraction,
  id,
  key,
  line,
  lineOrNull,
  listOf,
  nonEmptyLine,
  offset,
  publicationTime,
  timestamp,
  timestampOrNull,
  timestampOrZero,
  verbatim,
  webAddress,
} from './fields.ts';

/** Maximum length of a quote or a highlight, in characters. */
const MAX_QUOTE_CHARS = 100_000;
const MAX_NOTE_CHARS = 200_000;
/** Maximum length of a highlight's `prefix` and `suffix`, with some margin; see `HighlightRow`. */
const MAX_CONTEXT_CHARS = 64;
const MAX_SPEAKERS_SHOWN = 3;

const identity = verbatim(ADDRESS_LIMIT);
const date = v.fallback(v.nullable(verbatim(DATE_LIMIT)), null);

const pagesSchema = v.object({
  from: offset,
  to: offset,
  total: v.nullable(offset),
  next: v.nullable(webAddress),
  hashes: v.pipe(v.array(verbatim(64)), v.maxLength(COUNT_LIMITS.pages)),
});

const speakerShare = v.object({
  name: nonEmptyLine(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  share: fraction,
});

const detailFields = {
  title: v.fallback(line(LINE_LIMITS.title), ''),
  siteName: lineOrNull(LINE_LIMITS.siteName),
  byline: lineOrNull(LINE_LIMITS.byline),
  publishedAt: date,
  lang: lineOrNull(LINE_LIMITS.lang),
};

export const ARTICLE_SCHEMA = v.object({
  id,
  identity: v.pipe(identity, v.nonEmpty()),
  addresses: listOf(identity, COUNT_LIMITS.addresses),
  url: articleAddress,
  canonicalUrl: articleAddress,
  claimedUrl: v.optional(v.fallback(v.optional(webAddress), undefined)),
  ...detailFields,
  stated: v.optional(v.fallback(v.optional(v.partial(v.object(detailFields))), undefined)),
  host: v.fallback(verbatim(255), ''),
  modifiedAt: date,
  dir: v.fallback(v.picklist(['ltr', 'rtl']), 'ltr'),
  excerpt: lineOrNull(LINE_LIMITS.excerpt),
  wordCount: countOrZero,
  isPreview: booleanOrFalse,
  savedFrom: v.fallback(v.picklist(['page', 'link', 'import']), 'import'),
  savedAt: timestamp,
  updatedAt: timestamp,
  archivedAt: timestampOrNull,
  deletedAt: timestampOrNull,
  openedAt: timestampOrNull,
  pinnedAt: timestampOrNull,
  finishedAt: timestampOrNull,
  favourite: booleanOrFalse,
  tags: listOf(nonEmptyLine(LINE_LIMITS.tag), COUNT_LIMITS.tags),
  listIds: listOf(id, COUNT_LIMITS.lists),
  hasText: booleanOrFalse,
  pages: v.optional(v.fallback(v.optional(pagesSchema), undefined)),
  publishedTime: publicationTime,
  progress: fraction,
  imagesTotal: countOrZero,
  imagesSaved: countOrZero,
  imagesFailed: countOrZero,
  imagesOver: v.optional(countOrZero),
  leadImageId: v.fallback(v.nullable(id), null),
  quoteCount: countOrZero,
  quotesVersion: v.optional(countOrZero),
  voices: listOf(speakerShare, MAX_SPEAKERS_SHOWN),
  speakerKeys: listOf(key, COUNT_LIMITS.speakers),
  highlightCount: countOrZero,
  noteCount: countOrZero,
  textHash: v.fallback(verbatim(64), ''),
  versionCount: countOrZero,
  searchDoc: countOrZero,
});

export const CONTENT_SCHEMA = v.object({
  articleId: id,
  html: verbatim(HTML_LIMIT),
  text: verbatim(TEXT_LIMIT),
});

/** An invalid value counts as uncertain. */
const sureness = v.optional(v.fallback(v.nullable(v.picklist(['plain', 'probably'])), 'probably'));

const versionQuote = v.object({
  text: verbatim(MAX_QUOTE_CHARS),
  start: offset,
  end: offset,
  resolvedSpeaker: lineOrNull(LINE_LIMITS.speaker),
  sureness,
  role: lineOrNull(LINE_LIMITS.role),
});

const optionalRange = v.optional(v.tuple([offset, offset]));
/** Ranges in the text that identify the speaker. Optional, because the quote is valid without them. */
const quoteRanges = v.object({ speaker: optionalRange, cue: optionalRange, named: optionalRange });

export const QUOTE_SCHEMA = v.object({
  articleId: id,
  index: offset,
  text: verbatim(MAX_QUOTE_CHARS),
  start: offset,
  end: offset,
  group: countOrZero,
  speaker: lineOrNull(LINE_LIMITS.speaker),
  resolvedSpeaker: lineOrNull(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  cue: lineOrNull(LINE_LIMITS.cue),
  via: lineOrNull(LINE_LIMITS.via),
  evidence: v.fallback(
    v.picklist(['cue', 'same-sentence', 'same-paragraph', 'continues', 'before', 'none', 'user']),
    'none',
  ),
  confidence: fraction,
  sureness,
  key: fraction,
  pulledOut: v.optional(booleanOrFalse),
  about: v.optional(listOf(nonEmptyLine(LINE_LIMITS.speaker), COUNT_LIMITS.about)),
  unnamed: v.optional(booleanOrFalse),
  places: v.optional(v.fallback(v.optional(quoteRanges), undefined)),
  speakerKey: v.fallback(key, ''),
  saidAt: publicationTime,
});

export const VERSION_SCHEMA = v.object({
  articleId: id,
  replacedAt: timestamp,
  savedAt: timestampOrZero,
  title: v.fallback(line(LINE_LIMITS.title), ''),
  html: verbatim(HTML_LIMIT),
  text: verbatim(TEXT_LIMIT),
  quotes: listOf(versionQuote, COUNT_LIMITS.quotes),
});

/** Allowed media types. A file of any other type could be opened as a page of the extension. */
const IMAGE_TYPE_PATTERN = /^(?:image\/[\w.+-]{1,60})?$/;

export const IMAGE_SCHEMA = v.object({
  id,
  articleId: id,
  url: webAddress,
  state: v.picklist(['waiting', 'saved', 'failed']),
  error: v.fallback(v.nullable(v.picklist(IMAGE_FAILURES)), null),
  blob: v.fallback(v.null(), null),
  type: v.pipe(v.string(), v.regex(IMAGE_TYPE_PATTERN)),
  bytes: countOrZero,
});

export const HIGHLIGHT_SCHEMA = v.object({
  id,
  articleId: id,
  text: verbatim(MAX_QUOTE_CHARS),
  prefix: v.fallback(verbatim(MAX_CONTEXT_CHARS), ''),
  suffix: v.fallback(verbatim(MAX_CONTEXT_CHARS), ''),
  start: v.fallback(v.nullable(offset), null),
  end: v.fallback(v.nullable(offset), null),
  note: v.fallback(verbatim(MAX_NOTE_CHARS), ''),
  colour: v.fallback(v.picklist(HIGHLIGHT_COLOURS), DEFAULT_COLOUR),
  createdAt: timestampOrZero,
  updatedAt: timestampOrZero,
});

export const CORRECTION_SCHEMA = v.object({
  articleId: id,
  quoteHash: verbatim(64),
  speaker: lineOrNull(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  correctedAt: timestampOrZero,
});
