import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import './page-states.css';

interface Props {
  /** A file of this computer, which the user has to choose. */
  isOnDisk: boolean;
  onSave: () => void;
}

/** The tab shows a PDF: what can be kept of it, and how it is got. */
export function PdfHere({ isOnDisk, onSave }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  return (
    <section class="plain-message">
      <h1>{t('pdfHereTitle')}</h1>
      <p>{t(isOnDisk ? 'pdfHereDisk' : 'pdfHereText')}</p>
      <button
        type="button"
        class="button button--primary"
        title={keyNames.title(t('pdfSave'), 's')}
        aria-keyshortcuts={keyNames.of('s')}
        onClick={onSave}
      >
        <Icon name="bookmark" />
        {t('pdfSave')}
      </button>
    </section>
  );
}
