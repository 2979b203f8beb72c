import { chmodSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoServerError, requireApache, requireRclone } from '../../../../scripts/find-dav-servers.ts';
import { inspectRemote } from '../../../../utils/sync/engine/set-up.ts';
import { testRemote } from '../../../../utils/sync/remote/remote-kinds.ts';
import type { RemoteError, RemoteStore } from '../../../../utils/sync/remote/remote-store.ts';
import { openWebDav } from '../../../../utils/sync/remote/web-dav.ts';
import { startApache } from '../../../servers/apache.ts';
import { startRclone } from '../../../servers/rclone.ts';
import type { FolderServer } from '../../../servers/run-server.ts';

const textOf = async (file: Blob | null): Promise<string | null> => file && (await file.text());
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: RemoteError) => error.code,
  );

const FOREIGN = ['.hidden', 'my notes.txt', 'x%2F..%2Fy', 'ü.seg', '1.seg.tmp', '2.seg.crswap'];
const UPLOAD = '.seg.0123456789abcdef.upload';

/** What others, and torn uploads, have left at the place. */
function seed(folder: string): void {
  const write = (name: string): void => {
    const file = path.join(folder, 'seeded', name);
    mkdirSync(path.dirname(file), { recursive: true });
    // Apache is another user.
    chmodSync(path.dirname(file), 0o777);
    writeFileSync(file, 'x');
    const isOld = name.includes('/old.');
    const changed = Date.now() / 1000 - (isOld ? 2 * 86_400 : 0);
    utimesSync(file, changed, changed);
  };
  for (const name of [...FOREIGN, '1.seg']) write(`others/${name}`);
  for (const name of ['old', 'new']) write(`torn/${name}${UPLOAD}`);
}

/** Whether a server is installed; says on the screen which tests are skipped if not. */
function isThere(require: () => unknown): boolean {
  try {
    require();
    return true;
  } catch (error) {
    if (!(error instanceof NoServerError)) throw error;
    console.warn(`SKIPPED: tests with a real WebDAV server; ${error.message}`);
    return false;
  }
}

const hasApache = isThere(requireApache);

