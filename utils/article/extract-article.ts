import type { Extraction } from './types.ts';

/**
 * Reads the article out of a document. Changes nothing in it.
 *
 * @returns null where no body of text can be found
 */
export function extractArticle(document_: Document, url: string): Extraction | null {
  const root = document_.querySelector('article') ?? document_.body;
  if (root === null) return null;
  const kept = [...root.querySelectorAll('p')];
  const paragraphs = kept.map((p) => (p.textContent ?? '').trim()).filter(Boolean);
  return {
    root,
    kept,
    article: {
      url,
      canonicalUrl: url,
      title: document_.title,
      byline: null,
      siteName: null,
      publishedAt: null,
      modifiedAt: null,
      lang: null,
      dir: 'ltr',
      excerpt: null,
      leadImage: null,
      html: '',
      text: paragraphs.join('\n\n'),
      wordCount: 0,
      isPreview: false,
    },
  };
}
