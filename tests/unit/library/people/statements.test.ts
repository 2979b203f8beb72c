import { expect, it } from 'vitest';
import { statementsOf } from '../../../../utils/library/people/people.ts';
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import { sampleRow } from '../../components/gallery/library-cases.ts';
import { makeQuote } from '../make-article.ts';

const WALL = 'We have waited eleven years for this wall, and nobody will wait another winter.';

const said = (day: number, paper: string, text: string): QuoteInArticle => ({
  article: sampleRow({ id: paper, title: paper }),
  quote: {
    ...makeQuote(text, 'Ada Holm'),
    articleId: paper,
    index: day,
    speakerKey: 'ada holm',
    saidAt: Date.UTC(2026, 4, day),
  },
});

it('counts a statement once, in its fullest wording, by when it was printed first', () => {
  const statements = statementsOf([
    said(9, 'late', WALL),
    said(3, 'middle', WALL.toUpperCase()),
    said(3, 'middle', 'We have waited eleven years for this wall'),
    said(5, 'ferry', 'The ferry is late because the tide is late.'),
    said(1, 'early', 'We have waited eleven years … nobody will wait'),
  ]);
  expect(
    statements.map(({ fullest, also, firstAt }) => ({
      paper: fullest.article.id,
      also: also.map(({ article }) => article.id),
      day: new Date(firstAt).getUTCDate(),
    })),
  ).toEqual([
    { paper: 'ferry', also: [], day: 5 },
    { paper: 'middle', also: ['early', 'late'], day: 1 },
  ]);
});
