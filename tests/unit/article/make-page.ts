import { extractArticle } from '../../../utils/article/extract-article.ts';

/** Parses a page as a saved one is: no layout, no scripts. */
export const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const SENTENCES = [
  'The ferry to Lumholm left twenty minutes late on Tuesday, and nobody on the quay was surprised.',
  'Engineers had warned the council in March that the ramp was moving, by a finger a week at first.',
  'By summer the gap was wide enough to swallow a bicycle wheel, the harbour master wrote in his log.',
  'The council replaced the ramp in June, at a cost that has not been published.',
  'Since then the ferry has sailed on time on four days out of five, according to the operator.',
  'What became of the old ramp is a question that the town likes to discuss over coffee.',
];

/** Invented prose: `count` paragraphs that all differ. */
export function prose(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${i + 1}. ${SENTENCES[i % 6]} ${SENTENCES[(i + 2) % 6]}`);
}

export const paragraphs = (count: number): string =>
  prose(count)
    .map((text) => `<p>${text}</p>`)
    .join('\n');

export interface Parts {
  head?: string;
  before?: string;
  body?: string;
  after?: string;
}

/** A small news article with the usual furniture around it. */
export const makeArticle = ({
  head = '',
  before = '',
  body = paragraphs(5),
  after = '',
}: Parts = {}): string => `<!doctype html><html lang="en"><head><title>Ferry leaves late again | The Quay</title>${head}</head>
<body><header><nav><a href="/">The Quay</a> <a href="/harbour">Harbour</a></nav></header>
<main><article><h1>Ferry leaves late again</h1>${before}<div class="article-body">${body}</div>${after}</article></main>
<footer><p>The Quay is published by the Harbour Trust. All rights reserved.</p></footer></body></html>`;

export const ARTICLE_URL = 'https://quay.example/harbour/2025/03/ferry-leaves-late-again';

/** The article of a page, in parts or as markup. @throws Error where none is found */
export function readArticle(page: Parts | string, url = ARTICLE_URL) {
  const html = typeof page === 'string' ? page : makeArticle(page);
  const article = extractArticle(parsePage(html), url)?.article;
  if (article === undefined) throw new Error('no article');
  return article;
}

/** Its paragraphs. */
export const textOf = (page: Parts | string): string[] => readArticle(page).text.split('\n\n');
