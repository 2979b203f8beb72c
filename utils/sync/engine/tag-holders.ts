/** Which articles have a tag, in whatever spelling: read once for many tags, as to look means to fold every tag's name. */
import { inView } from '../../library/articles/article-parts.ts';
import { tagKey } from '../../library/lists/tags.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';

interface Holders {
  /** Spellings, each of which has a view. */
  names: string[];
  /** Articles in the trash, in no such view, with their spellings. */
  inTrash: { id: string; name: string }[];
}

/** Good for one transaction, and until an article is written in it. */
export class TagHolders {
  #found: Map<string, Holders> | null = null;

  /** An article was written: its tags may be others. */
  forget(): void {
    this.#found = null;
  }

  async #read(db: LibraryDb): Promise<Map<string, Holders>> {
    const found = new Map<string, Holders>();
    const of = (name: string): Holders => {
      const key = tagKey(name);
      const holders = found.get(key) ?? { names: [], inTrash: [] };
      found.set(key, holders);
      return holders;
    };
    for (const view of await db.counts.where('view').startsWith('tag:').primaryKeys()) {
      const name = view.slice('tag:'.length);
      of(name).names.push(name);
    }
    for (const { id, tags } of await inView(db, 'trash').toArray())
      for (const name of tags) of(name).inTrash.push({ id, name });
    return found;
  }

  async #of(db: LibraryDb, key: string): Promise<Holders> {
    this.#found ??= await this.#read(db);
    return this.#found.get(key) ?? { names: [], inTrash: [] };
  }

  /** Has an article the tag, in whatever spelling? Inside a transaction that holds `articles` and `counts`. */
  async isHeld(db: LibraryDb, key: string): Promise<boolean> {
    const { names, inTrash } = await this.#of(db, key);
    if (inTrash.length > 0) return true;
    for (const name of names)
      if ((await inView(db, `tag:${name}`).limit(1).primaryKeys()).length > 0) return true;
    return false;
  }

  /**
   * Inside a transaction that holds `articles` and `counts`.
   *
   * @returns ids of articles that have the tag in another spelling
   */
  async spelledOtherwise(db: LibraryDb, key: string, name: string): Promise<string[]> {
    const { names, inTrash } = await this.#of(db, key);
    const ids = new Set(inTrash.filter((one) => one.name !== name).map(({ id }) => id));
    for (const other of names)
      if (other !== name) for (const id of await inView(db, `tag:${other}`).primaryKeys()) ids.add(id);
    return [...ids];
  }
}
