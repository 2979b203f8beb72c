/** Evaluates a parsed query. Each part results in a set of ids, usually from one range of an index. */
import { WORDS_PER_MINUTE } from '../../text/reading-progress.ts';
import { identityKeyRange, normaliseAddress } from '../articles/article-identity.ts';
import { queryView } from '../articles/article-parts.ts';
import { allLists } from '../lists/lists.ts';
import { resolveAlias, tagKey } from '../lists/tags.ts';
import { findArticlesQuoting } from '../people/find-speaker.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { findForgottenArticles } from '../schema/storage-use.ts';
import { articlesOfStory, listStories } from '../stories/list-stories.ts';
import type { View } from '../types.ts';
import { findPhrase, phraseTerms } from './find-phrase.ts';
import { normaliseText } from './fold-text.ts';
import { findLanguage, languageTerm } from './language-term.ts';
import type { FieldTest } from './query-fields.ts';
import type { QueryNode } from './query-syntax.ts';
import type { SearchMemory } from './search-memory.ts';
import { splitQuery } from './split-words.ts';
import { AUTHOR_TERM, LANGUAGE_TERM, NOTE_TERM, SPEAKER_TERM, TITLE_TERM } from './weigh-terms.ts';

type Ids = ReadonlySet<string>;

/** Texts per read when searching for a phrase. */
const TEXT_BATCH = 100;

/** The result of evaluating everything but the ranking. */
export interface Plan {
  /** Normalised words that must all occur; they determine the ranking. */
  terms: string[];
  /** Phrases to be marked. */
  phrases: string[][];
  /** The articles that match everything but the words; null if there are only words. */
  members: Ids | null;
}

function intersect(sets: readonly Ids[]): Set<string> {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...(smallest ?? [])].filter((id) => others.every((set) => set.has(id))));
}

