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

type DetailsRow = ArticleDetails & Pick<ArticleRow, 'stated'>;

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
export function statedDetails(row: DetailsRow): ArticleDetails {
  return { ...shownDetails(row), ...row.stated };
}

/** The fields that the user has edited. */
const editedFields = ({ stated }: DetailsRow): (keyof ArticleDetails)[] =>
  FIELDS.filter((field) => stated !== undefined && field in stated);

/**
 * Merges the edits of the same article here and in a backup: each field that was edited in either.
 *
 * @param row the article that gets the details
 * @param other the same article
 * @param precedence whose edit is kept if both edited a field
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
 * Cleans the details like everything that is saved. Invalid dates and languages become null; the former title is kept
 * instead of an empty one.
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

/** Milliseconds since 1970, or null if it can't be parsed. */
export function parseTime(date: string | null): number | null {
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
 * The details after the page was read again; the user's edits stay.
 *
 * @param stated what the page states now
 * @param before the article's former row; undefined for a new one
 */
export function applyEditsToReread(
  stated: ArticleDetails,
  before: DetailsRow | undefined,
  savedAt: number,
): DetailFields {
  return applyEdits(stated, before === undefined ? {} : extractEdits(before), savedAt);
}

/** The user's edits of the details. */
export function extractEdits(row: DetailsRow): Partial<ArticleDetails> {
  return pick(row, editedFields(row));
}

/** Combines what the page states with the user's edits. */
export function applyEdits(
  stated: ArticleDetails,
  edits: Partial<ArticleDetails>,
  savedAt: number,
): DetailFields {
  const edited = FIELDS.filter((field) => field in edits);
  return toDetailFields({ ...shownDetails(stated), ...edits }, stated, edited, savedAt);
}

/** The details after an edit. Values that equal the page's don't count as edits. */
export function applyRequestedEdit(
  row: DetailsRow & Pick<ArticleRow, 'savedAt'>,
  requested: ArticleDetails,
): DetailFields {
  const stated = statedDetails(row);
  const shown = cleanDetails(requested, stated);
  const edited = FIELDS.filter((field) => shown[field] !== stated[field]);
  return toDetailFields(shown, stated, edited, row.savedAt);
}
