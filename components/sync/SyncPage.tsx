import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { RecoverySheet, SyncDevice, SyncFailure, SyncState } from '../../utils/sync/sync-types.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button, PrimaryButton, SubmitButton, TextButton } from '../ui/Button.tsx';
import { formatDate, formatRelativeTime } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SyncField, useErrorMessage } from './SyncField.tsx';
import {
  NewPassphrase,
  PicturesChoice,
  RecoverySheetView,
  SyncSetUp,
  type SyncSetUpProps,
  usePassphrase,
} from './SyncSetUp.tsx';
import type { SyncActions } from './sync-view-types.ts';
import '../transfer/transfer.css';
import './sync.css';

export interface SyncPageProps extends SyncActions, SyncSetUpProps {
  /** Null until the background has responded. */
  sync: SyncState | null;
  /** Why the last action, or reading the state, failed; null if it succeeded. */
  failure: SyncFailure | null;
  /** Syncing is being stopped, which waits for a run to end. */
  isLeaving: boolean;
  /** Whether the setup wizard is open. It stays open for its last step, when sync is already on. */
  isSettingUp: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** The sync page: the setup wizard or, once sync is set up, its status and settings. */
export function SyncPage(props: SyncPageProps) {
  const { t } = useStrings();
  const { sync, failure, isSettingUp } = props;
  return (
    <>
      <PageHead title={t('librarySync')} />
      <div class="sync">
        {sync === null && failure !== null && (
          <SyncFailureNote failure={failure}>
            <Button onClick={props.onRefresh}>{t('actionTryAgain')}</Button>
          </SyncFailureNote>
        )}
        {sync !== null &&
          (sync.state === 'off' || isSettingUp ? (
            <SyncSetUp {...props} />
          ) : (
            <SyncOverview {...props} sync={sync} />
          ))}
      </div>
    </>
  );
}

/** Says what went wrong and what to do about it. */
function SyncFailureNote({ failure, children }: { failure: SyncFailure; children?: ComponentChildren }) {
  const describeError = useErrorMessage();
  return (
    <div class="sync-trouble" role="alert">
      <p>{describeError(failure)}</p>
      {children}
    </div>
  );
}

function SyncOverview(props: SyncPageProps & { sync: ConfiguredSyncState }) {
  const { sync, failure, isLeaving, now } = props;
  const { t } = useStrings();
  const [isConfirmingLeave, setConfirmingLeave] = useState(false);
  return (
    <>
      {failure !== null && <SyncFailureNote failure={failure} />}
      <SyncStatus {...props} />
      <SyncDevices devices={sync.devices} now={now} onRemoveDevice={props.onRemoveDevice} />
      <section class="sync-section">
        <h2>{t('syncWhat')}</h2>
        <p class="note">{t('syncWhatText')}</p>
        <PicturesChoice value={sync.pictures} onChange={props.onPicturesChange} />
      </section>
      <PassphraseSection {...props} remoteLabel={sync.place.label} />
      <section class="sync-section">
        <h2>{t('syncLeaveTitle')}</h2>
        <p class="note">{t('syncLeaveText')}</p>
        <p class="sync-form__buttons">
          <Button class="sync-danger" disabled={isLeaving} onClick={() => setConfirmingLeave(true)}>
            {t(isLeaving ? 'syncWorking' : 'syncLeave')}
          </Button>
        </p>
      </section>
      {isConfirmingLeave && (
        <ConfirmSheet
          title={t('syncLeaveAsk')}
          text={t('syncLeaveText')}
          confirmLabel={t('syncLeave')}
          onConfirm={props.onLeave}
          onClose={() => setConfirmingLeave(false)}
        />
      )}
    </>
  );
}

export type ConfiguredSyncState = Exclude<SyncState, { state: 'off' }>;

interface SyncStatusProps extends Pick<SyncActions, 'onSyncNow' | 'onPause' | 'onRequestAccess'> {
  sync: ConfiguredSyncState;
  /** Milliseconds since 1970. */
  now: number;
}

/** Below this age (ms), “synced just now” is shown, because “now” does not fit into “Last synced {time}”. */
const JUST_NOW_MS = 60_000;

/** After this time (ms), unreadable files are assumed not to become readable by themselves, and the user is told so. */
const UNREADABLE_GRACE_MS = 24 * 3_600_000;

/** Shows the current activity, the number of pending changes and the last error. */
function SyncStatus({ sync, now, onSyncNow, onPause, onRequestAccess }: SyncStatusProps) {
  const { t, count, formatNumber, locale } = useStrings();
  const { progress, trouble, waiting, syncedAt, unreadableSince } = sync;
  const isPaused = sync.state === 'paused';
  const lastSynced =
    syncedAt === null
      ? t('syncNever')
      : Math.abs(now - syncedAt) < JUST_NOW_MS
        ? t('syncLastNow')
        : t('syncLast', formatRelativeTime(syncedAt, now, locale) ?? formatDate(syncedAt, locale));
  const formatTime = (at: number): string =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: 'numeric' }).format(at);
  return (
    <section class="sync-status">
      <p class="sync-status__now" data-bad={trouble !== null}>
        {isPaused
          ? t('syncPaused')
          : progress !== null
            ? t(`syncProgress_${progress.step}`)
            : trouble !== null
              ? t('syncStopped')
              : waiting > 0
                ? count('syncWaiting', waiting)
                : syncedAt === null
                  ? t('syncNever')
                  : t('syncUpToDate')}
      </p>
      {progress !== null && (
        <>
          <ProgressBar
            label={t(`syncProgress_${progress.step}`)}
            fraction={progress.total === null ? null : progress.done / Math.max(1, progress.total)}
          />
          <p class="note">
            {progress.total === null
              ? formatNumber(progress.done)
              : t('importOf', formatNumber(progress.done), formatNumber(progress.total))}
          </p>
        </>
      )}
      <p class="note">
        <bdi>{sync.place.label}</bdi>
        {syncedAt !== null && ` · ${lastSynced}`}
        {waiting > 0 &&
          (progress !== null || trouble !== null || isPaused) &&
          ` · ${count('syncWaiting', waiting)}`}
      </p>
      {trouble !== null && (
        <SyncFailureNote failure={trouble}>
          {trouble.nextTryAt !== null && !isPaused && (
            <p class="note">{t('syncNextTry', formatTime(Math.max(trouble.nextTryAt, now)))}</p>
          )}
          {trouble.code === 'noAccess' && <Button onClick={onRequestAccess}>{t('syncRegain')}</Button>}
        </SyncFailureNote>
      )}
      {sync.unreadable > 0 && (
        <p class="note">
          {count('syncUnreadable', sync.unreadable)}
          {unreadableSince !== null &&
            now - unreadableSince > UNREADABLE_GRACE_MS &&
            ` ${t('syncUnreadableSince', formatDate(unreadableSince, locale))}`}
        </p>
      )}
      {sync.missing > 0 && <p class="note">{t('syncMissing')}</p>}
      <p class="sync-form__buttons">
        {!isPaused && (
          <PrimaryButton disabled={progress !== null} onClick={onSyncNow}>
            {t('syncNow')}
          </PrimaryButton>
        )}
        <Button primary={isPaused} onClick={() => onPause(!isPaused)}>
          {t(isPaused ? 'syncResume' : 'syncPause')}
        </Button>
      </p>
    </section>
  );
}

