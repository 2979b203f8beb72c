// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { QuoteMenu } from '../../../../components/quotes/QuoteMenu.tsx';
import { ActionMenu } from '../../../../components/ui/menus/ActionMenu.tsx';
import { show } from '../render.tsx';

const MENUS = {
  'a row’s menu': (
    <ActionMenu label="More" actions={[{ label: 'Archive', onChoose: () => undefined }]}>
      …
    </ActionMenu>
  ),
  'a quote’s menu': (
    <QuoteMenu
      textId="quote"
      onCopyAs={async () => true}
      onPicture={() => undefined}
      why={{ label: 'Why this name?', onShow: () => undefined }}
    />
  ),
};

afterEach(() => vi.restoreAllMocks());

const scrolls = (): Promise<void> => act(() => void document.dispatchEvent(new Event('scroll')));

it.each(Object.entries(MENUS))(
  '%s stays for a scroll event that comes late, and closes when scrolled away',
  async (_, menu) => {
    const screen = await show(menu);
    await screen.click(/^More/);
    const isOpen = (): boolean => screen.root.querySelector('[role="menu"]') !== null;
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
    await scrolls();
    expect(isOpen()).toBe(true);
    vi.spyOn(HTMLButtonElement.prototype, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(0, -40, 24, 24),
    );
    await scrolls();
    expect(isOpen()).toBe(false);
  },
);
