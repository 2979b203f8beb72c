import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import '../library/library.css';
import '../ui/empty.css';

/** There is nothing to read under this address. */
export function ReaderMissing({ libraryHref, message }: { libraryHref: string; message: string | null }) {
  const { t } = useStrings();
  return (
    <main class="library__main">
      <section class="empty">
        <h2>{t('readerNotFoundTitle')}</h2>
        <p>{message ?? t('readerNotFoundText')}</p>
        <p>
          <a href={libraryHref}>{t('shortcutBack')}</a>
        </p>
      </section>
    </main>
  );
}
