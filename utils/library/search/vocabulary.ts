/** Names in the library that a query may contain, for completion. */
import { library } from '../db.ts';
import { allLists } from '../lists/lists.ts';
import { allTags } from '../lists/tags.ts';
import { listPeople } from '../people/people.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { listStories } from '../stories/list-stories.ts';
import type { QueryVocabulary } from './query-completion.ts';

/** Maximum number of people, the most quoted ones. */
const MAX_PEOPLE = 500;
/** Maximum number of stories, the newest ones. */
const MAX_STORIES = 100;

/** Tags and sites with the most articles first, people most quoted first. */
export async function readVocabulary(db: LibraryDb = library): Promise<QueryVocabulary> {
  const [tags, lists, hosts, { people }, stories] = await Promise.all([
    allTags(db),
    allLists(db),
    db.counts.where('view').startsWith('host:').toArray(),
    listPeople('', MAX_PEOPLE, db),
    listStories(MAX_STORIES, db),
  ]);
  return {
    tags: tags.sort((a, b) => b.count - a.count).map(({ tag }) => tag),
    lists: lists.map(({ name }) => name),
    stories: stories.map(({ title }) => title),
    sites: hosts.sort((a, b) => b.count - a.count).map(({ view }) => view.slice('host:'.length)),
    speakers: people.map(({ name }) => name),
    languages: [...new Set(navigator.languages.map((tag) => new Intl.Locale(tag).language))],
  };
}
