import { formatDate } from './format.ts';
import { useStrings } from './strings.ts';

interface Props {
  /** What was there, and when it was last seen. */
  articles: number;
  at: number;
  onRestore: () => void;
  onDismiss: () => void;
}

/** Says that the browser has lost the library: it does not say so itself. */
export function LossNotice({ articles, at, onRestore, onDismiss }: Props) {
  const { t, count, locale } = useStrings();
  return (
    <section class="loss" role="alert">
      <h2>{t('lossTitle')}</h2>
      <p>{count('lossText', articles, formatDate(at, locale))}</p>
      <p>
        <button type="button" class="button" onClick={onRestore}>
          {t('lossRestore')}
        </button>{' '}
        <button type="button" class="button" onClick={onDismiss}>
          {t('lossDismiss')}
        </button>
      </p>
    </section>
  );
}
