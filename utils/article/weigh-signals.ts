import type { PageSignals } from './page-signals.ts';

const grows = (value: number, scale: number, most = 9): number => Math.min(most, Math.log1p(value / scale));
const bit = (value: boolean): number => (value ? 1 : 0);

/** The signals as they are weighed: counts on a logarithmic scale, and pairs that only mean something together. */
export function termsOf(s: PageSignals) {
  const untyped = s.ldArticle === 0;
  const bareSlug = s.slugWords < 3 && s.urlId === 0 && s.urlDate === 0;
  return {
    ldArticle: s.ldArticle,
    ogOrLd: bit(s.ogArticle + s.ldArticle > 0),
    ogUndated: bit(s.ogArticle === 1 && s.published === 0 && untyped),
    ldProduct: s.ldProduct,
    ldProductAlone: bit(s.ldProduct === 1 && untyped),
    ldForum: s.ldForum,
    published: s.published,
    author: s.author,
    urlFront: s.urlFront,
    urlListing: s.urlListing,
    urlSearch: s.urlSearch,
    urlForum: s.urlForum,
    urlForumAlone: bit(s.urlForum === 1 && untyped),
    urlProduct: s.urlProduct,
    urlReference: s.urlReference,
    urlServiceAlone: bit(s.urlService === 1 && untyped),
    urlArticle: s.urlArticle,
    urlDate: s.urlDate,
    slugWords: Math.min(6, s.slugWords) / 2,
    bareSlug: bit(bareSlug),
    shallow: bit(s.pathDepth <= 1),
    oneH1: bit(s.h1 === 1),
    h1Words: Math.min(9, s.h1Words) / 3,
    h1Title: s.h1Title,
    oneArticle: bit(s.articles === 1),
    oneTime: bit(s.times === 1 || s.times === 2),
    run: grows(s.run, 300, 3.2),
    shortRun: bit(s.run < 250),
    runShare: s.runShare,
    prose: grows(s.prose, 400, 3),
    loose: grows(s.brProse, 400, 3),
    links: grows(s.links, 50),
    linkedHeadlines: grows(s.linkedHeadlines, 3),
    listOfHeadlines: bit(s.linkedHeadlines > 8 && s.run < 700),
    headings: grows(s.headings, 5),
    items: grows(s.items, 20),
    buttons: grows(s.buttons, 3),
    breaks: grows(s.breaks, 5),
    code: grows(s.pre, 1),
  };
}

export type Term = keyof ReturnType<typeof termsOf>;

/* WEIGHTS */
/** Log-odds that the page is one article, fitted by logistic regression on labelled saved pages; positive speaks for it. */
export const WEIGHTS: Readonly<Record<Term, number>> = {
  ldArticle: 1.5,
  ogOrLd: 0.88,
  ogUndated: -0.78,
  ldProduct: -3.16,
  ldProductAlone: -1.72,
  ldForum: -0.31,
  published: 0.51,
  author: 0.44,
  urlFront: -1.09,
  urlListing: -1.15,
  urlSearch: -3.84,
  urlForum: -2.66,
  urlForumAlone: -3.46,
  urlProduct: -2.59,
  urlReference: -3.56,
  urlServiceAlone: -1.71,
  urlArticle: 1.31,
  urlDate: 1.02,
  slugWords: 0.81,
  bareSlug: -0.12,
  shallow: -0.61,
  oneH1: -0.51,
  h1Words: 0.62,
  h1Title: 0.56,
  oneArticle: 0.81,
  oneTime: 0.74,
  run: 0.8,
  shortRun: 0.79,
  runShare: 1.32,
  prose: 0.2,
  loose: 0.22,
  links: -0.65,
  linkedHeadlines: 0.38,
  listOfHeadlines: -0.28,
  headings: -0.41,
  items: 0.41,
  buttons: -0.49,
  breaks: -0.44,
  code: -0.51,
};

export const BIAS = -2.17;

/** @returns the evidence added up; above 0 the page is taken for an article */
export function weigh(terms: Readonly<Record<Term, number>>): number {
  let sum = BIAS;
  for (const term of Object.keys(WEIGHTS) as Term[]) sum += WEIGHTS[term] * terms[term];
  return sum;
}
