import { useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';

export interface UnreadableNoticeProps {
  onTryAgain: () => void;
  /** Null where there is no change log to make it of. */
  onMakeAnew: (() => Promise<void>) | null;
  onRestore: () => void;
}

/** Says that the database is there and can't be read, and what can be done. Nothing is deleted unasked. */
export function UnreadableNotice({ onTryAgain, onMakeAnew, onRestore }: UnreadableNoticeProps) {
  const { t } = useStrings();
  const [isBusy, setBusy] = useState(false);
  return (
    <section class="loss" role="alert">
      <h2>{t('unreadableTitle')}</h2>
      <p>{t(onMakeAnew === null ? 'unreadableText' : 'unreadableCopy')}</p>
      <p>
        <button type="button" class="button" onClick={onTryAgain}>
          {t('unreadableAgain')}
        </button>{' '}
        {onMakeAnew === null ? (
          <button type="button" class="button" onClick={onRestore}>
            {t('lossRestore')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            disabled={isBusy}
            onClick={() => {
              setBusy(true);
              onMakeAnew().catch((error: unknown) => {
                console.error('offprint: library not made anew', error);
                setBusy(false);
              });
            }}
          >
            {t('unreadableAnew')}
          </button>
        )}
      </p>
    </section>
  );
}
