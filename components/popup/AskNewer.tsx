import type { TextChanges } from '../../utils/library/view-types.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { describeChanges } from './describe-changes.ts';

interface Props {
  savedAt: number;
  changes: TextChanges;
  onSave: () => void;
  onKeep: () => void;
}

/** The page has another text than the one that is saved: what changed, and whether it is to be saved. */
export function AskNewer({ savedAt, changes, onSave, onKeep }: Props) {
  const strings = useStrings();
  const { t, locale } = strings;
  return (
    <section class="ask" role="alert" aria-label={t('newerTitle')}>
      <p>
        <b>{t('newerTitle')}</b>{' '}
        {t('newerSince', formatDate(savedAt, locale), describeChanges(strings, changes))}
      </p>
      <div class="save-actions__row">
        <button type="button" class="button button--primary" onClick={onSave}>
          {t('newerSave')}
        </button>
        <button type="button" class="button" onClick={onKeep}>
          {t('newerKeep')}
        </button>
      </div>
    </section>
  );
}
