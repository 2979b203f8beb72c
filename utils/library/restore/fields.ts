/** Schemas for single fields of rows from an untrusted file. */
import * as v from 'valibot';
import { cleanLine } from '../../text/clean-line.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';
import { readAddress } from '../../transfer/web-address.ts';

/** Earliest and latest plausible times of saves, and of publications: newspaper archives go back to 1600. */
const FIRST_SAVE = Date.UTC(1970, 0, 1);
const FIRST_PAPER = Date.UTC(1600, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/**
 * A single check instead of several, because a backup has hundreds of thousands of rows and each layer of a schema
 * takes time.
 */
const numberBetween = (least: number, most: number) =>
  v.custom<number>((value) => typeof value === 'number' && value >= least && value <= most);

const integerBetween = (least: number, most: number) =>
  v.custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  );

const stringOf = (isGood: (text: string) => boolean) =>
  v.custom<string>((value) => typeof value === 'string' && isGood(value));

/** UUIDs, and the ids of imported highlights. */
export const id = stringOf((text) => /^[\w-]{1,200}$/.test(text));

/** A web address, unchanged. Rejects `javascript:`, `data:` and the like. */
const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && 'url' in readAddress(text);

export const webAddress = v.pipe(v.string(), v.check(isWebAddress, 'notWeb'));

/** The address of a PDF from the user's disk, which contains the file's fingerprint; see `addressOfFile`. */
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
export const someLine = (limit: number) => v.pipe(line(limit), v.minLength(1));

/** A line, or null if it is empty, missing, or not a text. */
export const lineOrNull = (limit: number) =>
  v.fallback(
    v.pipe(
      v.unknown(),
      v.transform((value) => (typeof value === 'string' && cleanLine(value, limit)) || null),
    ),
    null,
  );

/** A text that must stay unchanged. */
export const verbatim = (limit: number) => stringOf((text) => text.length <= limit);

/** A key made by normalisation, unchanged. */
export const key = verbatim(1000);
export const someKey = stringOf((text) => text !== '' && text.length <= 1000);

export const offset = integerBetween(0, 2 ** 31);
export const count = v.fallback(offset, 0);
export const share = v.fallback(numberBetween(0, 1), 0);
export const flag = v.fallback(v.boolean(), false);

/** Sort position among siblings. */
export const position = v.fallback(numberBetween(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 0);

/** Milliseconds since 1970. */
export const moment = numberBetween(FIRST_SAVE, LAST);
export const momentOrZero = v.fallback(moment, 0);
export const momentOrNull = v.fallback(v.nullable(moment), null);
export const published = v.fallback(numberBetween(FIRST_PAPER, LAST), 0);

/** The valid items of an array; invalid ones are dropped. @param most maximum number of items */
export function listOf<S extends v.GenericSchema>(item: S, most: number) {
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) => {
        const good: v.InferOutput<S>[] = [];
        for (const one of all.length > most ? all.slice(0, most) : all) {
          const read = v.safeParse(item, one);
          if (read.success) good.push(read.output);
        }
        return good;
      }),
    ),
    [],
  );
}
