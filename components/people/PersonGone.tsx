import { useStrings } from '../ui/base/strings.ts';

/** Stands where a person was whom no saved article quotes any more. */
export function PersonGone({ onBack }: { onBack: () => void }) {
  const { t } = useStrings();
  return (
    <>
      <header class="library__head">
        <h1>{t('libraryPeople')}</h1>
      </header>
      <div class="scotch" />
      <section class="empty">
        <h2>{t('personGone')}</h2>
        <button type="button" class="button" onClick={onBack}>
          {t('personGoneBack')}
        </button>
      </section>
    </>
  );
}
