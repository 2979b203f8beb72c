import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  /** How a save from here failed, or null. */
  saveError: string | null;
  onSave: () => void;
}

/** The open page is read, not a saved copy: says so, and saves it. */
export function ReaderUnsaved({ saveError, onSave }: Props) {
  const { t } = useStrings();
  return (
    <section class="reader__unsaved" aria-label={t('actionSave')}>
      <span>
        {t('readerNotSaved')} {t('readerPictureUnsaved')}
      </span>
      <button type="button" class="button button--primary" onClick={onSave}>
        <Icon name="bookmark" />
        {t('actionSave')}
      </button>
      {saveError !== null && (
        <span class="note--bad" role="alert">
          {t('readerSavingFailed', saveError)}
        </span>
      )}
    </section>
  );
}
