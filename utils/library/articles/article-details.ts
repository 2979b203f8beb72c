/**
 * Title, site, author, date and language of an article: what its page states, and the user's edits. The row's own
 * fields contain what is shown, searched, sorted by and exported; `stated` contains the page's values where they
 * differ. Pure.
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

/** The details as they are shown. */
export const shownDetails = (row: ArticleDetails): ArticleDetails => pick(row, FIELDS);

/**
 * The page's own details, without the user's edits. They are used to recognise the article and to compare earlier
 * versions.
 */
export function statedDetails(row: Described): ArticleDetails {
  return { ...shownDetails(row), ...row.stated };
}

/** The fields that the user has edited. */
const editedFields = ({ stated }: Described): (keyof ArticleDetails)[] =>
  FIELDS.filter((field) => stated !== undefined && field in stated);

/**
 * Merges the edits of the same article here and in a backup: each field that was edited in either.
 *
 * @param row the article that gets the details
 * @param other the same article
 * @param wins whose edit is kept if both edited a field
 * @returns null if `other` has no edit to add
 */
export function withEditsOf(row: Described, other: Described, wins: 'row' | 'other'): ArticleDetails | null {
  const own = wins === 'row' ? editedFields(row) : [];
  const fields = editedFields(other).filter((field) => !own.includes(field));
  return fields.length === 0 ? null : { ...shownDetails(row), ...pick(other, fields) };
}

/**
 * Cleans the details like everything that is saved. Invalid dates and languages become null; the former title is kept
 * instead of an empty one.
 */
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

/** Milliseconds since 1970, or null if it can't be parsed. */
export function readTime(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

type DetailFields = ArticleDetails & Pick<ArticleRow, 'publishedTime' | 'stated'>;

/**
 * The fields of a row that shows these details.
 *
 * @param edited which of them the user has edited
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
 * The details after the page was read again; the user's edits stay.
 *
 * @param stated what the page states now
 * @param before the article's former row; undefined for a new one
 */
export function readAgain(
  stated: ArticleDetails,
  before: Described | undefined,
  savedAt: number,
): DetailFields {
  return withEdits(stated, before === undefined ? {} : editsOf(before), savedAt);
}

/** The user's edits of the details. */
export function editsOf(row: Described): Partial<ArticleDetails> {
  return pick(row, editedFields(row));
}

/** Combines what the page states with the user's edits. */
export function withEdits(
  stated: ArticleDetails,
  edits: Partial<ArticleDetails>,
  savedAt: number,
): DetailFields {
  const edited = FIELDS.filter((field) => field in edits);
  return fieldsOf({ ...shownDetails(stated), ...edits }, stated, edited, savedAt);
}

/** The details after an edit. Values that equal the page's don't count as edits. */
export function editedDetails(
  row: Described & Pick<ArticleRow, 'savedAt'>,
  wanted: ArticleDetails,
): DetailFields {
  const stated = statedDetails(row);
  const shown = cleanDetails(wanted, stated);
  const edited = FIELDS.filter((field) => shown[field] !== stated[field]);
  return fieldsOf(shown, stated, edited, row.savedAt);
}
