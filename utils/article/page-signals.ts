import { type AddressSignals, readAddress } from './address-signals.ts';
import { collectTag } from './collect-tag.ts';
import { type HeadSignals, readHead } from './head-signals.ts';

/** Figures of the body of a page. */
interface BodySignals {
  h1: number;
  h1Words: number;
  h1Title: number;
  articles: number;
  linkedHeadlines: number;
  headings: number;
  prose: number;
  /** The most text that paragraphs side by side hold. */
  run: number;
  paragraphs: number;
  links: number;
  times: number;
  buttons: number;
}

/** Figures of a page that speak for or against an article; booleans are 0 or 1. */
export type PageSignals = AddressSignals & HeadSignals & BodySignals;

/** Paragraphs looked at; a page that has not shown its prose by then is a list. */
const MOST_PARAGRAPHS = 60;
const SHORTEST = 60;
/** Beyond this many characters more prose proves nothing. */
const ENOUGH_RUN = 4000;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s’'‘"“”]+/g, ' ')
    .trim();

function readProse(document_: Document, s: BodySignals): void {
  const paragraphs = collectTag(document_, 'p');
  let parent: Node | null = null;
  let run = 0;
  for (let i = 0; i < MOST_PARAGRAPHS && s.run < ENOUGH_RUN; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) break;
    const size = (paragraph.textContent ?? '').length;
    if (size < SHORTEST) continue;
    s.paragraphs++;
    s.prose += size;
    const holder: Node | null = paragraph.parentNode;
    run = holder === parent ? run + size : size;
    parent = holder;
    if (run > s.run) s.run = run;
  }
}

function readHeadings(document_: Document, s: BodySignals): void {
  const h1s = collectTag(document_, 'h1');
  const title = collectTag(document_, 'title')[0];
  const name = title === undefined ? '' : fold(title.textContent ?? '');
  s.h1 = h1s.length;
  for (let i = 0; i < 2; i++) {
    const h1 = h1s[i];
    if (h1 === undefined) break;
    const text = fold((h1.textContent ?? '').slice(0, 300));
    s.h1Words = Math.max(s.h1Words, Math.min(12, text.split(' ').length));
    if (text.length > 8 && name.length > 8 && (name.includes(text) || text.includes(name))) s.h1Title = 1;
  }
  for (const tag of ['h2', 'h3', 'h4']) {
    const headings = collectTag(document_, tag);
    s.headings += headings.length;
    for (let i = 0; i < 40; i++) {
      const heading = headings[i];
      if (heading === undefined) break;
      if (heading.firstElementChild?.nodeName === 'A' || heading.parentNode?.nodeName === 'A')
        s.linkedHeadlines++;
    }
  }
}

function readBody(document_: Document): BodySignals {
  const count = (tag: string): number => collectTag(document_, tag).length;
  const s: BodySignals = {
    h1: 0,
    h1Words: 0,
    h1Title: 0,
    linkedHeadlines: 0,
    headings: 0,
    prose: 0,
    run: 0,
    paragraphs: 0,
    articles: count('article'),
    links: count('a'),
    times: count('time'),
    buttons: count('button'),
  };
  readHeadings(document_, s);
  readProse(document_, s);
  return s;
}

/** Reads the figures in a few passes over live collections; a fraction of a millisecond on ordinary pages. */
export function readSignals(document_: Document, url: string): PageSignals {
  return { ...readAddress(url), ...readHead(document_), ...readBody(document_) };
}
