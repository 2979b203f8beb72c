import { useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import type { FailureLine } from './transfer-types.ts';

/** Lines shown; the rest is in the file. */
const SHOWN = 100;

interface Props {
  count: number;
  load: () => Promise<FailureLine[]>;
  onSave: () => void;
}

/** What could not be taken, each with its reason, behind one line. */
export function ImportFailures({ count: amount, load, onSave }: Props) {
  const { t, find, count } = useStrings();
  const [lines, setLines] = useState<readonly FailureLine[] | null>(null);
  return (
    <details
      class="failures"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        load().then(setLines, (error: unknown) => console.error('offprint: failures not read', error));
      }}
    >
      <summary>{count('importFailures', amount)}</summary>
      <ul class="failures__list">
        {(lines ?? []).slice(0, SHOWN).map((line) => (
          <li key={line.id}>
            <span class="failures__what">{line.title || line.url || t('importNameless')}</span>
            <span class="failures__why">
              {[find(`importWhy_${line.why}`) ?? line.why, line.at === '' ? '' : t('importAt', line.at)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {line.title !== '' && line.url !== '' && <span class="failures__url">{line.url}</span>}
          </li>
        ))}
      </ul>
      {amount > SHOWN && <p class="note">{count('importFailuresMore', amount - SHOWN)}</p>}
      <button type="button" class="button" onClick={onSave}>
        {t('importFailuresSave')}
      </button>
    </details>
  );
}
