import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { RecoverySheet, SyncPictures } from '../../utils/sync/sync-types.ts';
import { Button, PrimaryButton, SubmitButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SyncField, useErrorMessage } from './SyncField.tsx';
import type { RemoteKindView, SetUpActions, TestedRemote } from './sync-view-types.ts';

export interface SyncSetUpProps extends SetUpActions {
  kinds: readonly RemoteKindView[];
  /** The device's default name. */
  deviceName: string;
  onPrint: () => void;
  /** Called when the user confirms having kept the recovery sheet. */
  onDone: () => void;
}

const STEP_COUNT = 3;

/** The setup wizard. Its steps are the remote store, the passphrase and the recovery sheet. */
export function SyncSetUp(props: SyncSetUpProps) {
  const { t, formatNumber } = useStrings();
  const [tested, setTested] = useState<TestedRemote | null>(null);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const step = tested === null ? 1 : sheet === null ? 2 : 3;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // The focused element was removed with the previous step.
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  const title =
    step === 1
      ? t('syncStepPlace')
      : step === 3
        ? t('syncStepSheet')
        : t(tested?.holds === 'library' ? 'syncStepJoin' : 'syncStepPassphrase');
  return (
    <section class="sync-step">
      {step === 1 && <p class="sync-intro">{t('syncIntro')}</p>}
      <p class="kicker">{t('syncStep', formatNumber(step), formatNumber(STEP_COUNT))}</p>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {tested === null ? (
        <>
          <RemoteForm {...props} onTested={setTested} />
          <p class="note sync-sees">{t('syncSees')}</p>
        </>
      ) : sheet === null ? (
        <PassphraseForm {...props} tested={tested} onDone={setSheet} onBack={() => setTested(null)} />
      ) : (
        <>
          <p class="sync-step__text">{t('syncSheetWhy')}</p>
          <RecoverySheetView sheet={sheet} place={tested.label} />
          <p class="sync-form__buttons">
            <PrimaryButton onClick={props.onPrint}>{t('syncPrint')}</PrimaryButton>
            <Button onClick={props.onDone}>{t('syncSheetKept')}</Button>
          </p>
        </>
      )}
    </section>
  );
}

interface RemoteFormProps extends Pick<SetUpActions, 'isUnencrypted' | 'onPickFolder' | 'onTest'> {
  kinds: readonly RemoteKindView[];
  onTested: (tested: TestedRemote) => void;
}

type Values = Readonly<Record<string, string>>;

const getInitialValues = (kind: RemoteKindView | undefined): Values =>
  Object.fromEntries((kind?.fields ?? []).map(({ name, initial = '' }) => [name, initial]));