function union(sets: readonly Ids[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

export class QueryRunner {
  readonly #db: LibraryDb;
  readonly #memory: SearchMemory;
  #revision = -1;
  #views = new Map<View, Promise<Ids>>();

  constructor(db: LibraryDb, memory: SearchMemory) {
    this.#db = db;
    this.#memory = memory;
  }

  /** All ids of a view. Cached until the library changes, which it rarely does while the user types. */
  view(view: View): Promise<Ids> {
    const cached = this.#views.get(view) ?? this.#load(view);
    this.#views.set(view, cached);
    return cached;
  }

  async #load(view: View): Promise<Ids> {
    return new Set(await queryView(this.#db, view).primaryKeys());
  }

  /** Evaluates everything but the ranking. The memory must have been refreshed. */
  async plan(root: QueryNode | null, view: View): Promise<Plan> {
    const { revision } = this.#memory;
    if (revision !== this.#revision) this.#views.clear();
    this.#revision = revision;
    const parts = root === null ? [] : root.kind === 'and' ? root.parts : [root];
    const terms = new Set<string>();
    const phrases: string[][] = [];
    const sets: Ids[] = view === 'all' ? [] : [await this.view(view)];
    for (const part of parts) {
      if (part.kind === 'words') for (const term of splitQuery(part.text)) terms.add(term);
      else if (part.kind === 'phrase') {
        phrases.push(phraseTerms(part.text));
        for (const term of splitQuery(part.text)) terms.add(term);
      } else if (part.kind !== 'not') sets.push(await this.#resolve(part));
    }
    for (const part of parts) {
      if (part.kind !== 'not') continue;
      const excluded = await this.#resolve(part.part);
      const base = sets.length === 0 ? await this.view('all') : intersect(sets);
      sets.splice(0, sets.length, new Set([...base].filter((id) => !excluded.has(id))));
    }
    for (const phrase of phrases) {
      const candidates = this.#memory.findMatches(phrase);
      const within = sets.length === 0 ? candidates : intersect([candidates, ...sets]);
      sets.splice(0, sets.length, await this.#filterByPhrase(within, phrase));
    }
    return { terms: [...terms], phrases, members: sets.length === 0 ? null : intersect(sets) };
  }

  async #resolve(node: QueryNode): Promise<Ids> {
    switch (node.kind) {
      case 'words':
        return this.#memory.findMatches(splitQuery(node.text));
      case 'phrase': {
        const phrase = phraseTerms(node.text);
        return this.#filterByPhrase(this.#memory.findMatches(phrase), phrase);
      }
      case 'not': {
        const excluded = await this.#resolve(node.part);
        return new Set([...(await this.view('all'))].filter((id) => !excluded.has(id)));
      }
      case 'and':
        return intersect(await Promise.all(node.parts.map((part) => this.#resolve(part))));
      case 'or':
        return union(await Promise.all(node.parts.map((part) => this.#resolve(part))));
      case 'test':
        return this.#evaluateTest(node.test);
    }
  }

  /** Returns the candidates whose title, excerpt or text contains the phrase. */
  async #filterByPhrase(candidates: Ids, phrase: readonly string[]): Promise<Ids> {
    if (phrase.length < 2) return candidates;
    const ids = [...candidates];
    const found = new Set<string>();
    for (let from = 0; from < ids.length; from += TEXT_BATCH) {
      const batch = ids.slice(from, from + TEXT_BATCH);
      const [articles, contents] = await Promise.all([
        this.#db.articles.bulkGet(batch),
        this.#db.contents.bulkGet(batch),
      ]);
      for (const [i, id] of batch.entries()) {
        const texts = [articles[i]?.title ?? '', articles[i]?.excerpt ?? '', contents[i]?.text ?? ''];
        if (texts.some((text) => findPhrase(text, phrase, 1).length > 0)) found.add(id);
      }
    }
    return found;
  }

  async #evaluateTest(test: FieldTest): Promise<Ids> {
    const db = this.#db;
    switch (test.field) {
      case 'view':
        return this.view(test.view);
      case 'address':
        return this.#findByAddress(test.value);
      case 'quotes':
        return this.#withoutDeleted(await db.quoteSets.toCollection().primaryKeys());
      case 'forgotten':
        return new Set((await findForgottenArticles(Date.now(), db)).map(({ id }) => id));
      case 'tag':
        return this.#findByTag(test.value);
      case 'list':
        return this.#findByLists(test.value);
      case 'story':
        return this.#findByStory(test.value);
      case 'site':
        return this.#findBySite(test.value);
      case 'speaker':
        return findArticlesQuoting(db, test.value, splitQuery(test.value), (terms) =>
          this.#memory.findMatches(terms.map((term) => SPEAKER_TERM + term)),
        );
      case 'title':
        return this.#findByFieldTerms(TITLE_TERM, test.value);
      case 'author':
        return this.#findByFieldTerms(AUTHOR_TERM, test.value);
      case 'note':
        return this.#findByFieldTerms(NOTE_TERM, test.value);
      case 'lang':
        return this.#findByFieldTerms(
          LANGUAGE_TERM,
          languageTerm(findLanguage(test.value) ?? test.value) ?? test.value,
        );
      case 'time': {
        const from = Math.max(test.from, -8.64e15);
        const to = Math.min(test.to, 8.64e15);
        return this.#withoutDeleted(await db.articles.where('publishedTime').between(from, to).primaryKeys());
      }
      case 'minutes': {
        // The shown minutes are rounded, and at least one.
        const from = test.min <= 1 ? 0 : (test.min - 0.5) * WORDS_PER_MINUTE;
        const to = (Math.max(test.max, 1) + 0.5) * WORDS_PER_MINUTE;
        const words = db.articles.where('wordCount').between(from, Math.min(to, Number.MAX_SAFE_INTEGER));
        return this.#withoutDeleted(await words.primaryKeys());
      }
    }
  }

  /** Words that are indexed under a field's prefix. */
  #findByFieldTerms(prefix: string, value: string): Ids {
    return this.#memory.findMatches(splitQuery(value).map((word) => prefix + word));
  }

  async #withoutDeleted(ids: readonly string[]): Promise<Ids> {
    const all = await this.view('all');
    return new Set(ids.filter((id) => all.has(id)));
  }

  async #findByTag(name: string): Promise<Ids> {
    const row = await this.#db.tags.get(tagKey(name));
    if (row === undefined) return new Set();
    return this.view(`tag:${(await resolveAlias(this.#db, row)).name}`);
  }

  /** Lists with a name, and their child lists. */
  async #findByLists(name: string): Promise<Ids> {
    const lists = await allLists(this.#db);
    const wanted = new Set(
      lists.filter((list) => normaliseText(list.name) === normaliseText(name.trim())).map(({ id }) => id),
    );
    for (let grew = true; grew; ) {
      const before = wanted.size;
      for (const list of lists) if (list.parentId !== null && wanted.has(list.parentId)) wanted.add(list.id);
      grew = wanted.size > before;
    }
    return union(await Promise.all([...wanted].map((id) => this.view(`list:${id}`))));
  }

  /** The articles of a story by its id or, if there is none, of all whose titles have these words. */
  async #findByStory(value: string): Promise<Ids> {
    const ids = await articlesOfStory(value, this.#db);
    if (ids.length > 0) return new Set(ids);
    const wanted = splitQuery(value);
    const hasWords = (title: string): boolean => {
      const words = splitQuery(title);
      return wanted.every((word) => words.some((other) => other.startsWith(word)));
    };
    const stories = wanted.length === 0 ? [] : await listStories(undefined, this.#db);
    return new Set(stories.flatMap(({ title, articleIds }) => (hasWords(title) ? articleIds : [])));
  }

  /** Articles at an address or, if there are none, at one that starts with it, for addresses that were cut off. */
  async #findByAddress(address: string): Promise<Ids> {
    const identity = normaliseAddress(/^https?:/i.test(address) ? address : `https://${address}`);
    const { articles } = this.#db;
    const [from, to] = identityKeyRange(identity);
    const exact = await articles.where('addresses').between(from, to, true, true).primaryKeys();
    const found = await this.#withoutDeleted(exact);
    if (found.size > 0) return found;
    return this.#withoutDeleted(await articles.where('addresses').startsWith(identity).primaryKeys());
  }

  /** `example.com` and its subdomains, or a part of the host name. */
  async #findBySite(value: string): Promise<Ids> {
    const wanted = value
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
      .replace(/\/.*$/, '');
    const hosts = (await this.#db.counts.where('view').startsWith('host:').primaryKeys()).map((key) =>
      key.slice(5),
    );
    const named = hosts.filter(
      (host) => host === wanted || host.endsWith(`.${wanted}`) || host.split('.').includes(wanted),
    );
    return union(await Promise.all(named.map((host) => this.view(`host:${host}`))));
  }
}
