import type { Article } from '../../../utils/article/types.ts';
import type { ArticleToSave } from '../../../utils/library/articles/article-rows.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

export const makeQuote = (text: string, speaker: string | null, start = 0): Quote => ({
  text,
  start,
  end: start + text.length,
  group: 0,
  speaker,
  resolvedSpeaker: speaker,
  role: null,
  cue: 'said',
  via: null,
  evidence: 'cue',
  confidence: 1,
  key: 0.5,
});

function makeArticle(changes: Partial<Article> = {}): Article {
  const url = changes.url ?? 'https://paper.example/2026/harbour';
  const text = changes.text ?? 'The harbour opens again in May.\n\n“We waited long enough,” the pilot said.';
  return {
    url,
    canonicalUrl: url,
    title: 'Harbour opens again',
    byline: 'Ina Holm',
    siteName: 'The Paper',
    publishedAt: '2026-03-01T08:00:00Z',
    modifiedAt: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    leadImage: null,
    html: text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join(''),
    text,
    wordCount: text.split(/\s+/).length,
    isPreview: false,
    ...changes,
  };
}

/** What `saveArticle` takes, of a small article. */
export const makeSave = (
  changes: Partial<Article> = {},
  rest: Partial<ArticleToSave> = {},
): ArticleToSave => ({ article: makeArticle(changes), quotes: [], savedFrom: 'page', ...rest });
