import { useState } from 'preact/hooks';
import type { RecoverySheet, SyncPictures } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { NewPassphrase, usePassphrase } from './NewPassphrase.tsx';
import { PicturesChoice } from './PicturesChoice.tsx';
import { SyncField } from './SyncField.tsx';
import type { SetUpActions, TestedPlace } from './sync-view-types.ts';
import { useTrouble } from './use-trouble.ts';

interface Props extends Pick<SetUpActions, 'onSetUp'> {
  tested: TestedPlace;
  deviceName: string;
  onDone: (sheet: RecoverySheet) => void;
  onBack: () => void;
}

/** The second step: a passphrase, a new one where a library is begun and its own where one is joined. */
export function PassphraseForm({ tested, deviceName, onSetUp, onDone, onBack }: Props) {
  const { t } = useStrings();
  const say = useTrouble();
  const passphrase = usePassphrase();
  const [known, setKnown] = useState('');
  const [name, setName] = useState(deviceName);
  const [pictures, setPictures] = useState<SyncPictures>('all');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const joins = tested.holds === 'library';

  const setUp = async (): Promise<void> => {
    if (!joins && !passphrase.check()) return;
    setWorking(true);
    setProblem(null);
    const outcome = await onSetUp({
      how: joins ? 'join' : 'begin',
      place: tested.place,
      placeLabel: tested.label,
      passphrase: joins ? known : passphrase.value,
      deviceName: name.trim() || deviceName,
      pictures,
    });
    setWorking(false);
    if (outcome.ok) onDone(outcome.sheet);
    else setProblem(say(outcome.trouble));
  };
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking) void setUp();
      }}
    >
      <p>{t(joins ? 'syncJoinText' : 'syncBeginText', tested.label)}</p>
      {joins ? (
        <SyncField
          label={t('syncPassphraseOrKey')}
          type="password"
          value={known}
          autocomplete="current-password"
          onInput={setKnown}
        />
      ) : (
        <NewPassphrase {...passphrase} />
      )}
      <SyncField label={t('syncDeviceName')} hint={t('syncDeviceNameHint')} value={name} onInput={setName} />
      <PicturesChoice value={pictures} onChange={setPictures} />
      <p class="sync-problem" role="alert">
        {problem}
      </p>
      <p class="sync-form__buttons">
        <button type="submit" class="button button--primary" aria-disabled={isWorking}>
          {t(isWorking ? 'syncWorking' : joins ? 'syncJoin' : 'syncBegin')}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {t('syncBack')}
        </button>
      </p>
    </form>
  );
}
