import type { PageSignals } from './page-signals.ts';

const grows = (value: number, scale: number, most = 9): number => Math.min(most, Math.log1p(value / scale));
const bit = (value: boolean): number => (value ? 1 : 0);

/**
 * Where the sum of the evidence starts: the fit's own, moved by 0.1, since an article that was missed costs the reader
 * more than a page that was read for nothing.
 */
const BIAS = -0.49;

/**
 * What the signals weigh: log-odds that the page is one article, fitted by logistic regression on labelled saved
 * pages; positive speaks for it. Counts grow on a logarithmic scale; some signals only mean something together.
 *
 * @param add is told each weight with its value, in the order the fit knows them by; a list would be made anew on
 *   every page
 */
export function weighEach(s: PageSignals, add: (weight: number, value: number) => void): void {
  const typed = bit(s.ldNews + s.ldArticle > 0);
  const untyped = 1 - typed;
  // ldTyped
  add(0.94, typed);
  // ogOrLd
  add(1.1, bit(s.ogArticle + typed > 0));
  // ogOther
  add(-0.55, s.ogOther * (1 - s.ogArticle) * untyped);
  // shop
  add(-1.66, s.shop);
  // ldProduct
  add(-0.17, s.ldProduct);
  // ldProductAlone
  add(-0.27, s.ldProduct * untyped);
  // ldForum
  add(-1.96, s.ldForum);
  // ldListing
  add(-1.19, s.ldListing);
  // ldAuthor
  add(0.64, s.ldAuthor);
  // ldDate
  add(-0.56, s.ldDate);
  // published
  add(1.23, s.published);
  // titleListing
  add(-2.4, s.titleListing);
  // titleAsks
  add(1.39, s.titleAsks);
  // readingTime
  add(-1.49, s.readingTime);
  // urlFront
  add(-2.37, s.urlFront);
  // urlListing
  add(-1.78, s.urlListing);
  // urlSearch
  add(-1.43, s.urlSearch);
  // urlForum
  add(-3.78, s.urlForum * untyped);
  // urlProduct
  add(-2.21, s.urlProduct * untyped);
  // urlReference
  add(-2.01, s.urlReference * untyped);
  // urlArticle
  add(1.38, s.urlArticle);
  // urlDate
  add(0.58, s.urlDate);
  // slugWords
  add(0.48, Math.min(6, s.slugWords) / 2);
  // bareSlug
  add(-1.81, bit(s.slugWords < 3 && s.urlId + s.urlDate === 0));
  // oneH1
  add(-0.62, bit(s.h1 === 1));
  // h1Words
  add(0.65, Math.min(9, s.h1Words) / 3);
  // dated
  add(1.7, s.dated);
  // inArticle
  add(0.84, s.inArticle);
  // run
  add(0.74, grows(s.run, 300, 2.7));
  // noLinkedHeadline
  add(-0.21, bit(s.linkedHeadlines === 0));
  // headings
  add(-0.55, grows(s.headings, 5));
  // captions
  add(0.78, grows(s.captions, 1, 3));
  // anyCaption
  add(1.49, bit(s.captions > 0));
  // comments
  add(1.25, s.comments);
  // fields
  add(-0.5, grows(s.fields, 3, 3));
  // buttons
  add(-0.46, grows(s.buttons, 3));
  // shopClass
  add(-1.84, s.shopClass);
}

/** @returns the evidence added up; above 0 the page is taken for an article */
export function weigh(s: PageSignals): number {
  let sum = BIAS;
  weighEach(s, (weight, value) => {
    sum += weight * value;
  });
  return sum;
}
