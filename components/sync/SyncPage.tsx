import { useState } from 'preact/hooks';
import type { SyncState } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import { PicturesChoice } from './PicturesChoice.tsx';
import { SyncDevices } from './SyncDevices.tsx';
import { SyncKeys } from './SyncKeys.tsx';
import { SyncSetUp, type SyncSetUpProps } from './SyncSetUp.tsx';
import { type SyncOn, SyncStatus } from './SyncStatus.tsx';
import type { SyncActions } from './sync-view-types.ts';
import '../transfer/transfer.css';
import './sync.css';

export interface SyncPageProps extends SyncActions, SyncSetUpProps {
  /** Null until the background has answered. */
  sync: SyncState | null;
  /** An organisation has switched sync off. */
  isOffByPolicy: boolean;
  /** The three steps are on the screen, the last of them after sync has been set up. */
  isSettingUp: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** Sync: setting it up, or how it stands. */
export function SyncPage(props: SyncPageProps) {
  const { t } = useStrings();
  const { sync, isSettingUp, isOffByPolicy } = props;
  return (
    <>
      <header class="library__head">
        <h1>{t('librarySync')}</h1>
      </header>
      <div class="scotch" />
      <div class="sync">
        {sync !== null &&
          (isOffByPolicy && sync.state === 'off' ? (
            <ManagedOff />
          ) : sync.state === 'off' || isSettingUp ? (
            <SyncSetUp {...props} />
          ) : (
            <Overview {...props} sync={sync} />
          ))}
      </div>
    </>
  );
}

function ManagedOff() {
  const { t } = useStrings();
  return (
    <>
      <p class="sync-intro">{t('syncOffByPolicy')}</p>
      <ManagedNote />
    </>
  );
}

function Overview(props: SyncPageProps & { sync: SyncOn }) {
  const { sync, now } = props;
  const { t } = useStrings();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <SyncStatus {...props} />
      <SyncDevices devices={sync.devices} now={now} onRemoveDevice={props.onRemoveDevice} />
      <section class="sync-section">
        <h2>{t('syncWhat')}</h2>
        <p class="note">{t('syncWhatText')}</p>
        <PicturesChoice value={sync.pictures} onChange={props.onPictures} />
      </section>
      <SyncKeys {...props} place={sync.place.label} />
      <section class="sync-section">
        <h2>{t('syncLeaveTitle')}</h2>
        <p class="note">{t('syncLeaveText')}</p>
        <p class="sync-form__buttons">
          <button type="button" class="button sync-danger" onClick={() => setLeaving(true)}>
            {t('syncLeave')}
          </button>
        </p>
      </section>
      {isLeaving && (
        <ConfirmSheet
          title={t('syncLeaveAsk')}
          text={t('syncLeaveText')}
          confirm={t('syncLeave')}
          onConfirm={props.onLeave}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}