for (const { name, start, isInstalled } of [
  { name: 'Apache', start: startApache, isInstalled: hasApache },
  { name: 'rclone', start: startRclone, isInstalled: isThere(requireRclone) },
])
  describe.skipIf(!isInstalled)(`a folder at ${name}`, () => {
    let server: FolderServer;
    let place: RemoteStore;
    let requests: string[] = [];
    const open = (
      folder: string,
      changes: { address?: string; password?: string; user?: string } = {},
    ): RemoteStore =>
      openWebDav(
        { address: server.address, folder, user: server.user, password: server.password, ...changes },
        {
          retryDelays: [],
          fetch: (url, init) => {
            requests.push(`${init?.method} ${new Headers(init?.headers).get('depth') ?? ''}`.trim());
            return fetch(url, init);
          },
        },
      );

    beforeAll(async () => {
      server = await start();
      seed(server.folder);
      place = open('plain');
      await place.prepare();
    });
    afterAll(() => server.stop());

    it('passes the test of a remote store, in a folder with special characters', async () => {
      await testRemote(open('A (é) + b/c'));
      // Again, now that its folders are there.
      await testRemote(open('A (é) + b/c'));
      expect(readdirSync(path.join(server.folder, 'A (é) + b'))).toEqual(['c']);
    });

    it('supports percent signs and hashes in folder names', async () => {
      const odd = open('100% #1 %2F');
      await odd.prepare();
      await odd.put('a/1.seg', new TextEncoder().encode('one'));
      expect(await odd.list()).toEqual(['a/1.seg']);
      expect(await textOf(await odd.get('a/1.seg'))).toBe('one');
    });

    it('reads, replaces and deletes files', async () => {
      await place.put('log/1.seg', new Blob(['first']));
      await place.put('log/1.seg', Promise.resolve(new Blob(['second'])));
      expect(await textOf(await place.get('log/1.seg'))).toBe('second');
      expect(await place.list('log')).toEqual(['log/1.seg']);
      await place.delete('log/1.seg');
      await place.delete('log/1.seg');
      expect(await place.get('log/1.seg')).toBeNull();
      expect(await place.list('nowhere')).toEqual([]);
    });

    it('does not replace an existing file by `putNew`', async () => {
      await place.prepare();
      expect(await place.putNew('log/first.seg', new Blob(['one']))).toBe(true);
      expect(await place.putNew('log/first.seg', new Blob(['two']))).toBe(false);
      expect(await textOf(await place.get('log/first.seg'))).toBe('one');
      expect(await place.list('log')).toEqual(['log/first.seg']);
    });

    it('rejects a file that is larger than the limit', async () => {
      await place.put('log/long.seg', new Blob(['x'.repeat(2000)]));
      expect(await codeOf(place.get('log/long.seg', 1999))).toBe('badAnswer');
      expect((await place.get('log/long.seg', 2000))?.size).toBe(2000);
    });

    it('does not report a folder with files of other programs as empty', async () => {
      const empty = open('empty');
      await empty.prepare();
      expect(await empty.isEmpty()).toBe(true);
      const others = open('seeded/others');
      expect(await others.isEmpty()).toBe(false);
    });

    it('counts as empty after a test, so that a library can be created', async () => {
      const tried = open('tried');
      await testRemote(tried);
      expect(await tried.list()).toEqual([]);
      expect(await tried.isEmpty()).toBe(true);
      expect(await inspectRemote(tried)).toEqual({ holds: 'nothing' });
    });

    it('stores empty and large files', async () => {
      const large = new Uint8Array(3_000_000).map((_, at) => at * 31);
      await place.put('sizes/large', large);
      await place.put('sizes/empty', new Uint8Array());
      expect((await place.get('sizes/empty'))?.size).toBe(0);
      const back = new Uint8Array((await (await place.get('sizes/large'))?.arrayBuffer()) ?? []);
      expect(Buffer.compare(back, large)).toBe(0);
    });

    it('creates folders that many files and two devices need at once', async () => {
      const other = open('plain');
      const names = Array.from({ length: 12 }, (_, at) => `crowd/${at % 3}/${at}.age`);
      await Promise.all(names.map((name, at) => (at % 2 === 0 ? place : other).put(name, new Uint8Array(9))));
      expect((await place.list('crowd')).toSorted()).toEqual(names.toSorted());
    });

    it('lists a thousand files with one request per folder, never with infinite depth', async () => {
      const many = open('many');
      await many.prepare();
      const names = Array.from({ length: 1000 }, (_, at) => `content/${at}.age`);
      const waiting = [...names];
      await many.put('heads/a.age', new Uint8Array(1));
      await many.put('content/0.age', new Uint8Array(1));
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
            await many.put(name, new Uint8Array(50));
        }),
      );
      requests = [];
      expect((await many.list()).toSorted()).toEqual([...names, 'heads/a.age'].toSorted());
      expect(requests).toEqual(['PROPFIND 1', 'PROPFIND 1', 'PROPFIND 1']);
      requests = [];
      expect(await many.list('heads')).toEqual(['heads/a.age']);
      expect(requests).toEqual(['PROPFIND 1']);
    });

    it('ignores files of other programs', async () => {
      expect((await open('seeded').list('others')).toSorted()).toEqual(['others/1.seg']);
      expect(readdirSync(path.join(server.folder, 'seeded/others'))).toHaveLength(FOREIGN.length + 1);
    });

    it('deletes abandoned uploads, but not those that may still be in progress', async () => {
      expect(await open('seeded').list('torn')).toEqual([]);
      expect(readdirSync(path.join(server.folder, 'seeded/torn'))).toEqual([`new${UPLOAD}`]);
    });

    it.each([
      ['another password', { password: 'wrong' }],
      ['another name', { user: 'eve' }],
    ])('rejects %s', async (_what, changes) => {
      expect(await codeOf(open('plain', changes).list())).toBe('signIn');
    });

    it('throws for a missing folder instead of listing it as empty', async () => {
      expect(await codeOf(open('vanished').list())).toBe('notFound');
      expect(await codeOf(open('x', { address: `${server.address}no-such-folder` }).prepare())).toBe(
        'notFound',
      );
    });
  });

it.skipIf(!hasApache)('says that a file is larger than the server takes', async () => {
  const server = await startApache({ quota: true });
  try {
    const { address, user, password } = server;
    const place = openWebDav({ address, folder: '', user, password }, { retryDelays: [] });
    await place.put('1.seg', new Uint8Array(10_000));
    expect(await codeOf(place.put('2.seg', new Uint8Array(30_000)))).toBe('tooBig');
    expect(await place.list()).toEqual(['1.seg']);
  } finally {
    await server.stop();
  }
});
