// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { learnPhrases } from '../../../../utils/clutter/phrases/read-cues.ts';
import { SITE_WORDS } from '../../../../utils/languages/site-words.ts';
import { LONG } from '../../../long.ts';
import { judgePage } from './judge-page.ts';
import { makePage } from './make-page.ts';

const FIRST = 1;
const PAGES = LONG ? 200 : 40;
/** Of the blocks with a field, a frame or a button; lines of text without any are often left on purpose. */
const LEAST_FOUND = 0.9;

/** Invented sites in five languages: their wrappers, class names, frameworks, places and words are put together anew. */
describe('pages that nobody has seen', () => {
  const judged = Array.from({ length: PAGES }, (_, at) => {
    const made = makePage(FIRST + at);
    learnPhrases([...new Set(['en', made.lang] as const)].map((lang) => SITE_WORDS[lang].begging));
    return judgePage(document, made);
  });

  it('lose nothing of an article, nor what the user writes in', () => {
    expect(judged.flatMap(({ lost }) => lost)).toEqual([]);
  });

  it('are cleared of nearly all boxes and forms that beg', () => {
    const isBox = (what: string) => !what.endsWith('-line');
    const found = judged.flatMap((page) => page.found.filter(isBox)).length;
    const missed = judged.flatMap((page) => page.missed.filter(({ what }) => isBox(what)));
    expect(found / (found + missed.length), JSON.stringify(missed, null, 1)).toBeGreaterThan(LEAST_FOUND);
  });
});
