import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import './library.css';
import '../ui/empty.css';

/** Instead of the library in a private window, whose database is another one, and empty. */
export function PrivateWindow({ onOpenOutside }: { onOpenOutside: () => void }) {
  const { t } = useStrings();
  return (
    <main class="library__main">
      <section class="empty">
        <h1>{t('privateTitle')}</h1>
        <p>{t('privateLibraryText')}</p>
        <button type="button" class="button button--primary" onClick={onOpenOutside}>
          {t('privateLibraryOpen')}
        </button>
      </section>
    </main>
  );
}
