import type Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { peekRecent, peekSaved } from '../../../../utils/library/schema/peek.ts';
import { SCHEMA_VERSIONS } from '../../../../utils/library/schema/schema-versions.ts';
import { dump } from './dump.ts';
import { diskOf, example } from './examples.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

/** The article that the examples' highlights, people and pictures belong to, and its address. */
const LOCK = '88ecb15e-df88-4d5e-b53f-7db0226d92cd';
const LOCK_URL = 'https://paper.example/lock';

/** Everything that only the user, or somebody elsewhere, could make again, by the version that brought it. */
const SINCE: Readonly<Record<string, number>> = {
  contents: 1,
  images: 1,
  jobs: 1,
  lists: 1,
  tags: 2,
  smartLists: 2,
  people: 2,
  aliases: 2,
  speakers: 2,
  corrections: 2,
  highlights: 2,
  imports: 2,
  importFiles: 2,
  importFailures: 2,
  textJobs: 2,
  syncRecords: 10,
  syncState: 10,
  syncGarbage: 10,
};

/** Rows of kinds that the examples have none of, as the version wrote them. */
const MORE: Readonly<Record<string, object[]>> = {
  corrections: [{ articleId: LOCK, quoteHash: 'q1', speaker: 'Bo Li', role: 'pilot', correctedAt: 5 }],
  importFiles: [
    {
      importId: 'c0ffee00-1111-4222-8333-444455556666',
      file: new Blob(['title,url\n'], { type: 'text/csv' }),
    },
  ],
  syncRecords: [{ key: `articles:${LOCK}`, local: 3, dirty: 1, wants: 0 }],
  syncState: [{ key: 'config', value: { place: { kind: 'webDav', address: 'https://dav.example/' } } }],
  syncGarbage: [{ name: 'log/0001', since: 4 }],
};

async function addMore(former: Dexie): Promise<void> {
  for (const [name, rows] of Object.entries(MORE))
    if (former.tables.some((table) => table.name === name)) await former.table(name).bulkPut(rows);
}

const spelledOnce = (tags: unknown): string[] => [
  ...new Set((tags as string[]).map((tag) => tag.toLowerCase())),
];

describe.each(SCHEMA_VERSIONS.map(({ version }) => version))('an update from version %i', (version) => {
  it('keeps every row that nobody could make again', async () => {
    let before: Awaited<ReturnType<typeof dump>> | null = null;
    const open = await diskOf(version, async (former) => {
      await addMore(former);
      before = await dump(former);
    });
    const after = await dump(open());
    const kept = Object.keys(SINCE).filter((name) => (SINCE[name] ?? 0) <= version);
    for (const name of kept) {
      const rows = (before as Awaited<ReturnType<typeof dump>> | null)?.tables[name];
      // A text may be stored in another way; how it is read is tested with the schema.
      if (name !== 'contents') expect(after.tables[name], name).toEqual(rows);
      expect(rows, `the example has no ${name}`).not.toEqual([]);
    }
  });

  it('keeps of each article what its user did with it', async () => {
    const db = (await diskOf(version))();
    const former = example(version).tables.articles as Record<string, unknown>[];
    for (const row of former) {
      const now = (await db.articles.get(row.id as string)) as unknown as Record<string, unknown>;
      for (const field of [
        ...['savedAt', 'archivedAt', 'deletedAt', 'openedAt', 'favourite', 'progress', 'listIds'],
        ...['title', 'byline', 'url', 'publishedAt', 'versionCount', 'imagesSaved'],
      ])
        expect(now[field], `${row.title} ${field}`).toEqual(row[field]);
      // Of several spellings of a tag one is left since version 2.
      expect(spelledOnce(now.tags), `${row.title} tags`).toEqual(spelledOnce(row.tags));
    }
    expect(await db.versions.count()).toBe(example(version).tables.versions?.length);
  });

  it('has the popup answer at once: before, while and after the library is brought to this version', async () => {
    const indexedDB = new IDBFactory();
    const db = (await diskOf(version, undefined, { indexedDB, IDBKeyRange }))();
    const ask = async (): Promise<[string | undefined, number]> => [
      (await peekSaved(LOCK_URL, indexedDB))?.id,
      (await peekRecent(5, indexedDB)).length,
    ];
    expect(await ask()).toEqual([LOCK, 3]);
    const opening = db.open();
    expect((await ask())[0]).toBe(LOCK);
    await opening;
    expect(await ask()).toEqual([LOCK, 3]);
    db.close();
  });
});

it('speaks of every table that a user’s things are in', () => {
  /** Made again from the others, or written for this browser alone. */
  const worked =
    /^(?:articles|versions|quotes|quoteSets|counts|segments|deadDocs|meta|fingerprints|journal\w+|log\w+)$/;
  const tables = new Set(SCHEMA_VERSIONS.flatMap(({ stores }) => Object.keys(stores)));
  expect([...tables].filter((name) => !worked.test(name)).toSorted()).toEqual(Object.keys(SINCE).toSorted());
});
