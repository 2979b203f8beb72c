import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { RecoverySheet, SyncPictures } from '../../utils/sync/sync-types.ts';
import { Button, PrimaryButton, SubmitButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SyncField, useErrorMessage } from './SyncField.tsx';
import type { PlaceKindView, SetUpActions, TestedPlace } from './sync-view-types.ts';

export interface SyncSetUpProps extends SetUpActions {
  kinds: readonly PlaceKindView[];
  /** The device's default name. */
  deviceName: string;
  onPrint: () => void;
  /** Called once the recovery sheet has been kept. */
  onDone: () => void;
}

const STEPS = 3;

/** A key that resets the form if a policy changes its initial values. */
const getFormKey = (kinds: readonly PlaceKindView[]): string =>
  JSON.stringify(kinds.map(({ id, fields }) => [id, fields.map(({ initial = '' }) => initial)]));

/** Sets up sync: remote store, passphrase, recovery sheet. */
export function SyncSetUp(props: SyncSetUpProps) {
  const { t, formatNumber } = useStrings();
  const [tested, setTested] = useState<TestedPlace | null>(null);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const step = tested === null ? 1 : sheet === null ? 2 : 3;
  const head = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // The focused element was removed together with its step.
  useEffect(() => {
    if (!isFirst.current) head.current?.focus();
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
      <p class="kicker">{t('syncStep', formatNumber(step), formatNumber(STEPS))}</p>
      <h2 ref={head} tabIndex={-1}>
        {title}
      </h2>
      {tested === null ? (
        <>
          <PlaceForm key={getFormKey(props.kinds)} {...props} onTested={setTested} />
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

interface PlaceFormProps extends Pick<SetUpActions, 'isPlain' | 'onPick' | 'onTest'> {
  kinds: readonly PlaceKindView[];
  onTested: (tested: TestedPlace) => void;
}

type Values = Readonly<Record<string, string>>;

const getInitialValues = (kind: PlaceKindView | undefined): Values =>
  Object.fromEntries((kind?.fields ?? []).map(({ name, initial = '' }) => [name, initial]));

/** The first step: choosing a remote store and testing it. */
function PlaceForm({ kinds, isPlain, onPick, onTest, onTested }: PlaceFormProps) {
  const { t, find } = useStrings();
  const describeError = useErrorMessage();
  const [kind, setKind] = useState<PlaceKindView | undefined>(kinds.find(({ isOffered }) => isOffered));
  const [values, setValues] = useState<Values>(() => getInitialValues(kind));
  const [problem, setProblem] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const isPicked = kind?.isPicked !== true || values.name !== undefined;
  if (kind === undefined) return null;

  const choose = (next: PlaceKindView): void => {
    setKind(next);
    setValues(getInitialValues(next));
    setProblem(null);
  };
  const test = async (): Promise<void> => {
    // Inside the click, since the browser may have to ask for a permission.
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
        {kinds.map((one) => (
          <label key={one.id} class="sync-kind">
            <input
              type="radio"
              name="place-kind"
              value={one.id}
              checked={one.id === kind.id}
              disabled={!one.isOffered}
              onChange={() => choose(one)}
            />
            <span>
              <span class="sync-kind__name">{find(`placeKind_${one.id}`)}</span>
              <span class="note">
                {one.isOffered ? find(`placeKindText_${one.id}`) : t('placeError_noFolders')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind.fields.map(({ name, type, isOptional, isManaged }) => (
        <SyncField
          key={name}
          label={find(`placeField_${name}`) ?? name}
          hint={find(`placeFieldHint_${name}`)}
          type={type}
          value={values[name] ?? ''}
          isOptional={isOptional === true}
          isManaged={isManaged === true}
          onInput={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      {kind.isPicked && (
        <p class="sync-form__pick">
          <Button
            onClick={async () => {
              const picked = await onPick(kind.id);
              if (picked !== null) setValues(picked);
            }}
          >
            {t('syncChooseFolder')}
          </Button>{' '}
          {values.name !== undefined && <span>{t('syncChosen', values.name)}</span>}
        </p>
      )}
      {isPlain(kind.id, values) && (
        <p class="sync-warning" role="status">
          {t('syncPlain')}
        </p>
      )}
      <p class="sync-problem" role="alert">
        {problem}
      </p>
      <SubmitButton aria-disabled={isTesting} disabled={!isPicked}>
        {t(isTesting ? 'syncTesting' : 'syncTest')}
      </SubmitButton>
    </form>
  );
}

interface PassphraseFormProps extends Pick<SetUpActions, 'onSetUp'> {
  tested: TestedPlace;
  deviceName: string;
  onDone: (sheet: RecoverySheet) => void;
  onBack: () => void;
}

/** The second step: a new passphrase for a new library, or the existing one when joining. */
export function PassphraseForm({ tested, deviceName, onSetUp, onDone, onBack }: PassphraseFormProps) {
  const { t } = useStrings();
  const describeError = useErrorMessage();
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
        <SubmitButton aria-disabled={isWorking}>
          {t(isWorking ? 'syncWorking' : joins ? 'syncJoin' : 'syncBegin')}
        </SubmitButton>
        <Button onClick={onBack}>{t('syncBack')}</Button>
      </p>
    </form>
  );
}

/** Minimum length in characters: anyone with access to the remote files can try passphrases indefinitely. */
const MIN_PASSPHRASE_LENGTH = 12;

interface PassphraseState {
  value: string;
  again: string;
  problem: 'syncPassphraseShort' | 'syncPassphraseDiffers' | null;
  onValue: (value: string) => void;
  onAgain: (value: string) => void;
}

/** The state of a passphrase typed twice. `check` validates it; from then on errors are shown while typing. */
export function usePassphrase(): PassphraseState & { check: () => boolean } {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<PassphraseState['problem']>(null);
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(null);
  };
  return {
    value,
    again,
    problem,
    onValue: change(setValue),
    onAgain: change(setAgain),
    check: () => {
      const found =
        value.length < MIN_PASSPHRASE_LENGTH
          ? 'syncPassphraseShort'
          : value === again
            ? null
            : 'syncPassphraseDiffers';
      setProblem(found);
      return found === null;
    },
  };
}

export function NewPassphrase({ value, again, problem, onValue, onAgain }: PassphraseState) {
  const { t, formatNumber } = useStrings();
  return (
    <>
      <SyncField
        label={t('syncPassphraseNew')}
        hint={t('syncPassphraseHint', formatNumber(MIN_PASSPHRASE_LENGTH))}
        problem={problem === 'syncPassphraseShort' ? t(problem, formatNumber(MIN_PASSPHRASE_LENGTH)) : null}
        type="password"
        value={value}
        autocomplete="new-password"
        onInput={onValue}
      />
      <SyncField
        label={t('syncPassphraseAgain')}
        problem={problem === 'syncPassphraseDiffers' ? t(problem) : null}
        type="password"
        value={again}
        autocomplete="new-password"
        onInput={onAgain}
      />
    </>
  );
}

/** True if the browser can tell Wi-Fi from a metered network. */
export const TellsNetworkContext = createContext(false);

interface PicturesChoiceProps {
  value: SyncPictures;
  onChange: (value: SyncPictures) => void;
}

/** Whether images are synced to and from this device. */
export function PicturesChoice({ value, onChange }: PicturesChoiceProps) {
  const { t } = useStrings();
  const reportsConnectionType = useContext(TellsNetworkContext);
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
        // If Wi-Fi cannot be detected, images that wait for it are never synced.
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

/** The recovery sheet for printing. Everything else is hidden in print. */
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
