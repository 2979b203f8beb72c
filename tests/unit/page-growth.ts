import { describeGrowth, LARGEST_RATIO, measureGrowth } from './growth.ts';

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
  const pages = new Map<string, Page>();
  const runOn = (input: string): unknown => {
    const page = pages.get(input);
    if (page === undefined) throw new MissingPage(input);
    return run(page);
  };
  // What seems to grow is measured with larger pages, too: none of them is made while the clock runs.
  for (;;) {
    try {
      return await measurePart(name, unit, size, runOn);
    } catch (error) {
      if (!(error instanceof MissingPage)) throw error;
      pages.set(error.input, make(error.input));
    }
  }
}

class MissingPage extends Error {
  override name = 'MissingPage';
  readonly input: string;

  constructor(input: string) {
    super(`no page of ${input.length} characters yet`);
    this.input = input;
  }
}

/** The same for a part that is fed the text itself. */
export async function measurePart(
  name: string,
  unit: string,
  size: number,
  run: (input: string) => unknown,
): Promise<string | null> {
  const growth = await measureGrowth(unit, size, run);
  const isGrown = growth.ratio > LARGEST_RATIO && growth.twice > NOISE_MS;
  return isGrown ? `${name}: ${describeGrowth(unit, growth)}` : null;
}

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
