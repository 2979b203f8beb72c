/** Schemas for rows of lists, tags, people and the like in a backup; see `article-schemas.ts`. */
import * as v from 'valibot';
import { LINE_LIMITS } from '../../text/limits.ts';
import {
  flag,
  id,
  key,
  lineOrNull,
  momentOrNull,
  momentOrZero,
  position,
  published,
  someKey,
  someLine,
  verbatim,
} from './fields.ts';

/** Maximum length of a search query. */
const MAX_QUERY_CHARS = 2000;

export const LIST = v.object({
  id,
  name: someLine(LINE_LIMITS.listName),
  parentId: v.fallback(v.nullable(id), null),
  position,
  createdAt: momentOrZero,
});

export const TAG = v.object({
  key: someKey,
  name: someLine(LINE_LIMITS.tag),
  createdAt: momentOrZero,
  aliasOf: v.fallback(v.nullable(key), null),
});

export const SMART_LIST = v.object({
  id,
  name: someLine(LINE_LIMITS.listName),
  query: verbatim(MAX_QUERY_CHARS),
  sort: v.fallback(
    v.object({ by: v.picklist(['saved', 'published', 'length', 'site', 'progress']), reversed: flag }),
    { by: 'saved', reversed: false },
  ),
  position,
  createdAt: momentOrZero,
  updatedAt: momentOrZero,
});

export const PERSON = v.object({
  id,
  name: someLine(LINE_LIMITS.speaker),
  notPerson: v.optional(flag),
  createdAt: momentOrZero,
  updatedAt: momentOrZero,
});

export const ALIAS = v.object({
  speakerKey: someKey,
  articleId: v.union([v.literal(''), id]),
  personId: id,
});

export const SPEAKER = v.object({
  speakerKey: someKey,
  name: someLine(LINE_LIMITS.speaker),
  role: lineOrNull(LINE_LIMITS.role),
  saidAt: published,
});

/** Maximum number of articles about which a story has a decision. */
const MAX_MEMBERS = 5000;

export const STORY = v.object({
  id,
  title: lineOrNull(LINE_LIMITS.title),
  pinnedAt: momentOrNull,
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
  createdAt: momentOrZero,
  updatedAt: momentOrZero,
});
