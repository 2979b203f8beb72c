/** Pieces that the schemas at the borders are made of. What they let through is fit to be stored and shown. */
import * as v from 'valibot';
import { cleanLine, cleanLineOrNull } from './clean-line.ts';
import { ADDRESS_LIMIT, DATE_LIMIT, LINE_LIMITS } from './limits.ts';

/** A line, cleaned and cut; see `cleanLine`. */
export const line = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, limit)),
  );

/** The same where it may be missing; null where nothing is left of it. */
export const lineOrNull = (limit: number) =>
  v.pipe(
    v.nullable(v.string()),
    v.transform((text) => cleanLineOrNull(text, limit)),
  );

/** @returns whether it is an absolute http(s) address of a usual length */
export function isWebAddress(address: string): boolean {
  if (address.length > ADDRESS_LIMIT || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:';
}

export const WebAddress = v.pipe(v.string(), v.check(isWebAddress, 'not a web address'));

/** A finite number that is not negative. */
export const amount = (most: number) => v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(most));

export const count = (most: number) => v.pipe(amount(most), v.integer());

/** From 0 to 1. */
export const Share = amount(1);

/** @returns whether a date can be read, and is one of a calendar's ordinary years */
export function isDate(date: string): boolean {
  if (date.length > DATE_LIMIT || !/^\d{4}/.test(date)) return false;
  return !Number.isNaN(Date.parse(date));
}

/** ISO 8601; null for what is none. */
export const DateOrNull = v.fallback(v.nullable(v.pipe(v.string(), v.check(isDate, 'not a date'))), null);

const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** @returns whether it looks like a tag of BCP 47 */
export function isLanguageTag(tag: string): boolean {
  return tag.length <= LINE_LIMITS.lang && LANGUAGE_TAG.test(tag);
}

/** BCP 47; null for what is none. */
export const LanguageOrNull = v.fallback(
  v.nullable(v.pipe(v.string(), v.check(isLanguageTag, 'not a language tag'))),
  null,
);
