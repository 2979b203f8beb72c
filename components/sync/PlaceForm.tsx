import { useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { SyncField } from './SyncField.tsx';
import type { PlaceKindView, SetUpActions, TestedPlace } from './sync-view-types.ts';
import { useTrouble } from './use-trouble.ts';

interface Props extends Pick<SetUpActions, 'isPlain' | 'onPick' | 'onTest'> {
  kinds: readonly PlaceKindView[];
  onTested: (tested: TestedPlace) => void;
}

type Values = Readonly<Record<string, string>>;

const initialOf = (kind: PlaceKindView | undefined): Values =>
  Object.fromEntries((kind?.fields ?? []).map(({ name, initial = '' }) => [name, initial]));

/** The first step: which place, and whether it does what is asked of one. */
export function PlaceForm({ kinds, isPlain, onPick, onTest, onTested }: Props) {
  const { t, find } = useStrings();
  const say = useTrouble();
  const [kind, setKind] = useState<PlaceKindView | undefined>(kinds.find(({ isOffered }) => isOffered));
  const [values, setValues] = useState<Values>(() => initialOf(kind));
  const [problem, setProblem] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const isPicked = kind?.isPicked !== true || values.name !== undefined;
  if (kind === undefined) return null;

  const choose = (next: PlaceKindView): void => {
    setKind(next);
    setValues(initialOf(next));
    setProblem(null);
  };
  const test = async (): Promise<void> => {
    // Within the click: the browser may have to ask for access.
    const testing = onTest(kind.id, values);
    setTesting(true);
    setProblem(null);
    const outcome = await testing;
    setTesting(false);
    if (!outcome.ok) setProblem(say(outcome.trouble));
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
          <button
            type="button"
            class="button"
            onClick={async () => {
              const picked = await onPick(kind.id);
              if (picked !== null) setValues(picked);
            }}
          >
            {t('syncChooseFolder')}
          </button>{' '}
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
      <button type="submit" class="button button--primary" aria-disabled={isTesting} disabled={!isPicked}>
        {t(isTesting ? 'syncTesting' : 'syncTest')}
      </button>
    </form>
  );
}
