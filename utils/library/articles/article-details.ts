/**
 * Title, site, author, date and language of an article: the values that its page states, and the user's edits. The
 * fields of the row contain the values that are shown, searched, sorted by and exported. `stated` contains the page's
 * values of edited fields. Pure.
 */
import { cleanLine, cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { isDate, isLanguageTag } from '../../text/line-schemas.ts';
import type { ArticleDetails, ArticleRow } from '../types.ts';

const DETAIL_FIELDS = [
  'title',
  'siteName',
  'byline',
  'publishedAt',
  'lang',
] as const satisfies readonly (keyof ArticleDetails)[];

type DetailsRow = ArticleDetails & Pick<ArticleRow, 'stated'>;

function pick<Field extends keyof ArticleDetails>(
  from: ArticleDetails,
  fields: readonly Field[],
): Pick<ArticleDetails, Field> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<ArticleDetails, Field>;
}

/** Returns the details as they are shown. */
export const shownDetails = (row: ArticleDetails): ArticleDetails => pick(row, DETAIL_FIELDS);

/**
 * Returns the details as the page states them, without the user's edits. They are used to recognise the article and to
 * compare earlier versions.
 */
export function statedDetails(row: DetailsRow): ArticleDetails {
  return { ...shownDetails(row), ...row.stated };
}

/** Returns the fields that the user has edited. */
const editedFields = ({ stated }: DetailsRow): (keyof ArticleDetails)[] =>
  DETAIL_FIELDS.filter((field) => stated !== undefined && field in stated);

/**
 * Merges the user's edits of two copies of an article, such as one in the library and one in a backup. A field stays
 * edited if it was edited in either copy.
 *
 * @param row the row that receives the details
 * @param other the other copy
 * @param precedence which copy's edit is used if both edited a field
 * @returns null if `other` has no edit to add
 */
export function mergeEdits(
  row: DetailsRow,
  other: DetailsRow,
  precedence: 'row' | 'other',
): ArticleDetails | null {
  const ownFields = precedence === 'row' ? editedFields(row) : [];
  const fields = editedFields(other).filter((field) => !ownFields.includes(field));
  return fields.length === 0 ? null : { ...shownDetails(row), ...pick(other, fields) };
}

/**
 * Cleans details before they are saved. Invalid dates and languages become null; an empty title becomes that of
 * `former`.
 */
export function cleanDetails(details: ArticleDetails, former: ArticleDetails): ArticleDetails {
  const { publishedAt, lang } = details;
  return {
    title: cleanLine(details.title, LINE_LIMITS.title) || former.title,
    siteName: cleanLineOrNull(details.siteName, LINE_LIMITS.siteName),
    byline: cleanLineOrNull(details.byline, LINE_LIMITS.byline),
    publishedAt: publishedAt !== null && isDate(publishedAt) ? publishedAt : null,
    lang: lang !== null && isLanguageTag(lang) ? lang : null,
  };
}

/** Parses a date to milliseconds since 1970; null if it is invalid. */
export function parseTime(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

type DetailFields = ArticleDetails & Pick<ArticleRow, 'publishedTime' | 'stated'>;

/**
 * Returns the fields of a row for the given details.
 *
 * @param shown the details with the user's edits
 * @param stated the details as the page states them
 * @param edited the fields that the user has edited
 * @param savedAt time of the first save, in milliseconds since 1970; used if there is no publication date
 */
function toDetailFields(
  shown: ArticleDetails,
  stated: ArticleDetails,
  edited: readonly (keyof ArticleDetails)[],
  savedAt: number,
): DetailFields {
  return {
    ...shown,
    publishedTime: parseTime(shown.publishedAt) ?? savedAt,
    ...(edited.length === 0 ? {} : { stated: pick(stated, edited) }),
  };
}

/**
 * Returns the details after the page was read again, with the user's edits kept.
 *
 * @param stated the details that the page states now
 * @param before the former row; undefined for a new article
 * @param savedAt time of the first save, in milliseconds since 1970
 */
export function applyEditsToReread(
  stated: ArticleDetails,
  before: DetailsRow | undefined,
  savedAt: number,
): DetailFields {
  return applyEdits(stated, before === undefined ? {} : extractEdits(before), savedAt);
}

/** Returns the user's edits of the details. */
export function extractEdits(row: DetailsRow): Partial<ArticleDetails> {
  return pick(row, editedFields(row));
}

/** Applies the user's edits to the details that the page states. */
export function applyEdits(
  stated: ArticleDetails,
  edits: Partial<ArticleDetails>,
  savedAt: number,
): DetailFields {
  const edited = DETAIL_FIELDS.filter((field) => field in edits);
  return toDetailFields({ ...shownDetails(stated), ...edits }, stated, edited, savedAt);
}

/** Returns the details after an edit. Values that equal the page's don't count as edited. */
export function applyRequestedEdit(
  row: DetailsRow & Pick<ArticleRow, 'savedAt'>,
  requested: ArticleDetails,
): DetailFields {
  const stated = statedDetails(row);
  const shown = cleanDetails(requested, stated);
  const edited = DETAIL_FIELDS.filter((field) => shown[field] !== stated[field]);
  return toDetailFields(shown, stated, edited, row.savedAt);
}
