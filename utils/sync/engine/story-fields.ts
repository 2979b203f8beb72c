/**
 * The articles that the user put into a story or kept out of it: one field per article, so that decisions about
 * different articles don't override each other. An article is called by the name of its sync record, which is the same
 * on all devices and says nothing about an article that is deleted.
 */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { decisionsChanged } from '../../library/stories/stories-changed.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import type { Json } from '../merge/stamp.ts';

const PREFIX = 'member:';
const ARTICLE = 'article ';

export const isMemberField = (name: string): boolean => name.startsWith(PREFIX);

/** A story's members as fields. Must run inside the caller's transaction. */
export async function memberFields(
  db: LibraryDb,
  key: LibraryKey,
  members: StoryRow['members'],
): Promise<[name: string, value: boolean][]> {
  const fields: [string, boolean][] = [];
  for (const [id, isMember] of Object.entries(members)) {
    const article = await db.articles.get(id);
    const record = article && (await db.syncRecords.where('local').equals(`${ARTICLE}${id}`).first());
    // Without an article, it is a name already; see `membersOf`.
    const name = article === undefined ? id : (record?.key ?? key.nameOf('article', article.identity));
    fields.push([`${PREFIX}${name}`, isMember]);
  }
  return fields;
}

/** The id of the article with a name; the name itself until the article arrives. */
async function idOf(db: LibraryDb, name: string): Promise<string> {
  const local = (await db.syncRecords.get(name))?.local;
  return local?.startsWith(ARTICLE) ? local.slice(ARTICLE.length) : name;
}

/** The inverse of `memberFields`. Must run inside the caller's transaction. */
export async function membersOf(
  db: LibraryDb,
  values: ReadonlyMap<string, Json>,
): Promise<StoryRow['members']> {
  const members: StoryRow['members'] = {};
  for (const [field, value] of values)
    if (isMemberField(field) && typeof value === 'boolean')
      members[await idOf(db, field.slice(PREFIX.length))] = value;
  return members;
}

/** Replaces names of articles that have arrived since by their ids. @throws the database's errors */
export async function resolveMembers(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.stories, db.storyArticles, db.syncRecords, db.articles, async () => {
    for (const story of await db.stories.toArray()) {
      const ids = Object.keys(story.members);
      if (ids.length === 0) continue;
      const articles = new Set(await db.articles.where('id').anyOf(ids).primaryKeys());
      const waiting = ids.filter((id) => !articles.has(id));
      let isChanged = false;
      for (const name of waiting) {
        const id = await idOf(db, name);
        if (id === name) continue;
        story.members[id] = story.members[name] ?? true;
        delete story.members[name];
        isChanged = true;
      }
      if (!isChanged) continue;
      await db.stories.put(story);
      await decisionsChanged(db, [story]);
    }
  });
}
