import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';

/** What was there, and when it was last seen. */
interface Lost {
  articles: number;
  at: number;
}

/** What came back from the change log, in articles. */
interface PutBack {
  done: number;
  total: number;
  isOver: boolean;
}

export interface LossNoticeProps {
  lost: Lost | null;
  putBack: PutBack | null;
  onRestore: () => void;
  onDismiss: () => void;
}

/** Says that the browser has lost the library, which it does not say itself, and what came back by itself. */
export function LossNotice({ lost, putBack, onRestore, onDismiss }: LossNoticeProps) {
  const { t, count, number, locale } = useStrings();
  if (putBack !== null && !putBack.isOver) {
    return (
      <section class="loss loss--mended" role="status">
        <h2>{t('puttingBackTitle')}</h2>
        <p>{t('puttingBackText', number(putBack.done), number(putBack.total))}</p>
        <progress value={putBack.done} max={putBack.total} aria-label={t('puttingBackTitle')} />
      </section>
    );
  }
  const isFewer = lost !== null && (putBack === null || putBack.total < lost.articles);
  return (
    <section class={putBack === null ? 'loss' : 'loss loss--mended'} role="alert">
      <h2>{t(putBack === null ? 'lossTitle' : 'putBackTitle')}</h2>
      {putBack !== null && <p>{count('putBackText', putBack.total)}</p>}
      {isFewer && (
        <p>
          {count(putBack === null ? 'lossText' : 'putBackFewer', lost.articles, formatDate(lost.at, locale))}
        </p>
      )}
      <p>
        {isFewer && (
          <button type="button" class="button" onClick={onRestore}>
            {t('lossRestore')}
          </button>
        )}{' '}
        <button type="button" class="button" onClick={onDismiss}>
          {t('lossDismiss')}
        </button>
      </p>
    </section>
  );
}
