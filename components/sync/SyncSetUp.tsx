import { useEffect, useRef, useState } from 'preact/hooks';
import type { RecoverySheet } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { PassphraseForm } from './PassphraseForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { RecoverySheetView } from './RecoverySheetView.tsx';
import type { PlaceKindView, SetUpActions, TestedPlace } from './sync-view-types.ts';

export interface SyncSetUpProps extends SetUpActions {
  kinds: readonly PlaceKindView[];
  /** What this device is called until the user says otherwise. */
  deviceName: string;
  onPrint: () => void;
  /** The recovery sheet is kept. */
  onDone: () => void;
}

const STEPS = 3;

/** What the form begins with: where an organisation changes that, it begins anew. */
const filledIn = (kinds: readonly PlaceKindView[]): string =>
  JSON.stringify(kinds.map(({ id, fields }) => [id, fields.map(({ initial = '' }) => initial)]));

/** Sets sync up: the place, the passphrase, the recovery sheet. */
export function SyncSetUp(props: SyncSetUpProps) {
  const { t, number } = useStrings();
  const [tested, setTested] = useState<TestedPlace | null>(null);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const step = tested === null ? 1 : sheet === null ? 2 : 3;
  const head = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // What had the focus is gone with its step.
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
      <p class="kicker">{t('syncStep', number(step), number(STEPS))}</p>
      <h2 ref={head} tabIndex={-1}>
        {title}
      </h2>
      {tested === null ? (
        <>
          <PlaceForm key={filledIn(props.kinds)} {...props} onTested={setTested} />
          <p class="note sync-sees">{t('syncSees')}</p>
        </>
      ) : sheet === null ? (
        <PassphraseForm {...props} tested={tested} onDone={setSheet} onBack={() => setTested(null)} />
      ) : (
        <>
          <p class="sync-step__text">{t('syncSheetWhy')}</p>
          <RecoverySheetView sheet={sheet} place={tested.label} />
          <p class="sync-form__buttons">
            <button type="button" class="button button--primary" onClick={props.onPrint}>
              {t('syncPrint')}
            </button>
            <button type="button" class="button" onClick={props.onDone}>
              {t('syncSheetKept')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
