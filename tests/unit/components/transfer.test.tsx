// @vitest-environment jsdom

import MarkdownIt from 'markdown-it';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportJob } from '../../../components/transfer/ImportJob.tsx';
import { Transfer } from '../../../components/transfer/Transfer.tsx';
import type { ImportProgress } from '../../../components/transfer/transfer-types.ts';
import { formatHighlightsAsMarkdown } from '../../../entrypoints/reader/highlights-as-markdown.ts';
import { NASTY } from '../transfer/nasty-strings.ts';
import { isBalanced } from '../transfer/read-strictly.ts';
import { JOB_ACTIONS, job as runningJob, TRANSFER_CASES } from './gallery/transfer-cases.ts';
import { type Shown, show } from './render.tsx';

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
  const lacked =
    'Not included: speakers of quotes · tags · lists · archive and favourites · reading progress';
  expect(page.text()).toContain(`${lacked}Export`);
  await press('Highlights and notes');
  expect(page.text()).toContain(`${lacked} · highlights and notes`);
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
  const chosen = { ...ready.chosen, preview: { ...ready.chosen.preview, columns } };
  const page = await show(<Transfer {...ready} chosen={chosen} />);
  expect(page.text()).toMatch(/Columns used: .*url.* and .*title.*Columns not used: .*mood/s);
});

describe('an import', () => {
  let job: ImportProgress;
  let shown: Shown;

  async function see(change: Partial<ImportProgress>, ms = 0): Promise<string> {
    vi.setSystemTime(Date.now() + ms);
    job = { ...job, ...change };
    await shown.again(<ImportJob job={job} missingTextCount={0} actions={JOB_ACTIONS} />);
    return shown.text();
  }

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    job = runningJob({ position: 3000, total: 12_000, added: 3000, merged: 0, failed: 0, textsWaiting: 0 });
    shown = await show(<ImportJob job={job} missingTextCount={0} actions={JOB_ACTIONS} />);
  });
  afterEach(() => vi.useRealTimers());

  it('tells the time left by the pace of now, whatever was done before the page was opened', async () => {
    expect(await see({}, 60_000)).not.toContain('left');
    // A minute passed, another comes: a thousand in each pair.
    expect(await see({ position: 4000 }, 60_000)).toContain('4,000 of 12,000 · about 16 minutes left');
    expect(await see({ position: 11_900 }, 60_000)).toContain('less than a minute left');
  });

  it('asks before it downloads what a backup did not hold, and names how many sites that asks', async () => {
    const missing = { images: 12, sites: ['a.example', 'b.example'] };
    expect(await see({ format: 'backup', state: 'running', missing })).not.toContain('Download');
    const words = await see({ format: 'backup', state: 'done', missing });
    expect(words).toContain('12 images were not in the backup. Downloading contacts 2 sites.');
    expect(words).toContain('Download images');
  });
});

describe('highlights as markdown', () => {
  type Shown = Parameters<typeof formatHighlightsAsMarkdown>[1];
  type Highlights = Parameters<typeof formatHighlightsAsMarkdown>[0];

  const shown = (title: string, canonicalUrl: string): Shown =>
    ({ article: { title }, canonicalUrl }) as unknown as Shown;
  const highlights = (text: string, note: string): Highlights => [{ text, note }] as unknown as Highlights;

  it('are block quotes with their notes, under the linked title', () =>
    expect(
      formatHighlightsAsMarkdown(
        highlights('closed *today*\n\nand tomorrow', 'why?'),
        shown('The [old] quay', 'https://paper.example/quay_(1)'),
      ),
    ).toBe(
      '[The \\[old\\] quay](https://paper.example/quay_%281%29)\n\n> closed \\*today\\*\n>\n> and tomorrow\n\nwhy?',
    ));

  it('are text, and lead to the web alone, whatever they say', () => {
    const commonMark = new MarkdownIt({ html: true, linkify: true });
    for (const text of NASTY) {
      const written = formatHighlightsAsMarkdown(highlights(text, text), shown(text, text));
      expect(isBalanced(written)).toBe(true);
      const html = commonMark.render(written);
      expect(
        html.match(/<(?!\/?(?:p|a|blockquote|br|h\d|hr|em|strong|code|ol|ul|li)\b)[^>]*>/g) ?? [],
      ).toEqual([]);
      for (const [, target] of html.matchAll(/href="([^"]*)"/g))
        expect(target).toMatch(/^(?:https?:\/\/|mailto:)/);
    }
  });
});
