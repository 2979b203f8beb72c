/**
 * The articles that the user put into a story, or kept out of it. There is one field per article, so that decisions about
 * different articles don't override each other. Its name contains the key of the article's sync record, which is the same
 * on all devices, and reveals nothing about a deleted article.
 */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { decisionsChanged, storyDecisionTables } from '../../library/stories/stories-changed.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import type { Json } from '../merge/stamp.ts';

const MEMBER_PREFIX = 'member:';
const ARTICLE_PREFIX = 'article ';

export const isMemberField = (name: string): boolean => name.startsWith(MEMBER_PREFIX);

/** Converts a story's members to fields. Must run inside the caller's transaction. */
export async function toMemberFields(
  db: LibraryDb,
  key: LibraryKey,
  members: StoryRow['members'],
): Promise<[name: string, value: boolean][]> {
  const fields: [string, boolean][] = [];
  for (const [id, isMember] of Object.entries(members)) {
    const article = await db.articles.get(id);
    const record = article && (await db.syncRecords.where('local').equals(`${ARTICLE_PREFIX}${id}`).first());
    // If there is no article with this id, it is already a record key; see `readMembers`.
    const name = article === undefined ? id : (record?.key ?? key.computeName('article', article.identity));
    fields.push([`${MEMBER_PREFIX}${name}`, isMember]);
  }
  return fields;
}

/** Returns the id of the article with a record key, or the key itself if the article has not arrived yet. */
async function findArticleId(db: LibraryDb, name: string): Promise<string> {
  const local = (await db.syncRecords.get(name))?.local;
  return local?.startsWith(ARTICLE_PREFIX) ? local.slice(ARTICLE_PREFIX.length) : name;
}

/** The inverse of `toMemberFields`. Must run inside the caller's transaction. */
export async function readMembers(
  db: LibraryDb,
  values: ReadonlyMap<string, Json>,
): Promise<StoryRow['members']> {
  const members: StoryRow['members'] = {};
  for (const [field, value] of values)
    if (isMemberField(field) && typeof value === 'boolean')
      members[await findArticleId(db, field.slice(MEMBER_PREFIX.length))] = value;
  return members;
}

/** Replaces record keys in stories by the ids of articles that have arrived since. @throws the database's errors */
export async function resolveMembers(db: LibraryDb): Promise<void> {
  await db.transaction('rw', [...storyDecisionTables(db), db.syncRecords, db.articles], async () => {
    for (const story of await db.stories.toArray()) {
      const ids = Object.keys(story.members);
      if (ids.length === 0) continue;
      const articles = new Set(await db.articles.where('id').anyOf(ids).primaryKeys());
      const unresolved = ids.filter((id) => !articles.has(id));
      let isChanged = false;
      for (const name of unresolved) {
        const id = await findArticleId(db, name);
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