/**
 * A device that has not synced for this long (ms) may no longer be in use. Until it is removed, obsolete files cannot
 * be deleted from the remote store.
 */
const INACTIVE_AFTER_MS = 60 * 86_400_000;

interface SyncDevicesProps extends Pick<SyncActions, 'onRemoveDevice'> {
  devices: readonly SyncDevice[];
  /** Milliseconds since 1970. */
  now: number;
}

/** Lists the devices that sync this library and when each was last seen. All but this one can be removed. */
function SyncDevices({ devices, now, onRemoveDevice }: SyncDevicesProps) {
  const { t, locale } = useStrings();
  const describeError = useErrorMessage();
  const [removing, setRemoving] = useState<SyncDevice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const formatLastSeen = (at: number | null): string =>
    at === null
      ? t('syncNeverSeen')
      : t('syncSeen', formatRelativeTime(at, now, locale) ?? formatDate(at, locale));
  return (
    <section class="sync-section">
      <h2>{t('syncDevices')}</h2>
      <ul class="sync-devices">
        {devices.map((device) => (
          <li key={device.id}>
            <span class="sync-devices__name">
              <bdi>{device.name}</bdi>
              <span class="note">{device.isThis ? t('syncThisDevice') : formatLastSeen(device.seenAt)}</span>
              {!device.isThis && device.seenAt !== null && now - device.seenAt > INACTIVE_AFTER_MS && (
                <span class="note">{t('syncLongUnseen')}</span>
              )}
            </span>
            {!device.isThis && (
              <TextButton aria-label={t('syncRemoveNamed', device.name)} onClick={() => setRemoving(device)}>
                {t('actionRemove')}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
      <p class="note note--bad" role="alert">
        {problem}
      </p>
      {removing !== null && (
        <ConfirmSheet
          title={t('syncRemoveNamed', removing.name)}
          text={t('syncRemoveText')}
          confirmLabel={t('syncRemoveConfirm')}
          onClose={() => setRemoving(null)}
          onConfirm={async () => {
            const outcome = await onRemoveDevice(removing.id);
            setProblem(outcome.ok ? null : describeError(outcome.trouble));
          }}
        />
      )}
    </section>
  );
}

type SyncKeyActions = Pick<SyncActions, 'onChangePassphrase' | 'onGetRecoverySheet' | 'onPrint'>;

/**
 * Lets the user change the passphrase, which requires the old one or the recovery key, and view the recovery sheet,
 * which requires the passphrase.
 */
function PassphraseSection({ remoteLabel, ...actions }: SyncKeyActions & { remoteLabel: string }) {
  const { t } = useStrings();
  const [open, setOpen] = useState<'passphrase' | 'sheet' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section class="sync-section">
      <h2>{t('syncKeys')}</h2>
      <p class="note">{t('syncKeysText')}</p>
      <p class="sync-form__buttons">
        <Button onClick={() => setOpen('passphrase')}>{t('syncChangePassphrase')}</Button>
        <Button onClick={() => setOpen('sheet')}>{t('syncSheetTitle')}</Button>
      </p>
      {open === 'passphrase' && <ChangePassphrase {...actions} onClose={close} />}
      {open === 'sheet' && <ShowRecoverySheet {...actions} remoteLabel={remoteLabel} onClose={close} />}
    </section>
  );
}

function ChangePassphrase({ onChangePassphrase, onClose }: SyncKeyActions & { onClose: () => void }) {
  const { t } = useStrings();
  const describeError = useErrorMessage();
  const announce = useAnnounce();
  const [currentPassphrase, setCurrentPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const passphrase = usePassphrase();
  return (
    <Sheet title={t('syncChangePassphrase')} onClose={onClose}>
      {(close) => (
        <form
          class="sync-form"
          onSubmit={async (event) => {
            event.preventDefault();
            if (!passphrase.check()) return;
            const outcome = await onChangePassphrase(currentPassphrase, passphrase.value);
            if (!outcome.ok) {
              setProblem(describeError(outcome.trouble));
              return;
            }
            announce(t('syncPassphraseChanged'));
            close();
          }}
        >
          <SyncField
            label={t('syncPassphraseOrKey')}
            type="password"
            value={currentPassphrase}
            autocomplete="current-password"
            error={problem}
            onInput={(value) => {
              setCurrentPassphrase(value);
              setProblem(null);
            }}
          />
          <NewPassphrase {...passphrase} />
          <p class="note">{t('syncPassphraseOthers')}</p>
          <SubmitButton>{t('syncChangePassphrase')}</SubmitButton>
        </form>
      )}
    </Sheet>
  );
}

function ShowRecoverySheet({
  onGetRecoverySheet,
  onPrint,
  remoteLabel,
  onClose,
}: SyncKeyActions & { remoteLabel: string; onClose: () => void }) {
  const { t } = useStrings();
  const describeError = useErrorMessage();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  return (
    <Sheet title={t('syncSheetTitle')} onClose={onClose}>
      {() =>
        sheet === null ? (
          <form
            class="sync-form"
            onSubmit={async (event) => {
              event.preventDefault();
              const outcome = await onGetRecoverySheet(passphrase);
              if (outcome.ok) setSheet(outcome.sheet);
              else setProblem(describeError(outcome.trouble));
            }}
          >
            <p>{t('syncSheetWhy')}</p>
            <SyncField
              label={t('syncPassphrase')}
              type="password"
              value={passphrase}
              autocomplete="current-password"
              error={problem}
              onInput={(value) => {
                setPassphrase(value);
                setProblem(null);
              }}
            />
            <SubmitButton>{t('syncSheetShow')}</SubmitButton>
          </form>
        ) : (
          <>
            <RecoverySheetView sheet={sheet} place={remoteLabel} />
            <PrimaryButton onClick={onPrint}>{t('syncPrint')}</PrimaryButton>
          </>
        )
      }
    </Sheet>
  );
}

interface ConfirmSheetProps {
  title: string;
  text: string;
  /** The label of the confirming button. */
  confirmLabel: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** A dialog that asks the user to confirm an action that cannot be undone. */
function ConfirmSheet({ title, text, confirmLabel, onConfirm, onClose }: ConfirmSheetProps) {
  const { t } = useStrings();
  const id = useId();
  return (
    <Sheet title={title} describedBy={id} onClose={onClose}>
      {(close) => (
        <>
          <p id={id} class="sync-ask">
            {text}
          </p>
          <p class="sync-form__buttons">
            <Button
              class="sync-danger"
              onClick={() => {
                onConfirm();
                close();
              }}
            >
              {confirmLabel}
            </Button>
            <Button onClick={close}>{t('actionCancel')}</Button>
          </p>
        </>
      )}
    </Sheet>
  );
}
