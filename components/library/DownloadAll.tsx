import { useStrings } from '../ui/base/strings.ts';
import './download-all.css';

interface Props {
  /** Articles that are waiting for their text. */
  left: number;
  /** Every article of the list is among them. */
  isWhole: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Above the list of articles that were not downloaded: downloads all of them, or stops that. */
export function DownloadAll({ left, isWhole, onStart, onStop }: Props) {
  const { t, number } = useStrings();
  return (
    <section class="download-all" aria-label={t('actionDownloadAll')}>
      {!isWhole && (
        <button type="button" class="button button--primary" onClick={onStart}>
          {t('actionDownloadAll')}
        </button>
      )}
      {left > 0 && (
        <button type="button" class="button" onClick={onStop}>
          {t('importStopFetching')}
        </button>
      )}
      <p class="note" role="status">
        {left > 0 ? t('libraryDownloadsLeft', number(left)) : t('addLinksHint')}
      </p>
    </section>
  );
}
