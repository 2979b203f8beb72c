// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { ArticleDetails } from '../../../components/ArticleDetails.tsx';
import type { CompletenessReport } from '../../../utils/library/view-types.ts';
import { eventually } from '../eventually.ts';
import { sampleRow } from './gallery/library-cases.ts';
import { show } from './render.tsx';

const report = (text: CompletenessReport['text']): CompletenessReport => ({
  article: sampleRow({ id: 'ice', title: 'Ice' }),
  text,
  paragraphs: 0,
  lastWords: '',
  imagesTotal: 0,
  imagesSaved: 0,
  imageBytes: 0,
  missing: [],
  quotes: [],
  currentText: '',
  versions: [],
});

it('offers to fetch a text that is not whole, and says how that went', async () => {
  const onFetchText = vi.fn(async () => 'The site does not answer.');
  const rest = { compare: () => null, onRetry: vi.fn(), onFetchText, onClose: vi.fn() };
  const details = await show(<ArticleDetails report={report('none')} {...rest} />);
  await details.click('Fetch the text again');
  await eventually(() => expect(details.text()).toContain('The site does not answer.'));
  expect(onFetchText).toHaveBeenCalledOnce();
  await details.again(<ArticleDetails report={report('whole')} {...rest} />);
  expect(details.has('Fetch the text again')).toBe(false);
});
