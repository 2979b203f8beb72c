// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ArticleItem } from '../../../../components/library/ArticleItem.tsx';
import { ArticleList, type ArticleListProps } from '../../../../components/library/ArticleList.tsx';
import { LIBRARY_CASES } from '../gallery/library-cases.ts';
import { show } from '../render.tsx';

it('the menu of a row edits the details, opens the page, copies its link and exports it', async () => {
  const props = LIBRARY_CASES.compact?.list;
  const [id = ''] = props?.ids ?? [];
  const item = props?.itemOf(id);
  if (props === undefined || item === null || item === undefined) throw new Error('no such case');
  const choice = { isSelected: false, hasSelection: false, onSelect: vi.fn(), onDrag: vi.fn() };
  const chosen = { onEdit: vi.fn(), onOpenPage: vi.fn(), onCopyLink: vi.fn(), onExport: vi.fn() };
  const actions = { ...props, ...chosen, onShelf: vi.fn() };
  const rest = {
    download: null,
    group: null,
    icon: null,
    index: 0,
    total: 1,
    isCompact: true,
    isNarrow: false,
  };
  const shown = await show(<ArticleItem {...{ item, actions, selection: choice, ...rest }} />);
  for (const label of ['Edit details', 'Open page', 'Copy link', 'Export…']) {
    await shown.click(/^More/);
    await shown.click(label);
  }
  for (const act of Object.values(chosen)) expect(act).toHaveBeenCalledWith(item.article);
  // A site without an icon has its initial, so that all titles begin at the same place.
  expect(shown.text()).toContain(item.article.siteName?.charAt(0) ?? '?');
});

it('has in the menu of a row what has no button in a narrow window, also when it has just become narrow', async () => {
  const isWide = Object.assign(new EventTarget(), { media: '', matches: true });
  vi.stubGlobal('matchMedia', () => isWide);
  const list = await show(<ArticleList {...(LIBRARY_CASES.compact?.list as ArticleListProps)} />);
  const inMenu = async (): Promise<(string | null)[]> => {
    await list.click(/^More/);
    const items = [...list.root.querySelectorAll('[role=menuitem]')].map((item) => item.textContent);
    await list.press('Escape');
    return items;
  };
  expect(await inMenu()).not.toContain('Delete');
  await act(() => {
    isWide.matches = false;
    isWide.dispatchEvent(new Event('change'));
  });
  expect(await inMenu()).toContain('Delete');
});
