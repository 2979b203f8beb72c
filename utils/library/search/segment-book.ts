import { type NewSegment, SegmentWriter } from './search-segment.ts';
import { normaliseWord, scanWords } from './split-words.ts';
import { normOf, type SearchableArticle, visitTexts, weightOf } from './weigh-terms.ts';

/** A term of the segment that is being built. */
interface Term {
  text: string;
  /** The sum of its occurrences' weights in the current article. */
  count: number;
  /** Number of articles in the segment that contain it, and the start of its range in the postings. */
  postings: number;
  start: number;
}

/** A word as it is spelled in texts. */
interface Word {
  spelt: string;
  hash: number;
  term: Term | null;
}

/** Number of cached words after which the cache is cleared. A library in many languages would fill the memory. */
const MAX_CACHED_WORDS = 200_000;

/** Initial capacity: the words of one article. */
const INITIAL_CAPACITY = 2 ** 11;

/**
 * Builds segments, one after the other. Words are looked up by a hash of their letters, without extracting substrings,
 * and are cached for all later texts. That takes less than half the time of maps by word if there are many articles,
 * and no more for a single one.
 */
export class SegmentBuilder {
  #words: (Word | undefined)[] = new Array(INITIAL_CAPACITY);
  #wordCount = 0;
  #terms = new Map<string, Term>();
  /** All terms in order, and those added since. */
  #sorted: Term[] = [];
  #fresh: Term[] = [];

  #docs: number[] = [];
  #articleIds: string[] = [];
  /** Terms of the current article. */
  #met: Term[] = [];
  /** For the whole segment: terms with their weights, article by article, and the end of each article. */
  #postings: Term[] = [];
  #weights = new Uint8Array(INITIAL_CAPACITY);
  #ends: number[] = [];

  #termOf(text: string): Term {
    let term = this.#terms.get(text);
    if (term === undefined) {
      term = { text, count: 0, postings: 0, start: 0 };
      this.#terms.set(text, term);
      this.#fresh.push(term);
    }
    return term;
  }

  #place(word: Word): void {
    const mask = this.#words.length - 1;
    let at = word.hash & mask;
    while (this.#words[at] !== undefined) at = (at + 1) & mask;
    this.#words[at] = word;
  }

  #learn(spelt: string, hash: number): Word {
    if (this.#wordCount * 2 >= this.#words.length) {
      const known = this.#words;
      this.#words = new Array(known.length * 2);
      for (const word of known) if (word !== undefined) this.#place(word);
    }
    const text = normaliseWord(spelt);
    const word = { spelt, hash, term: text === '' ? null : this.#termOf(text) };
    this.#place(word);
    this.#wordCount += 1;
    return word;
  }

  #find(text: string, start: number, end: number, hash: number): Term | null {
    const words = this.#words;
    const mask = words.length - 1;
    const length = end - start;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const word = words[at];
      if (word === undefined) return this.#learn(text.slice(start, end), hash).term;
      if (word.hash === hash && word.spelt.length === length && text.startsWith(word.spelt, start)) {
        return word.term;
      }
    }
  }

  #count(term: Term | null, boost: number): void {
    if (term === null) return;
    if (term.count === 0) this.#met.push(term);
    term.count += boost;
  }

  /** Adds an article. Numbers must be ascending within a segment. */
  add(doc: number, articleId: string, article: SearchableArticle): void {
    this.#docs.push(doc);
    this.#articleIds.push(articleId);
    visitTexts(article, (text, boost, prefix) => {
      scanWords(
        text,
        (start, end, hash) => {
          const term = this.#find(text, start, end, hash);
          this.#count(prefix === '' || term === null ? term : this.#termOf(prefix + term.text), boost);
        },
        (term) => this.#count(this.#termOf(prefix + term), boost),
      );
    });
    const norm = normOf(article.wordCount);
    const needed = this.#postings.length + this.#met.length;
    if (needed > this.#weights.length) {
      const grown = new Uint8Array(Math.max(needed, this.#weights.length * 2));
      grown.set(this.#weights);
      this.#weights = grown;
    }
    for (const term of this.#met) {
      this.#weights[this.#postings.length] = weightOf(term.count, norm);
      this.#postings.push(term);
      term.postings += 1;
      term.count = 0;
    }
    this.#met = [];
    this.#ends.push(this.#postings.length);
  }

  #sortTerms(): void {
    if (this.#fresh.length === 0) return;
    const fresh = this.#fresh.sort((a, b) => (a.text < b.text ? -1 : 1));
    const all: Term[] = [];
    let next = 0;
    for (const term of this.#sorted) {
      for (let one = fresh[next]; one !== undefined && one.text < term.text; one = fresh[next]) {
        all.push(one);
        next += 1;
      }
      all.push(term);
    }
    for (; next < fresh.length; next += 1) all.push(fresh[next] as Term);
    this.#sorted = all;
    this.#fresh = [];
  }

  /** Creates the segment of all articles added since the last one. */
  finish(level: number): NewSegment {
    this.#sortTerms();
    const terms = this.#sorted.filter(({ postings }) => postings > 0);
    let start = 0;
    for (const term of terms) {
      term.start = start;
      start += term.postings;
    }
    const locals = new Uint32Array(start);
    const weights = new Uint8Array(start);
    let at = 0;
    for (const [local, end] of this.#ends.entries()) {
      for (; at < end; at += 1) {
        const term = this.#postings[at] as Term;
        locals[term.start] = local;
        weights[term.start] = this.#weights[at] as number;
        term.start += 1;
      }
    }
    const writer = new SegmentWriter();
    for (const term of terms) {
      writer.begin(term.text);
      for (let i = term.start - term.postings; i < term.start; i += 1) {
        writer.add(locals[i] as number, weights[i] as number);
      }
      term.postings = 0;
    }
    const segment = writer.finish(level, this.#docs, this.#articleIds);
    this.#docs = [];
    this.#articleIds = [];
    this.#postings = [];
    this.#ends = [];
    if (this.#wordCount > MAX_CACHED_WORDS) this.#forget();
    return segment;
  }

  #forget(): void {
    this.#words = new Array(INITIAL_CAPACITY);
    this.#wordCount = 0;
    this.#terms = new Map();
    this.#sorted = [];
    this.#fresh = [];
  }
}
