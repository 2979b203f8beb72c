/** One candidate of a `srcset`. */
export interface SourceCandidate {
  address: string;
  /** The figure before `w` or `x`; 1 where there is none. */
  amount: number;
  unit: 'w' | 'x';
}

/** Real sets are a tenth as long; in UTF-16 units. */
const LONGEST = 50_000;
/** Pictures come in a dozen widths at most. */
const MOST = 100;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0;
const COMMA = 0x2c;

const DESCRIPTOR = /^([\d.]+)([wx])(?:\s|$)/;

/**
 * Candidates of a `srcset` by the HTML Standard's algorithm ("parse a srcset attribute"): addresses may hold commas, but
 * not at their end. Candidates whose descriptor is neither a width nor a density are left out. Linear.
 */
export function parseSrcset(srcset: string): SourceCandidate[] {
  const text = srcset.slice(0, LONGEST);
  const found: SourceCandidate[] = [];
  let at = 0;
  while (found.length < MOST) {
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
