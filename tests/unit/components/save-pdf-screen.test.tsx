// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/pdf/App.tsx';
import { eventually } from '../eventually.ts';
import { show } from './render.tsx';

const world = vi.hoisted(() => ({
  fetched: [] as string[],
  /** What lies on the shelf. */
  aside: null as Blob | null,
  hasAccessToUrl: true,
  /** What the user answers the browser. */
  answer: true,
}));

vi.mock('../../../utils/messaging/send.ts', () => ({
  sendToBackground: async (_type: string, { url }: { url: string }) => {
    world.fetched.push(url);
    return { ok: true, key: 'key' };
  },
}));
vi.mock('../../../utils/platform/stash-file.ts', () => ({ takeStashedFile: async () => world.aside }));
vi.mock('../../../entrypoints/shared/pdf/explain-pdf-error.ts', () => ({
  explainPdfError: () => 'It was not saved.',
}));
vi.mock('../../../entrypoints/shared/pdf/save-pdf.ts', () => ({
  savePdf: () => new Promise(() => undefined),
}));
vi.mock('../../../entrypoints/shared/use-change-log.ts', () => ({ useChangeLog: () => undefined }));

vi.mock('../../../utils/platform/site-access.ts', () => ({
  hasAccessToUrl: async () => world.hasAccessToUrl,
  requestAccess: async () => {
    world.hasAccessToUrl = world.answer;
    return world.answer;
  },
}));

const REPORT = 'https://harbour.example:8443/print/locks.pdf';

beforeEach(() => {
  world.fetched = [];
  world.hasAccessToUrl = true;
  world.answer = true;
  world.aside = new Blob(['%PDF-']);
  history.replaceState(null, '', `?url=${encodeURIComponent(REPORT)}`);
});

it('says that a fetched file is gone, and fetches it once more', async () => {
  world.aside = null;
  const page = await show(<App />);
  await eventually(() => expect(page.text()).toContain('It was not saved.'));
  world.aside = new Blob(['%PDF-']);
  await page.click('Try again');
  await eventually(() => expect(page.root.querySelector('[role="progressbar"]')).not.toBeNull());
  expect(world.fetched).toEqual([REPORT, REPORT]);
});

it('asks for access by a button of its own before it fetches, and takes a file where none is given', async () => {
  world.hasAccessToUrl = false;
  world.answer = false;
  const page = await show(<App />);
  expect(page.text()).toContain('To download the PDF, Offprint needs access to harbour.example');
  await page.click('Allow on this site');
  expect(world.fetched).toEqual([]);
  expect(page.has('Choose a PDF')).toBe(true);
  world.answer = true;
  await page.click('Allow on this site');
  await eventually(() => expect(page.text()).not.toContain('needs access'));
  expect(world.fetched).toEqual([REPORT]);
});