/** The first step: choosing a remote store and testing it. */
function RemoteForm({ kinds, isUnencrypted, onPickFolder, onTest, onTested }: RemoteFormProps) {
  const { t, find } = useStrings();
  const describeError = useErrorMessage();
  const [kind, setKind] = useState<RemoteKindView | undefined>(kinds.find(({ isSupported }) => isSupported));
  const [values, setValues] = useState<Values>(() => getInitialValues(kind));
  const [problem, setProblem] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const isComplete = kind?.usesFolderPicker !== true || values.name !== undefined;
  if (kind === undefined) return null;

  const choose = (next: RemoteKindView): void => {
    setKind(next);
    setValues(getInitialValues(next));
    setProblem(null);
  };
  const test = async (): Promise<void> => {
    // Call it before any `await`, since requesting a permission requires user activation.
    const testing = onTest(kind.id, values);
    setTesting(true);
    setProblem(null);
    const outcome = await testing;
    setTesting(false);
    if (!outcome.ok) setProblem(describeError(outcome.trouble));
    else if (outcome.holds === 'other') setProblem(t('syncError_foreignFolder'));
    else onTested(outcome);
  };
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTesting) void test();
      }}
    >
      <fieldset class="sync-kinds" hidden={kinds.length === 1}>
        <legend class="visually-hidden">{t('syncStepPlace')}</legend>
        {kinds.map((option) => (
          <label key={option.id} class="sync-kind">
            <input
              type="radio"
              name="place-kind"
              value={option.id}
              checked={option.id === kind.id}
              disabled={!option.isSupported}
              onChange={() => choose(option)}
            />
            <span>
              <span class="sync-kind__name">{find(`placeKind_${option.id}`)}</span>
              <span class="note">
                {option.isSupported ? find(`placeKindText_${option.id}`) : t('placeError_noFolders')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind.fields.map(({ name, type, isOptional }) => (
        <SyncField
          key={name}
          label={find(`placeField_${name}`) ?? name}
          hint={find(`placeFieldHint_${name}`)}
          type={type}
          value={values[name] ?? ''}
          isOptional={isOptional === true}
          onInput={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      {kind.usesFolderPicker && (
        <p class="sync-form__pick">
          <Button
            onClick={async () => {
              const picked = await onPickFolder(kind.id);
              if (picked !== null) setValues(picked);
            }}
          >
            {t('syncChooseFolder')}
          </Button>{' '}
          {values.name !== undefined && <span>{t('syncChosen', values.name)}</span>}
        </p>
      )}
      {isUnencrypted(kind.id, values) && (
        <p class="sync-warning" role="status">
          {t('syncPlain')}
        </p>
      )}
      <p class="sync-problem" role="alert">
        {problem}
      </p>
      <SubmitButton aria-disabled={isTesting} disabled={!isComplete}>
        {t(isTesting ? 'syncTesting' : 'syncTest')}
      </SubmitButton>
    </form>
  );
}

interface PassphraseFormProps extends Pick<SetUpActions, 'onSetUp'> {
  tested: TestedRemote;
  deviceName: string;
  onDone: (sheet: RecoverySheet) => void;
  onBack: () => void;
}

/** The second step: a new passphrase for a new library, or the existing one when joining. */
export function PassphraseForm({ tested, deviceName, onSetUp, onDone, onBack }: PassphraseFormProps) {
  const { t } = useStrings();
  const describeError = useErrorMessage();
  const passphrase = usePassphrase();
  const [existingPassphrase, setExistingPassphrase] = useState('');
  const [name, setName] = useState(deviceName);
  const [pictures, setPictures] = useState<SyncPictures>('all');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const isJoining = tested.holds === 'library';

  const setUp = async (): Promise<void> => {
    if (!isJoining && !passphrase.check()) return;
    setWorking(true);
    setProblem(null);
    const outcome = await onSetUp({
      how: isJoining ? 'join' : 'begin',
      place: tested.place,
      placeLabel: tested.label,
      passphrase: isJoining ? existingPassphrase : passphrase.value,
      deviceName: name.trim() || deviceName,
      pictures,
    });
    setWorking(false);
    if (outcome.ok) onDone(outcome.sheet);
    else setProblem(describeError(outcome.trouble));
  };
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking) void setUp();
      }}
    >
      <p>{t(isJoining ? 'syncJoinText' : 'syncBeginText', tested.label)}</p>
      {isJoining ? (
        <SyncField
          label={t('syncPassphraseOrKey')}
          type="password"
          value={existingPassphrase}
          autocomplete="current-password"
          onInput={setExistingPassphrase}
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
        <SubmitButton aria-disabled={isWorking}>
          {t(isWorking ? 'syncWorking' : isJoining ? 'syncJoin' : 'syncBegin')}
        </SubmitButton>
        <Button onClick={onBack}>{t('syncBack')}</Button>
      </p>
    </form>
  );
}

/** Minimum length in UTF-16 code units. Anyone with access to the remote files can run a brute-force attack offline. */
const MIN_PASSPHRASE_LENGTH = 12;

interface PassphraseState {
  value: string;
  repeated: string;
  problem: 'syncPassphraseShort' | 'syncPassphraseDiffers' | null;
  onInput: (value: string) => void;
  onRepeatedInput: (value: string) => void;
}

/** The state of a new passphrase and its repetition. `check` validates them and shows an error until the next input. */
export function usePassphrase(): PassphraseState & { check: () => boolean } {
  const [value, setValue] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problem, setProblem] = useState<PassphraseState['problem']>(null);
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(null);
  };
  return {
    value,
    repeated,
    problem,
    onInput: change(setValue),
    onRepeatedInput: change(setRepeated),
    check: () => {
      const newProblem =
        value.length < MIN_PASSPHRASE_LENGTH
          ? 'syncPassphraseShort'
          : value === repeated
            ? null
            : 'syncPassphraseDiffers';
      setProblem(newProblem);
      return newProblem === null;
    },
  };
}

export function NewPassphrase({ value, repeated, problem, onInput, onRepeatedInput }: PassphraseState) {
  const { t, formatNumber } = useStrings();
  return (
    <>
      <SyncField
        label={t('syncPassphraseNew')}
        hint={t('syncPassphraseHint', formatNumber(MIN_PASSPHRASE_LENGTH))}
        error={problem === 'syncPassphraseShort' ? t(problem, formatNumber(MIN_PASSPHRASE_LENGTH)) : null}
        type="password"
        value={value}
        autocomplete="new-password"
        onInput={onInput}
      />
      <SyncField
        label={t('syncPassphraseAgain')}
        error={problem === 'syncPassphraseDiffers' ? t(problem) : null}
        type="password"
        value={repeated}
        autocomplete="new-password"
        onInput={onRepeatedInput}
      />
    </>
  );
}

/** Whether the browser can distinguish Wi-Fi from a metered network. */
export const CanDetectWifiContext = createContext(false);

interface PicturesChoiceProps {
  value: SyncPictures;
  onChange: (value: SyncPictures) => void;
}

/** The setting for whether this device syncs images. */
export function PicturesChoice({ value, onChange }: PicturesChoiceProps) {
  const { t } = useStrings();
  const reportsConnectionType = useContext(CanDetectWifiContext);
  return (
    <div class="sync-pictures">
      <span class="sync-pictures__name">{t('syncPictures')}</span>
      <SegmentedControl
        label={t('syncPictures')}
        options={{
          all: 'syncPicturesAll',
          ...(reportsConnectionType ? { wifi: 'syncPicturesWifi' } : undefined),
          none: 'syncPicturesNone',
        }}
        // If Wi-Fi cannot be detected, “only on Wi-Fi” means never.
        value={value === 'wifi' && !reportsConnectionType ? 'none' : value}
        onChange={onChange}
      />
    </div>
  );
}

interface RecoverySheetViewProps {
  sheet: RecoverySheet;
  /** The store's name for the user. */
  place: string;
}

/** The printable recovery sheet. The print style sheet hides everything else. */
export function RecoverySheetView({ sheet, place }: RecoverySheetViewProps) {
  const { t, locale } = useStrings();
  return (
    <section class="recovery-sheet" aria-label={t('syncSheetTitle')}>
      <h2>{t('syncSheetHead')}</h2>
      <dl>
        <dt>{t('syncSheetPlace')}</dt>
        <dd dir="auto">{place}</dd>
        <dt>{t('syncSheetBegun')}</dt>
        <dd>{formatDate(sheet.begunAt, locale)}</dd>
        <dt>{t('syncSheetKey')}</dt>
        <dd>
          <code class="recovery-sheet__key" dir="ltr">
            {sheet.identity}
          </code>
        </dd>
      </dl>
      <p>{t('syncSheetUse')}</p>
      <p>
        {t('syncSheetByHand')} <code dir="ltr">age --decrypt --identity key.txt</code>
      </p>
    </section>
  );
}
