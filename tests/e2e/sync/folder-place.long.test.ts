import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { openFolderStore } from '../../../utils/sync/remote/folder.ts';
import type { testRemote } from '../../../utils/sync/remote/remote-kinds.ts';
import { bundleForPage } from '../../bench/bundle-for-page.ts';
import { launchBare } from '../harness/launch-bare.ts';
import { openTab } from '../harness/open-pages.ts';

/** What the bundle leaves in the page. */
declare const adapter: { openFolderStore: typeof openFolderStore };
declare const tester: { testRemote: typeof testRemote };

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';
let browser: Browser;
let server: Server;
let page: Page;

/**
 * Nobody can click in the browser's own folder window, so the folder is one of the origin's private ones: the same
 * handles, of a real browser, beside which the user's folders differ by a question for permission.
 */
beforeAll(async () => {
  server = createServer((_, response) => response.end('<!doctype html><title>folder</title>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launchBare(kind);
  page = await openTab({ kind, browser });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const file = (name: string): URL => new URL(`../../../utils/sync/remote/${name}.ts`, import.meta.url);
  await page.evaluate(`${await bundleForPage(file('folder'), 'adapter')};globalThis.adapter = adapter`);
  await page.evaluate(`${await bundleForPage(file('remote-kinds'), 'tester')};globalThis.tester = tester`);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('keeps files in a folder, and leaves those of others alone', async () => {
  const seen = await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('place', { create: true });
    const place = adapter.openFolderStore(root);
    await tester.testRemote(place);
    // What Syncthing, Dropbox and iCloud leave in such a folder.
    for (const name of [
      '.stfolder',
      '.syncthing.1.seg.tmp',
      '1 (conflicted copy).seg',
      '.1.seg.icloud',
      'a.crswap',
    ])
      await (await (await root.getFileHandle(name, { create: true })).createWritable()).close();
    await place.put('log/1.seg', new Blob(['first']));
    await place.put('log/1.seg', Promise.resolve(new Blob(['second'])));
    await place.put('files/ab/2.age', new Uint8Array(3));
    const read = await (await place.get('log/1.seg'))?.text();
    await place.delete('files/ab/2.age');
    await place.delete('files/ab/2.age');
    return {
      read,
      all: await place.list(),
      log: await place.list('log'),
      nowhere: await place.list('nowhere'),
      gone: await place.get('files/ab/2.age'),
    };
  });
  expect(seen).toEqual({ read: 'second', all: ['log/1.seg'], log: ['log/1.seg'], nowhere: [], gone: null });
});

it('says that its folder is gone, instead of being empty', async () => {
  const codes = await page.evaluate(async () => {
    const files = await navigator.storage.getDirectory();
    const place = adapter.openFolderStore(await files.getDirectoryHandle('vanishing', { create: true }));
    await place.put('log/1.seg', new Uint8Array(3));
    await files.removeEntry('vanishing', { recursive: true });
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    return [await codeOf(place.list()), await codeOf(place.put('log/2.seg', new Uint8Array(3)))];
  });
  // Firefox has no name for writing into a folder that is gone.
  expect(codes).toEqual(['notFound', kind === 'firefox' ? 'refused' : 'notFound']);
});

it('leaves nothing under a final name when the bytes never come', async () => {
  const seen = await page.evaluate(async () => {
    const files = await navigator.storage.getDirectory();
    const place = adapter.openFolderStore(await files.getDirectoryHandle('half', { create: true }));
    await place.put('log/1.seg', new Blob(['whole']));
    const failing = { toString: () => '' } as unknown as Blob;
    const code = await place
      .put('log/1.seg', Promise.reject(new Error('torn')))
      .catch((error: Error) => error.message);
    // Not bytes at all: the browser refuses in the middle of writing.
    const second = await place.put('log/2.seg', failing).then(
      () => 'done',
      (error: Error) => error.name,
    );
    return { code, second, names: await place.list(), kept: await (await place.get('log/1.seg'))?.text() };
  });
  expect(seen.code).toBe('torn');
  expect(seen.kept).toBe('whole');
  expect(seen.names).toContain('log/1.seg');
});
