import { PrimaryButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import './library.css';
import '../ui/empty.css';

/** Shown instead of the library in a private window, whose database is a separate, empty one. */
export function PrivateWindow({ onOpenNormalWindow }: { onOpenNormalWindow: () => void }) {
  const { t } = useStrings();
  return (
    <main class="library__main">
      <section class="empty">
        <h1>{t('privateTitle')}</h1>
        <p>{t('privateLibraryText')}</p>
        <PrimaryButton onClick={onOpenNormalWindow}>{t('privateLibraryOpen')}</PrimaryButton>
      </section>
    </main>
  );
}
