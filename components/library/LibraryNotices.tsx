import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';

export interface LossNoticeProps {
  /** The last known number of articles, and its time (Unix timestamp in ms); null if nothing is lost. */
  lost: { articles: number; at: number } | null;
  /** Progress of restoring articles from the change log; null if nothing was restored. */
  restored: { done: number; total: number; isFinished: boolean } | null;
  onRestore: () => void;
  onDismiss: () => void;
}

/** Tells the user that the browser has deleted the library, and how much of it was restored automatically. */
export function LossNotice({ lost, restored, onRestore, onDismiss }: LossNoticeProps) {
  const { t, count, formatNumber, locale } = useStrings();
  if (restored !== null && !restored.isFinished) {
    return (
      <section class="loss loss--mended" role="status">
        <h2>{t('puttingBackTitle')}</h2>
        <p>{t('puttingBackText', formatNumber(restored.done), formatNumber(restored.total))}</p>
        <progress value={restored.done} max={restored.total} aria-label={t('puttingBackTitle')} />
      </section>
    );
  }
  const isIncomplete = lost !== null && (restored === null || restored.total < lost.articles);
  return (
    <section class={restored === null ? 'loss' : 'loss loss--mended'} role="alert">
      <h2>{t(restored === null ? 'lossTitle' : 'putBackTitle')}</h2>
      {restored !== null && <p>{count('putBackText', restored.total)}</p>}
      {isIncomplete && (
        <p>
          {count(restored === null ? 'lossText' : 'putBackFewer', lost.articles, formatDate(lost.at, locale))}
        </p>
      )}
      <p>
        {isIncomplete && <Button onClick={onRestore}>{t('lossRestore')}</Button>}{' '}
        <Button onClick={onDismiss}>{t('lossDismiss')}</Button>
      </p>
    </section>
  );
}

export interface UnreadableNoticeProps {
  onRetry: () => void;
  /** Null if there is no change log to rebuild the library from. */
  onRebuild: (() => Promise<void>) | null;
  onRestore: () => void;
}

/**
 * Tells the user that the database exists but cannot be read, and what to do. Nothing is deleted without
 * confirmation.
 */
export function UnreadableNotice({ onRetry, onRebuild, onRestore }: UnreadableNoticeProps) {
  const { t } = useStrings();
  const [isBusy, setBusy] = useState(false);
  return (
    <section class="loss" role="alert">
      <h2>{t('unreadableTitle')}</h2>
      <p>{t(onRebuild === null ? 'unreadableText' : 'unreadableCopy')}</p>
      <p>
        <Button onClick={onRetry}>{t('unreadableAgain')}</Button>{' '}
        {onRebuild === null ? (
          <Button onClick={onRestore}>{t('lossRestore')}</Button>
        ) : (
          <Button
            disabled={isBusy}
            onClick={() => {
              setBusy(true);
              onRebuild().catch((error: unknown) => {
                console.error('offprint: library not rebuilt', error);
                setBusy(false);
              });
            }}
          >
            {t('unreadableAnew')}
          </Button>
        )}
      </p>
    </section>
  );
}
