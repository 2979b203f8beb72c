import { useStrings } from '../ui/base/strings.ts';
import { ChooseFiles } from './ChooseFiles.tsx';

interface Props {
  onFiles: (files: readonly File[]) => void;
}

/** Where an export of another product is dropped or chosen. */
export function ImportStart({ onFiles }: Props) {
  const { t } = useStrings();
  return (
    <ChooseFiles words={t('importDrop')} label={t('importChoose')} onFiles={onFiles}>
      <p class="drop__known">{t('importKnown')}</p>
    </ChooseFiles>
  );
}
