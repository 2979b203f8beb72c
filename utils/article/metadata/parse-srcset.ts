/** One candidate of a `srcset`. */
export interface SourceCandidate {
  address: string;
  /** The number before `w` or `x`; 1 if there is none. */
  amount: number;
  unit: 'w' | 'x';
}

/** Maximum length read, ten times that of real sets, in UTF-16 units. */
const MAX_LENGTH = 50_000;
/** Maximum number of candidates. */
const MAX_CANDIDATES = 100;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0;
const COMMA = 0x2c;

const DESCRIPTOR = /^([\d.]+)([wx])(?:\s|$)/;

/**
 * Parses a `srcset` by the HTML Standard's algorithm ("parse a srcset attribute"): addresses may contain commas, except at
 * their end. Candidates with other descriptors than a width or a density are left out. Linear.
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
    const address = text.slice(at, last);
    if (last < end) {
      found.push({ address, amount: 1, unit: 'x' });
      at = end;
      continue;
    }
    const comma = text.indexOf(',', end);
    at = comma < 0 ? text.length : comma + 1;
    const descriptor = text.slice(end, comma < 0 ? text.length : comma).trim();
    const [, figure, unit = 'x'] = DESCRIPTOR.exec(descriptor) ?? [];
    const amount = descriptor === '' ? 1 : Number(figure);
    if (Number.isFinite(amount)) found.push({ address, amount, unit: unit === 'w' ? 'w' : 'x' });
  }
  return found;
}
