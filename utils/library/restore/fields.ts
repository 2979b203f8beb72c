/** Schemas for single fields of rows from an untrusted file. */
import * as v from 'valibot';
import { cleanLine } from '../../text/clean-line.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';
import { parseWebAddress } from '../../transfer/web-address.ts';

/** Plausible times of saves and of publications. Newspaper archives go back to 1600. */
const EARLIEST_SAVE = Date.UTC(1970, 0, 1);
const EARLIEST_PUBLICATION = Date.UTC(1600, 0, 1);
const LATEST_TIME = Date.UTC(2200, 0, 1);

/**
 * One check instead of several, because a backup has hundreds of thousands of rows, and each layer of a schema takes
 * time.
 */
const numberBetween = (min: number, max: number) =>
  v.custom<number>((value) => typeof value === 'number' && value >= min && value <= max);

const integerBetween = (min: number, max: number) =>
  v.custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

const stringMatching = (isValid: (text: string) => boolean) =>
  v.custom<string>((value) => typeof value === 'string' && isValid(value));

/** UUIDs, and the ids of imported highlights. */
export const id = stringMatching((text) => /^[\w-]{1,200}$/.test(text));

/** Accepts http(s) URLs. Rejects `javascript:`, `data:` and others. */
const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && 'url' in parseWebAddress(text);

export const webAddress = v.pipe(v.string(), v.check(isWebAddress, 'notWeb'));

/** The address of a PDF from the user's disk. Contains the file's fingerprint; see `localFileAddress`. */
const FILE_ADDRESS = /^file:\/\/\/[\da-f]{16}\/[^/?#\s]+$/;

/** The address of a web page, or of a PDF from the user's disk. */
export const articleAddress = v.pipe(
  v.string(),
  v.check(
    (text) => isWebAddress(text) || (text.length <= ADDRESS_LIMIT && FILE_ADDRESS.test(text)),
    'notWeb',
  ),
);

export const line = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, limit)),
  );

/** A non-empty line. */
export const nonEmptyLine = (limit: number) => v.pipe(line(limit), v.minLength(1));

/** A cleaned line; null if it is empty, missing, or not a string. */
export const lineOrNull = (limit: number) =>
  v.fallback(
    v.pipe(
      v.unknown(),
      v.transform((value) => (typeof value === 'string' && cleanLine(value, limit)) || null),
    ),
    null,
  );

/** A string of limited length, unchanged. */
export const verbatim = (limit: number) => stringMatching((text) => text.length <= limit);

/** A normalised key, unchanged. */
export const key = verbatim(1000);
export const nonEmptyKey = stringMatching((text) => text !== '' && text.length <= 1000);

export const offset = integerBetween(0, 2 ** 31);
export const countOrZero = v.fallback(offset, 0);
export const fraction = v.fallback(numberBetween(0, 1), 0);
export const booleanOrFalse = v.fallback(v.boolean(), false);

/** Sort position among siblings. */
export const positionOrZero = v.fallback(numberBetween(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 0);

/** Milliseconds since 1970. */
export const timestamp = numberBetween(EARLIEST_SAVE, LATEST_TIME);
export const timestampOrZero = v.fallback(timestamp, 0);
export const timestampOrNull = v.fallback(v.nullable(timestamp), null);
export const publicationTime = v.fallback(numberBetween(EARLIEST_PUBLICATION, LATEST_TIME), 0);

/**
 * Returns the valid items of an array; invalid items are dropped.
 *
 * @param max maximum number of items read
 */
export function listOf<S extends v.GenericSchema>(item: S, max: number) {
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((values) => {
        const valid: v.InferOutput<S>[] = [];
        for (const value of values.length > max ? values.slice(0, max) : values) {
          const parsed = v.safeParse(item, value);
          if (parsed.success) valid.push(parsed.output);
        }
        return valid;
      }),
    ),
    [],
  );
}
