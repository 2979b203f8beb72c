/**
 * Start indices of `needle` in `text`, overlapping ones too; an empty list when there are more than `limit`.
 * Knuth–Morris–Pratt: hostile pages must not make the search quadratic, which `indexOf` doesn't promise.
 */
export function findAll(text: string, needle: string, limit: number): number[] {
  if (!needle) return [];
  const back = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = back[k - 1] ?? 0;
    if (needle[i] === needle[k]) k++;
    back[i] = k;
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== needle[k]) k = back[k - 1] ?? 0;
    if (text[i] === needle[k]) k++;
    if (k === needle.length) {
      found.push(i - k + 1);
      if (found.length > limit) return [];
      k = back[k - 1] ?? 0;
    }
  }
  return found;
}
