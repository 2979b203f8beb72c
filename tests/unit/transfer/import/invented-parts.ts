/** What invented exports are made of. */

export const titleOf = (i: number): string => `Story ${i}, "quoted" – with a comma & <signs>`;
export const SECONDS = 1_700_000_000;
export const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const json = (value: unknown): Blob => new Blob([JSON.stringify(value)]);
