import { PrimaryButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import './library.css';
import '../ui/empty.css';

/** Shown instead of the library in a private window, which has a separate, empty database. */
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
