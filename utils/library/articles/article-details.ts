/**
 * Title, site, author, date and language of an article: what its page states, and what the user has put in its place.
 * The row's own fields hold what is shown, searched, sorted by and exported; `stated` holds what the page states
 * wherever that is something else. Pure.
 */
import { cleanLine, cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { isDate, isLanguageTag } from '../../text/line-schemas.ts';
import type { ArticleDetails, ArticleRow } from '../types.ts';

const FIELDS = [
  'title',
  'siteName',
  'byline',
  'publishedAt',
  'lang',
] as const satisfies readonly (keyof ArticleDetails)[];

type Described = ArticleDetails & Pick<ArticleRow, 'stated'>;

function pick<Field extends keyof ArticleDetails>(
  from: ArticleDetails,
  fields: readonly Field[],
): Pick<ArticleDetails, Field> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<ArticleDetails, Field>;
}

/** What is shown of an article. */
export const shownDetails = (row: ArticleDetails): ArticleDetails => pick(row, FIELDS);

/**
 * What the page itself states, whatever the user has put in its place: by this an article is known again, and former
 * texts are compared.
 */
export function statedDetails(row: Described): ArticleDetails {
  return { ...shownDetails(row), ...row.stated };
}

/** The fields that the user has edited. */
const editedFields = ({ stated }: Described): (keyof ArticleDetails)[] =>
  FIELDS.filter((field) => stated !== undefined && field in stated);

/**
 * What is shown of an article that was edited in two places, here and in a backup: each field that was edited anywhere.
 *
 * @param row whose details they will be
 * @param other the same article
 * @param wins says which edit stays where both have one of a field
 * @returns null where `other` has no edit to take
 */
export function withEditsOf(row: Described, other: Described, wins: 'row' | 'other'): ArticleDetails | null {
  const own = wins === 'row' ? editedFields(row) : [];
  const fields = editedFields(other).filter((field) => !own.includes(field));
  return fields.length === 0 ? null : { ...shownDetails(row), ...pick(other, fields) };
}

/** Cleaned as everything that is saved; what is no date and no language is none. A title stays where it would be empty. */
export function cleanDetails(wanted: ArticleDetails, former: ArticleDetails): ArticleDetails {
  const { publishedAt, lang } = wanted;
  return {
    title: cleanLine(wanted.title, LINE_LIMITS.title) || former.title,
    siteName: cleanLineOrNull(wanted.siteName, LINE_LIMITS.siteName),
    byline: cleanLineOrNull(wanted.byline, LINE_LIMITS.byline),
    publishedAt: publishedAt !== null && isDate(publishedAt) ? publishedAt : null,
    lang: lang !== null && isLanguageTag(lang) ? lang : null,
  };
}

/** Milliseconds since 1970, or null where it can't be read. */
export function readTime(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

type DetailFields = ArticleDetails & Pick<ArticleRow, 'publishedTime' | 'stated'>;

/**
 * The fields of a row that shows these details.
 *
 * @param edited which of them the user has put there
 * @param savedAt milliseconds since 1970
 */
function fieldsOf(
  shown: ArticleDetails,
  stated: ArticleDetails,
  edited: readonly (keyof ArticleDetails)[],
  savedAt: number,
): DetailFields {
  return {
    ...shown,
    publishedTime: readTime(shown.publishedAt) ?? savedAt,
    ...(edited.length === 0 ? {} : { stated: pick(stated, edited) }),
  };
}

/**
 * The details of an article whose page was read again: what the user had put there stays.
 *
 * @param stated what the page states now
 * @param before the article's row so far; undefined for a new one
 */
export function readAgain(
  stated: ArticleDetails,
  before: Described | undefined,
  savedAt: number,
): DetailFields {
  return withEdits(stated, before === undefined ? {} : editsOf(before), savedAt);
}

/** What the user has put in the place of what the page states. */
export function editsOf(row: Described): Partial<ArticleDetails> {
  return pick(row, editedFields(row));
}

/** The details of an article whose page states this, and of which the user has put that. */
export function withEdits(
  stated: ArticleDetails,
  edits: Partial<ArticleDetails>,
  savedAt: number,
): DetailFields {
  const edited = FIELDS.filter((field) => field in edits);
  return fieldsOf({ ...shownDetails(stated), ...edits }, stated, edited, savedAt);
}

/** The details of an article that the user has edited; what is as the page states it counts as not edited. */
export function editedDetails(
  row: Described & Pick<ArticleRow, 'savedAt'>,
  wanted: ArticleDetails,
): DetailFields {
  const stated = statedDetails(row);
  const shown = cleanDetails(wanted, stated);
  const edited = FIELDS.filter((field) => shown[field] !== stated[field]);
  return fieldsOf(shown, stated, edited, row.savedAt);
}
