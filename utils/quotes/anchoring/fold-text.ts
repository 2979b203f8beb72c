/**
 * One code unit as it is compared: '' for what pages change freely (white space, soft hyphens, zero-width
 * marks, variation selectors), one plain form for quotation marks, apostrophes and dashes.
 */
export function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code <= 0x20 || code === 0x7f ? '' : unit;
  if (code === 0xa0 || code === 0xad || code === 0xfeff || code === 0x3000 || code === 0x85) return '';
  if (code >= 0x2000 && code <= 0x200f) return '';
  if (code >= 0x2028 && code <= 0x202f) return '';
  if (code >= 0x205f && code <= 0x2064) return '';
  if (code >= 0xfe00 && code <= 0xfe0f) return '';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  if (code >= 0x2018 && code <= 0x201b) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  if (code === 0xab || code === 0xbb) return '"';
  if (code === 0x2026) return '...';
  return unit;
}

/** `text` as it is compared; may be shorter or (for the ellipsis) longer than the text. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}
