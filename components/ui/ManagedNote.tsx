import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';
import './managed-note.css';

/** Beside a control that nobody here can change. */
export function ManagedNote() {
  const { t } = useStrings();
  return (
    <span class="managed-note">
      <Icon name="lock" />
      {t('setByOrganisation')}
    </span>
  );
}
