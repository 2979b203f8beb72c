import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';
import './managed-note.css';

/** Shown beside a control that is locked by an organisation's policy. */
export function ManagedNote() {
  const { t } = useStrings();
  return (
    <span class="managed-note">
      <Icon name="lock" />
      {t('setByOrganisation')}
    </span>
  );
}
