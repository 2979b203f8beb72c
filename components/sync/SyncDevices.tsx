import { useState } from 'preact/hooks';
import type { SyncDevice } from '../../utils/sync/sync-types.ts';
import { formatAgo, formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import type { SyncActions } from './sync-view-types.ts';
import { useTrouble } from './use-trouble.ts';

/** A device that was not seen for so long (ms) may be out of use: until it is removed, no file can be deleted. */
const LONG_UNSEEN = 60 * 86_400_000;

interface Props extends Pick<SyncActions, 'onRemoveDevice'> {
  devices: readonly SyncDevice[];
  /** Milliseconds since 1970. */
  now: number;
}

/** The devices of the library, with when each was last seen. One that is lost can be removed. */
export function SyncDevices({ devices, now, onRemoveDevice }: Props) {
  const { t, locale } = useStrings();
  const say = useTrouble();
  const [removing, setRemoving] = useState<SyncDevice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const when = (at: number | null): string =>
    at === null ? t('syncNeverSeen') : t('syncSeen', formatAgo(at, now, locale) ?? formatDate(at, locale));
  return (
    <section class="sync-section">
      <h2>{t('syncDevices')}</h2>
      <ul class="sync-devices">
        {devices.map((device) => (
          <li key={device.id}>
            <span class="sync-devices__name">
              <bdi>{device.name}</bdi>
              <span class="note">{device.isThis ? t('syncThisDevice') : when(device.seenAt)}</span>
              {!device.isThis && device.seenAt !== null && now - device.seenAt > LONG_UNSEEN && (
                <span class="note">{t('syncLongUnseen')}</span>
              )}
            </span>
            {!device.isThis && (
              <button
                type="button"
                class="text-button"
                aria-label={t('syncRemoveNamed', device.name)}
                onClick={() => setRemoving(device)}
              >
                {t('actionRemove')}
              </button>
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
          confirm={t('syncRemoveConfirm')}
          onClose={() => setRemoving(null)}
          onConfirm={async () => {
            const outcome = await onRemoveDevice(removing.id);
            setProblem(outcome.ok ? null : say(outcome.trouble));
          }}
        />
      )}
    </section>
  );
}
