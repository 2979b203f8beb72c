/**
 * Schemas for rows of lists, tags, people and other data that belongs to no single article, in a backup; see
 * `article-schemas.ts`.
 */
import * as v from 'valibot';
import { LINE_LIMITS } from '../../text/limits.ts';
import {
  booleanOrFalse,
  id,
  key,
  lineOrNull,
  nonEmptyKey,
  nonEmptyLine,
  positionOrZero,
  publicationTime,
  timestampOrZero,
  verbatim,
} from './fields.ts';

/** Maximum length of a search query, in characters. */
const MAX_QUERY_CHARS = 2000;

export const LIST_SCHEMA = v.object({
  id,
  name: nonEmptyLine(LINE_LIMITS.listName),
  parentId: v.fallback(v.nullable(id), null),
  position: positionOrZero,
  createdAt: timestampOrZero,
});

export const TAG_SCHEMA = v.object({
  key: nonEmptyKey,
  name: nonEmptyLine(LINE_LIMITS.tag),
  createdAt: timestampOrZero,
  aliasOf: v.fallback(v.nullable(key), null),
});

export const SMART_LIST_SCHEMA = v.object({
  id,
  name: nonEmptyLine(LINE_LIMITS.listName),
  query: verbatim(MAX_QUERY_CHARS),
  sort: v.fallback(
    v.object({
      by: v.picklist(['saved', 'published', 'length', 'site', 'progress']),
      reversed: booleanOrFalse,
    }),
    { by: 'saved', reversed: false },
  ),
  position: positionOrZero,
  createdAt: timestampOrZero,
  updatedAt: timestampOrZero,
});

export const PERSON_SCHEMA = v.object({
  id,
  name: nonEmptyLine(LINE_LIMITS.speaker),
  notPerson: v.optional(booleanOrFalse),
  createdAt: timestampOrZero,
  updatedAt: timestampOrZero,
});

export const ALIAS_SCHEMA = v.object({
  speakerKey: nonEmptyKey,
  articleId: v.union([v.literal(''), id]),
  personId: id,
});

export const SPEAKER_SCHEMA = v.object({
  speakerKey: nonEmptyKey,
  name: nonEmptyLine(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  saidAt: publicationTime,
});

/** Maximum number of the user's decisions on articles of a story. */
const MAX_MEMBERS = 5000;

export const STORY_SCHEMA = v.object({
  id,
  title: lineOrNull(LINE_LIMITS.title),
  members: v.fallback(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((members) =>
        Object.fromEntries(
          Object.entries(members)
            .filter(
              (entry): entry is [string, boolean] => v.is(id, entry[0]) && typeof entry[1] === 'boolean',
            )
            .slice(0, MAX_MEMBERS),
        ),
      ),
    ),
    {},
  ),
  createdAt: timestampOrZero,
  updatedAt: timestampOrZero,
});
