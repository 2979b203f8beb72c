import type { RecoverySheet } from '../../utils/sync/sync-types.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';

interface Props {
  sheet: RecoverySheet;
  /** What the user knows the place by. */
  place: string;
}

/** The page that is printed and kept. Printing shows nothing else. */
export function RecoverySheetView({ sheet, place }: Props) {
  const { t, locale } = useStrings();
  return (
    <section class="recovery-sheet" aria-label={t('syncSheetTitle')}>
      <h2>{t('syncSheetHead')}</h2>
      <dl>
        <dt>{t('syncSheetPlace')}</dt>
        <dd dir="auto">{place}</dd>
        <dt>{t('syncSheetBegun')}</dt>
        <dd>{formatDate(sheet.begunAt, locale)}</dd>
        <dt>{t('syncSheetKey')}</dt>
        <dd>
          <code class="recovery-sheet__key" dir="ltr">
            {sheet.identity}
          </code>
        </dd>
      </dl>
      <p>{t('syncSheetUse')}</p>
      <p>
        {t('syncSheetByHand')} <code dir="ltr">age --decrypt --identity key.txt</code>
      </p>
    </section>
  );
}
