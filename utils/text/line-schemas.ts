/** Building blocks of the schemas for untrusted input. Values that pass are safe to store and show. */
import * as v from 'valibot';
import { cleanLine, cleanLineOrNull } from './clean-line.ts';
import { ADDRESS_LIMIT, DATE_LIMIT, LINE_LIMITS } from './limits.ts';

/** A sanitised line; see `cleanLine`. */
export const line = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, limit)),
  );

/** A sanitised line that may be missing; null if nothing is left. */
export const lineOrNull = (limit: number) =>
  v.pipe(
    v.nullable(v.string()),
    v.transform((text) => cleanLineOrNull(text, limit)),
  );

/** True for an absolute http(s) address of at most `ADDRESS_LIMIT` characters. */
export function isWebAddress(address: string): boolean {
  if (address.length > ADDRESS_LIMIT || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:';
}

export const WebAddress = v.pipe(v.string(), v.check(isWebAddress, 'not a web address'));

/** A finite, non-negative number. */
export const amount = (max: number) => v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(max));

export const count = (max: number) => v.pipe(amount(max), v.integer());

/** A number from 0 to 1. */
export const Share = amount(1);

/** True for a valid date with a four-digit year. */
export function isDate(date: string): boolean {
  if (date.length > DATE_LIMIT || !/^\d{4}/.test(date)) return false;
  return !Number.isNaN(Date.parse(date));
}

/** An ISO 8601 date; invalid ones become null. */
export const DateOrNull = v.fallback(v.nullable(v.pipe(v.string(), v.check(isDate, 'not a date'))), null);

const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** True for a string of the form of a BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  return tag.length <= LINE_LIMITS.lang && LANGUAGE_TAG.test(tag);
}

/** A BCP 47 tag; invalid ones become null. */
export const LanguageOrNull = v.fallback(
  v.nullable(v.pipe(v.string(), v.check(isLanguageTag, 'not a language tag'))),
  null,
);
