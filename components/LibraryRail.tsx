import { Icon, type IconName } from './Icon.tsx';
import { Mark } from './Mark.tsx';
import { type MessageKey, useStrings } from './strings.ts';
import './rail.css';

/** The lists there are. */
export type LibraryView = 'inbox' | 'archive' | 'favourites';

export const TITLE_OF: Record<LibraryView, MessageKey> = {
  inbox: 'libraryInbox',
  archive: 'libraryArchive',
  favourites: 'libraryFavourites',
};

const ICON_OF: Record<LibraryView, IconName> = { inbox: 'inbox', archive: 'archive', favourites: 'star' };
const VIEWS: readonly LibraryView[] = ['inbox', 'favourites', 'archive'];

interface Props {
  /** Null while the reader searches. */
  view: LibraryView | null;
  counts: Record<LibraryView, number> | null;
  onView: (view: LibraryView) => void;
  onShortcuts: () => void;
  onOpenOptions: () => void;
}

/** The lists, with how much is in each. */
export function LibraryRail({ view, counts, onView, onShortcuts, onOpenOptions }: Props) {
  const { t, number } = useStrings();
  return (
    <aside class="rail">
      <p class="rail__brand">
        <Mark />
        {t('appName')}
      </p>
      <nav aria-label={t('libraryRail')}>
        <ul class="rail__list">
          {VIEWS.map((one) => (
            <li key={one}>
              <a
                class="rail__link"
                href={`#${one}`}
                aria-current={view === one ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onView(one);
                }}
              >
                <Icon name={ICON_OF[one]} />
                <span class="rail__name">{t(TITLE_OF[one])}</span>
                <span class="rail__count">{counts === null ? '' : number(counts[one])}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="rail__foot">
        <button
          type="button"
          class="icon-button"
          aria-label={t('shortcutsOpen')}
          title={`${t('shortcutsOpen')} (?)`}
          onClick={onShortcuts}
        >
          <Icon name="keyboard" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('actionOptions')}
          title={t('actionOptions')}
          onClick={onOpenOptions}
        >
          <Icon name="sliders" />
        </button>
      </div>
    </aside>
  );
}
