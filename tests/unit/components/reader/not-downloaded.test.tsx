// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { ArticleItem } from '../../../../components/library/ArticleItem.tsx';
import { ReaderNotDownloaded } from '../../../../components/reader/ReaderUnavailable.tsx';
import { LIBRARY_CASES } from '../gallery/library-cases.ts';
import { show } from '../render.tsx';

const PAGE = 'https://paper.example/quay';
const ARTICLE = { title: 'Quay', siteName: 'Paper', host: 'paper.example', lang: 'en', dir: 'ltr' } as const;

function reader(state: string | null, onDownload = (): void => undefined) {
  return (
    <ReaderNotDownloaded article={ARTICLE} url={PAGE} state={state} onDownload={onDownload} libraryHref="#" />
  );
}

it('the reader says that an article was not downloaded, and offers to download it or to open its page', async () => {
  const onDownload = vi.fn();
  const shown = await show(reader(null, onDownload));
  expect(shown.text()).toContain('This article has not been downloaded.');
  expect(shown.text()).not.toMatch(/min left/);
  expect(shown.control('Open page').getAttribute('href')).toBe(PAGE);
  await shown.click('Download');
  expect(onDownload).toHaveBeenCalledOnce();
  await shown.again(reader('waiting'));
  expect(shown.text()).toContain('Downloading…');
  expect(shown.has('Download')).toBe(false);
  await shown.again(reader('needsLogin'));
  expect(shown.text()).toContain('The download failed: The site asks for a login');
  expect(shown.has('Download')).toBe(true);
});

it('a row of the library downloads its article, and says that it does or why it could not', async () => {
  const props = LIBRARY_CASES.notDownloaded?.list;
  const item = props?.itemOf('link0');
  if (props === undefined || item === null || item === undefined) throw new Error('no such case');
  const onDownload = vi.fn();
  const choice = { isSelected: false, hasSelection: false, onSelect: vi.fn(), onDrag: vi.fn() };
  const actions = { ...props, onDownload, onShelf: vi.fn() };
  const row = (download: string | null) => (
    <ArticleItem
      {...{
        item,
        actions,
        selection: choice,
        download,
        group: null,
        icon: null,
        index: 0,
        total: 1,
        isCompact: false,
        isNarrow: false,
      }}
    />
  );
  const shown = await show(row(null));
  await shown.click('Download');
  expect(onDownload).toHaveBeenCalledWith(item.article);
  await shown.again(row('waiting'));
  expect(shown.has('Download')).toBe(false);
  expect(shown.text()).toContain('downloading');
  await shown.again(row('gone'));
  expect(shown.text()).toContain('Page not found');
});
