import { describeGrowth, LARGEST_RATIO, measureMade } from './growth.ts';

/** At the sizes of these tests whatever grows with the square takes far longer; in less the DOM's own noise is heard. */
const NOISE_MS = 25;

/**
 * Measures a part on pages that are made before the clock starts: the parser of the tests' DOM has a growth of its own.
 *
 * @param unit what the page is filled with; a page that is made of elements gets one character for each
 * @param size characters
 * @param make makes the page of the unit repeated
 * @returns in words what grew faster than the page, or null
 */
export async function measurePage<Page>(
  name: string,
  unit: string,
  size: number,
  make: (input: string) => Page,
  run: (page: Page) => unknown,
): Promise<string | null> {
  const growth = await measureMade(unit, size, make, run);
  const isGrown = growth.ratio > LARGEST_RATIO && growth.twice > NOISE_MS;
  return isGrown ? `${name}: ${describeGrowth(unit, growth)}` : null;
}

/** The same for many units: in words, on which of them it grows. */
export async function measurePages<Page>(
  name: string,
  units: readonly string[],
  size: number,
  make: (input: string) => Page,
  run: (page: Page) => unknown,
): Promise<string[]> {
  // Plain words have to be linear themselves.
  const found = [await measurePage(name, 'word ', size, make, run)];
  for (const unit of units) found.push(await measurePage(name, unit, size, make, run));
  return found.filter((line) => line !== null);
}

/** The same for a part that is fed the text itself. */
export const measurePart = (
  name: string,
  unit: string,
  size: number,
  run: (input: string) => unknown,
): Promise<string | null> => measurePage(name, unit, size, (text) => text, run);

/** The same for many units. */
export const measureParts = (
  name: string,
  units: readonly string[],
  size: number,
  run: (input: string) => unknown,
): Promise<string[]> => measurePages(name, units, size, (text) => text, run);

/** What news is made of, and what has cost pages the square of its length; `AWKWARD_UNITS` has the signs. */
export const WORDY_UNITS: readonly string[] = [
  'said ',
  'he said, ',
  'said Reed ',
  'Mara Lindqvist ',
  'Mara Lindqvist, ',
  'Mara Lindqvist said. ',
  'Reed, the mayor, said ',
  'the ',
  'three ',
  'Reed von ',
  'von ',
  'is ',
  'quickly ',
  'who ',
  'according to ',
  'president Reed ',
  '“a” ',
  '“a,” said Reed. ',
  '“We shall stay here,” she said. ',
  '» ',
  '«»',
  "'a' ",
  '’',
  '— ',
  '– a – ',
  ': ',
  ', ',
  '. ',
  '? ',
  '?',
  '…',
  ';',
  '/',
  '_',
  '=',
  '=a',
  'a=b&',
  'May 4, 2025 ',
  '2025-05-04 ',
  '10:30 ',
  'a.jpg 1x,',
  'a.jpg ',
  'placeholder-',
  'newsletter ',
  'Sign up for our newsletter. ',
  'subscribe to ',
  'Read more: ',
  'get the app ',
  'share-',
  'related_',
  'modal ',
  'left: ',
  'id',
  'https://a.example/',
  '<img ',
  '<img src=a.png>',
  'a@b.example ',
  'admin_',
  '-->',
  '; ',
  'a\n\n',
  'word. Word ',
];

/** Puts a new element into another, or into nothing yet. */
export function addElement(
  parent: Element | null,
  tag: string,
  attributes: Record<string, string> = {},
  text = '',
): Element {
  const element = (parent?.ownerDocument ?? document).createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== '') element.textContent = text;
  parent?.append(element);
  return element;
}
