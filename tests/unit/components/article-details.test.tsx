// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { ArticleDetails } from '../../../components/library/ArticleDetails.tsx';
import { describeDateError, lastDay, readDay } from '../../../components/library/EditDetails.tsx';
import type { CompletenessReport } from '../../../utils/library/view-types.ts';
import { eventually } from '../eventually.ts';
import { sampleRow } from './gallery/library-cases.ts';
import { show } from './render.tsx';

const STATED = { title: 'Ice', siteName: 'The Paper', byline: null, publishedAt: '2026-03-01', lang: 'en' };
const IDLE = {
  synced: null,
  compare: () => null,
  onRetry: vi.fn(),
  onFetchText: vi.fn(),
  onClose: vi.fn(),
  stated: STATED,
  onEdit: vi.fn(),
};

const report = (text: CompletenessReport['text']): CompletenessReport => ({
  article: sampleRow({ id: 'ice', title: 'Ice' }),
  text,
  paragraphs: 0,
  lastWords: '',
  imagesTotal: 0,
  imagesSaved: 0,
  imageBytes: 0,
  missing: [],
  imagesOver: 0,
  mostImages: 200,
  quotes: [],
  currentText: '',
  versions: [],
});

it('offers to fetch a text that is not whole, and says how that went', async () => {
  const onFetchText = vi.fn(async () => 'The site does not answer.');
  const rest = { ...IDLE, onFetchText };
  const details = await show(<ArticleDetails report={report('none')} {...rest} />);
  await details.click('Download the text again');
  await eventually(() => expect(details.text()).toContain('The site does not answer.'));
  expect(onFetchText).toHaveBeenCalledOnce();
  await details.again(<ArticleDetails report={report('whole')} {...rest} />);
  expect(details.has('Download the text again')).toBe(false);
});

it('says how many pictures were left out and why, and offers to try again only what could come', async () => {
  const image = { id: 'a', url: 'https://a.example/a.png', state: 'failed' as const };
  const final: CompletenessReport = {
    ...report('whole'),
    imagesTotal: 20_000,
    imagesOver: 19_800,
    missing: [{ ...image, error: 'not-public', mayRetry: false }],
  };
  const details = await show(<ArticleDetails report={final} {...IDLE} />);
  expect(details.text()).toContain('and 19,800 more: an article keeps up to 200 pictures');
  expect(details.text()).toContain('its address is on a local network');
  expect(details.has('Download missing pictures')).toBe(false);
  const again = { ...final, missing: [{ ...image, error: 'unreachable' as const, mayRetry: true }] };
  await details.again(<ArticleDetails report={again} {...IDLE} />);
  expect(details.has('Download missing pictures')).toBe(true);
});

it('says what the page claims to be a copy of, and follows nothing', async () => {
  const claimedUrl = 'https://www.other-paper.example/2026/ice/?from=mail';
  const whole = report('whole');
  const claiming = { ...whole, article: { ...whole.article, claimedUrl } };
  const details = await show(<ArticleDetails report={claiming} {...IDLE} />);
  expect(details.text()).toContain('This page says it is a copy of other-paper.example/2026/ice.');
  expect(details.root.querySelector('a[href*="other-paper"]')).toBeNull();
});

it('shows the host beside whatever a site calls itself, and its end where it is long', async () => {
  const whole = report('whole');
  const host = `${'paper.example.'.repeat(9)}evil.example`;
  const forged = { ...whole.article, siteName: `The Paper ${'x'.repeat(90_000)}`, host };
  const details = await show(<ArticleDetails report={{ ...whole, article: forged }} {...IDLE} />);
  expect(details.root.querySelector('.source-name__host')?.textContent).toMatch(/^….*\.evil\.example$/);
  expect(details.root.querySelector('.source-name__site')?.textContent?.length).toBe(120);
});

it('opens as the form where that was asked for, with nothing in its place before', async () => {
  const details = await show(<ArticleDetails report={null} isEditing {...IDLE} />);
  expect(details.root.querySelector('dialog')).toBeNull();
  await details.again(<ArticleDetails report={report('whole')} isEditing {...IDLE} />);
  expect(details.text()).toContain('Edit details');
});

it('edits what the page states, puts it back, and takes no empty title', async () => {
  const onEdit = vi.fn();
  const onClose = vi.fn();
  const article = sampleRow({ id: 'ice', ...STATED, byline: 'Somebody' });
  const shown = { ...report('whole'), article };
  const details = await show(<ArticleDetails report={shown} {...IDLE} onEdit={onEdit} onClose={onClose} />);
  await details.click('Edit details');
  expect(details.text()).toContain('Not stated on the page');
  await details.click('Restore the details from the page');
  expect(details.text()).not.toContain('On the page:');
  await details.type('Title', ' ');
  await details.click('Save');
  expect(details.text()).toContain('An article needs a title.');
  expect(onEdit).not.toHaveBeenCalled();
  await details.type('Title', 'Ice in the harbour');
  expect(details.text()).toContain('On the page: Ice');
  await details.click('Save');
  expect(onEdit).toHaveBeenCalledWith(expect.objectContaining({ title: 'Ice in the harbour', byline: null }));
  expect(onClose).toHaveBeenCalled();
});

it('shows a date as its day, and refuses what is no day of the past', () => {
  expect(readDay('2026-03-01')).toBe('2026-03-01');
  expect(readDay('2026-03')).toBe('');
  expect(readDay(new Date(2026, 2, 1, 23, 59).toISOString())).toBe('2026-03-01');
  expect(lastDay(new Date(2026, 11, 31))).toBe('2027-01-01');
  const fine = { badInput: false, rangeUnderflow: false, rangeOverflow: false };
  expect(describeDateError(fine)).toBeNull();
  expect(describeDateError({ ...fine, badInput: true })).toBe('detailsNoDate');
  expect(describeDateError({ ...fine, rangeOverflow: true })).toBe('detailsDateOutside');
});
