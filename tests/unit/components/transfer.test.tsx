// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { Transfer } from '../../../components/transfer/Transfer.tsx';
import { TRANSFER_CASES } from './gallery/transfer-cases.ts';
import { show } from './render.tsx';

const { jobs, ready, start } = TRANSFER_CASES;
if (jobs === undefined || ready === undefined || start === undefined) throw new Error('no such case');

it('offers once to fetch the texts that the library lacks, and not while it fetches', async () => {
  const done = (id: string) => ({ ...jobs.jobs?.[0], id, format: 'pocketCsv', state: 'done' });
  const list = [done('new'), done('old')] as typeof jobs.jobs;
  const page = await show(<Transfer {...jobs} jobs={list} />);
  expect(page.text().match(/Download 320 missing texts/g)).toHaveLength(1);
  const fetching = [{ ...done('newest'), state: 'fetching' }, ...(list ?? [])] as typeof jobs.jobs;
  await page.again(<Transfer {...jobs} jobs={fetching} />);
  expect(page.text()).not.toContain('missing texts');
});

it('gives the focus to the choice of a file when what had it is gone', async () => {
  const focused = (): string => document.activeElement?.textContent ?? '';
  const page = await show(<Transfer {...ready} />);
  page.control(/^Import/).focus();
  page.control('Cancel').focus();
  await page.again(<Transfer {...start} />);
  expect(focused()).toBe('Choose files…');
  await page.again(<Transfer {...ready} />);
  expect(focused()).toBe('Pocket export');
  await page.again(<Transfer {...jobs} />);
  page.control('Remove from this page').focus();
  await page.again(<Transfer {...jobs} jobs={[]} />);
  expect(focused()).toBe('Choose files…');
});

it('says before an import what articles that are there keep, and lets highlights be left out of books', async () => {
  const page = await show(<Transfer {...ready} />);
  expect(page.text()).toMatch(/80 already in your library.*archived, finished or favourites stays as it is/s);
  expect(page.text()).not.toContain('Columns');
  const exported: unknown[] = [];
  await page.again(<Transfer {...start} onExport={(...asked) => exported.push([asked[0], asked[2]])} />);
  const press = async (label: string | RegExp): Promise<void> => page.click(label);
  await press(/^Export \d/);
  await press(/^EPUB/);
  await press('Highlights and notes');
  await press(/^Export \d/);
  await press(/^wallabag/);
  await press(/^Export \d/);
  await press(/^List of articles/);
  await press('For Excel');
  await press(/^Export \d/);
  // What can't be seen can't leave anything out.
  expect(exported).toEqual([
    ['markdown', { withHighlights: true, forExcel: false }],
    ['epub', { withHighlights: false, forExcel: false }],
    ['wallabag', { withHighlights: true, forExcel: false }],
    ['articlesCsv', { withHighlights: true, forExcel: true }],
  ]);
});

it('says before an import which columns of an unknown file are used', async () => {
  if (ready.chosen?.state !== 'ready') throw new Error('not ready');
  const columns = { used: ['url', 'title'], unused: ['mood'] };
  const chosen = { ...ready.chosen, survey: { ...ready.chosen.survey, columns } };
  const page = await show(<Transfer {...ready} chosen={chosen} />);
  expect(page.text()).toMatch(/Columns used: .*url.* and .*title.*Columns not used: .*mood/s);
});
