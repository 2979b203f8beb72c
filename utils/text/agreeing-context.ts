/** What stands around some words. */
export interface Context {
  before: string;
  after: string;
}

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count])
    count += 1;
  return count;
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/**
 * How much of what stands around a place agrees with what stood around the words that are looked for, in characters
 * (UTF-16) counted from the place outwards.
 */
export function agreeingContext(
  text: string,
  place: { start: number; end: number },
  { before, after }: Context,
): number {
  return (
    sharedEnd(text.slice(Math.max(0, place.start - before.length), place.start), before) +
    sharedStart(text.slice(place.end, place.end + after.length), after)
  );
}
