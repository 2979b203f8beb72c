/** One image candidate of a `srcset`. */
export interface SourceCandidate {
  url: string;
  /** The number before `w` (width in px) or `x` (pixel density); 1 if there is none. */
  value: number;
  unit: 'w' | 'x';
}

/** Maximum length read, in UTF-16 code units; ten times that of real sets. */
const MAX_LENGTH = 50_000;
/** Maximum number of candidates. */
const MAX_CANDIDATES = 100;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0;
const COMMA = 0x2c;

const DESCRIPTOR = /^([\d.]+)([wx])(?:\s|$)/;

/**
 * Parses a `srcset` by the algorithm of the HTML standard ("parse a srcset attribute"), in linear time. URLs can contain
 * commas, except at their end. Leaves out candidates with other descriptors than a width or a density.
 */
export function parseSrcset(srcset: string): SourceCandidate[] {
  const text = srcset.slice(0, MAX_LENGTH);
  const found: SourceCandidate[] = [];
  let at = 0;
  while (found.length < MAX_CANDIDATES) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === COMMA)) at++;
    if (at === text.length) break;
    let end = at;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    let last = end;
    while (text.charCodeAt(last - 1) === COMMA) last--;
    const url = text.slice(at, last);
    if (last < end) {
      found.push({ url, value: 1, unit: 'x' });
      at = end;
      continue;
    }
    const comma = text.indexOf(',', end);
    at = comma < 0 ? text.length : comma + 1;
    const descriptor = text.slice(end, comma < 0 ? text.length : comma).trim();
    const [, figure, unit = 'x'] = DESCRIPTOR.exec(descriptor) ?? [];
    const value = descriptor === '' ? 1 : Number(figure);
    if (Number.isFinite(value)) found.push({ url, value, unit: unit === 'w' ? 'w' : 'x' });
  }
  return found;
}
