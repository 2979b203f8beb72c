/** A writer that writes nothing, and counts what an import would change. */
import type { ImportedHighlight, ImportItem } from '../../transfer/import/import-types.ts';
import { statedDetails } from '../articles/article-details.ts';
import { getHost } from '../articles/article-identity.ts';
import { allLists } from '../lists/lists.ts';
import { cleanTag, tagKey } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ListRow } from '../types.ts';
import { getIdentity, IMPORTED_HIGHLIGHT_PREFIX, importedArticle, importedHighlight } from './import-rows.ts';
import { type ImportWriter, type ItemToSave, resolveLists, type SavedItem } from './import-writer.ts';
import { type TitledArticle, TitleIndex } from './title-index.ts';

/** An article as it would be after the import. New ones have their identity as id. */
interface CountedArticle {
  id: string;
  /** The identity, followed by a fingerprint of the text for all articles at a URL except the first. */
  key: string;
  isDeleted: boolean;
  hasText: boolean;
  isNew: boolean;
}

function toTitledArticle(id: string, item: ImportItem): TitledArticle {
  const { title, byline, siteName } = importedArticle(item, null, [], 0).article;
  return { id, title, byline, siteName, host: getHost(item.url) };
}

/** Articles per request. */
const SLICE_SIZE = 500;

export class CountingWriter implements ImportWriter {
  readonly #db: LibraryDb;
  /** By identity; null until the library has been read. */
  #articles: Map<string, CountedArticle> | null = null;
  /** The items from which articles get their titles, by article id: new articles, and those that lacked a text. */
  readonly #titleItems = new Map<string, ImportItem>();
  /** Deleted articles that the file restores. */
  readonly #restoredIds = new Set<string>();
  /** The ids of imported highlights; null until they have been read. */
  #highlightIds: Set<string> | null = null;
  readonly #tagNames = new Set<string>();
  #lists: ListRow[] | null = null;
  #createdLists = 0;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  async findIdentitiesWithText(items: readonly ImportItem[]): Promise<ReadonlySet<string>> {
    const articles = await this.#loadArticles();
    const identities = items.filter(({ html }) => html !== null).map(getIdentity);
    return new Set(identities.filter((identity) => articles.get(identity)?.hasText === true));
  }

  async saveItems(items: readonly ItemToSave[]): Promise<readonly SavedItem[]> {
    const articles = await this.#loadArticles();
    await this.#addLists(items);
    return items.map(({ item, text }) => {
      this.#addTags(item.tags);
      const identity = getIdentity(item);
      const known = articles.get(identity);
      if (known !== undefined && !known.isDeleted) {
        if (text !== null) this.#titleItems.set(known.id, item);
        known.hasText ||= text !== null;
        return { articleId: known.id, updated: true };
      }
      const id = known?.id ?? identity;
      const hasText = text !== null || known?.hasText === true;
      articles.set(identity, { id, key: identity, isDeleted: false, hasText, isNew: true });
      if (known === undefined || text !== null) this.#titleItems.set(id, item);
      else this.#restoredIds.add(id);
      return { articleId: id, updated: false };
    });
  }

  async addHighlights(
    articleId: string,
    highlights: readonly ImportedHighlight[],
    tags: readonly string[],
  ): Promise<number> {
    this.#addTags(tags);
    const known = await this.#loadHighlightIds();
    const countBefore = known.size;
    for (const highlight of highlights) known.add(importedHighlight(articleId, highlight, '', 0).id);
    return known.size - countBefore;
  }

  async loadTitles(): Promise<TitleIndex> {
    const titles = new TitleIndex();
    for await (const row of this.#readLibrary()) {
      // Deleted articles are restored by the file.
      const isKept = row.deletedAt === null || this.#restoredIds.has(row.id);
      if (isKept && !this.#titleItems.has(row.id)) titles.add({ ...row, ...statedDetails(row) });
    }
    for (const [id, item] of this.#titleItems) titles.add(toTitledArticle(id, item));
    return titles;
  }

  async getTitles(articleIds: readonly string[]): Promise<readonly TitledArticle[]> {
    const rows = await this.#db.articles.bulkGet([...articleIds]);
    return articleIds.flatMap((id, i) => {
      const item = this.#titleItems.get(id);
      return item === undefined ? (rows[i] ?? []) : [toTitledArticle(id, item)];
    });
  }

  async findIds(identities: readonly string[]): Promise<readonly string[]> {
    const articles = await this.#loadArticles();
    return identities.flatMap((identity) => articles.get(identity)?.id ?? []);
  }

  /** The number of new articles with a text, and the hosts of those without. */
  countNewTexts(): { withText: number; hostsWithoutText: string[] } {
    const newArticles = [...(this.#articles?.values() ?? [])].filter(({ isNew }) => isNew);
    const withoutText = newArticles.filter(({ hasText }) => !hasText);
    return {
      withText: newArticles.length - withoutText.length,
      // Identities begin with the host.
      hostsWithoutText: withoutText.map(({ key }) => key.split('/', 1)[0] ?? ''),
    };
  }

  /** The numbers of lists and tags that the import would create. */
  async countCreated(): Promise<{ lists: number; tags: number }> {
    const keys = new Set([...this.#tagNames].map((name) => tagKey(cleanTag(name))));
    keys.delete('');
    const rows = await this.#db.tags.bulkGet([...keys]);
    return { lists: this.#createdLists, tags: rows.filter((row) => row === undefined).length };
  }

  async #addLists(items: readonly ItemToSave[]): Promise<void> {
    if (items.every(({ item }) => item.lists.length === 0)) return;
    this.#lists ??= await allLists(this.#db);
    const { created } = resolveLists(
      this.#lists,
      items.map(({ item }) => item),
      0,
    );
    this.#lists.push(...created);
    this.#createdLists += created.length;
  }

  #addTags(names: readonly string[]): void {
    for (const name of names) this.#tagNames.add(name);
  }

  async #loadHighlightIds(): Promise<Set<string>> {
    this.#highlightIds ??= new Set(
      await this.#db.highlights.where('id').startsWith(IMPORTED_HIGHLIGHT_PREFIX).primaryKeys(),
    );
    return this.#highlightIds;
  }

  /** If the first article at a URL was deleted, another one at that URL takes its place. */
  async #loadArticles(): Promise<Map<string, CountedArticle>> {
    if (this.#articles !== null) return this.#articles;
    const articles = new Map<string, CountedArticle>();
    for await (const { id, identity: key, deletedAt, hasText } of this.#readLibrary()) {
      const [identity = ''] = key.split(' ', 1);
      const isDeleted = deletedAt !== null;
      const known = articles.get(identity);
      const isPreferred =
        known === undefined || (known.isDeleted === isDeleted ? key < known.key : known.isDeleted);
      if (isPreferred) articles.set(identity, { id, key, isDeleted, hasText, isNew: false });
    }
    this.#articles = articles;
    return articles;
  }

  /**
   * Reads all articles in slices, so that other queries are answered in between. In the order of their ids, in which the
   * database stores them: through an index, the browser would look up each row elsewhere.
   */
  async *#readLibrary(): AsyncGenerator<ArticleRow, void, undefined> {
    let rows: ArticleRow[] = [];
    let lastId = '';
    do {
      rows = await this.#db.articles.where('id').above(lastId).limit(SLICE_SIZE).toArray();
      yield* rows;
      lastId = rows.at(-1)?.id ?? '';
    } while (rows.length === SLICE_SIZE);
  }
}
