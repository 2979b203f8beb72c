import { useStrings } from '../ui/base/strings.ts';
import { useLazy } from '../ui/hooks/use-lazy.ts';
import { Icon } from '../ui/Icon.tsx';
import { useMenu } from '../ui/menus/use-menu.ts';
import type { ReaderSettingsProps } from './ReaderSettings.tsx';
import '../ui/menus/menu.css';

/** Theme, type and marks, behind one button. */
export function AppearanceMenu({ prefs, onPrefs }: ReaderSettingsProps) {
  const { t } = useStrings();
  const menu = useMenu();
  const ReaderSettings = useLazy(
    menu.isOpen,
    async () => (await import('./ReaderSettings.tsx')).ReaderSettings,
  );
  return (
    <div class="menu-frame" ref={menu.frame}>
      <button
        type="button"
        class="icon-button reader-bar__tool"
        ref={menu.button}
        aria-label={t('readerAppearance')}
        title={t('readerAppearance')}
        aria-expanded={menu.isOpen}
        onClick={menu.toggle}
      >
        <Icon name="text" />
        <span class="reader-bar__word">{t('readerAppearance')}</span>
      </button>
      {menu.isOpen && (
        <div class="menu">
          {ReaderSettings !== null && <ReaderSettings prefs={prefs} onPrefs={onPrefs} />}
        </div>
      )}
    </div>
  );
}
