import { useState } from 'preact/hooks';
import type { RecoverySheet } from '../../utils/sync/sync-types.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { NewPassphrase, usePassphrase } from './NewPassphrase.tsx';
import { RecoverySheetView } from './RecoverySheetView.tsx';
import { SyncField } from './SyncField.tsx';
import type { SyncActions } from './sync-view-types.ts';
import { useTrouble } from './use-trouble.ts';

type Actions = Pick<SyncActions, 'onChangePassphrase' | 'onSheet' | 'onPrint'>;

/** Changing the passphrase, and the recovery sheet once more. Both ask for the passphrase first. */
export function SyncKeys({ place, ...actions }: Actions & { place: string }) {
  const { t } = useStrings();
  const [open, setOpen] = useState<'passphrase' | 'sheet' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section class="sync-section">
      <h2>{t('syncKeys')}</h2>
      <p class="note">{t('syncKeysText')}</p>
      <p class="sync-form__buttons">
        <button type="button" class="button" onClick={() => setOpen('passphrase')}>
          {t('syncChangePassphrase')}
        </button>
        <button type="button" class="button" onClick={() => setOpen('sheet')}>
          {t('syncSheetTitle')}
        </button>
      </p>
      {open === 'passphrase' && <ChangePassphrase {...actions} onClose={close} />}
      {open === 'sheet' && <SheetAgain {...actions} place={place} onClose={close} />}
    </section>
  );
}

function ChangePassphrase({ onChangePassphrase, onClose }: Actions & { onClose: () => void }) {
  const { t } = useStrings();
  const say = useTrouble();
  const announce = useAnnounce();
  const [from, setFrom] = useState('');
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
            const outcome = await onChangePassphrase(from, passphrase.value);
            if (!outcome.ok) {
              setProblem(say(outcome.trouble));
              return;
            }
            announce(t('syncPassphraseChanged'));
            close();
          }}
        >
          <SyncField
            label={t('syncPassphraseOrKey')}
            type="password"
            value={from}
            autocomplete="current-password"
            problem={problem}
            onInput={(value) => {
              setFrom(value);
              setProblem(null);
            }}
          />
          <NewPassphrase {...passphrase} />
          <p class="note">{t('syncPassphraseOthers')}</p>
          <button type="submit" class="button button--primary">
            {t('syncChangePassphrase')}
          </button>
        </form>
      )}
    </Sheet>
  );
}

function SheetAgain({ onSheet, onPrint, place, onClose }: Actions & { place: string; onClose: () => void }) {
  const { t } = useStrings();
  const say = useTrouble();
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
              const outcome = await onSheet(passphrase);
              if (outcome.ok) setSheet(outcome.sheet);
              else setProblem(say(outcome.trouble));
            }}
          >
            <p>{t('syncSheetWhy')}</p>
            <SyncField
              label={t('syncPassphrase')}
              type="password"
              value={passphrase}
              autocomplete="current-password"
              problem={problem}
              onInput={(value) => {
                setPassphrase(value);
                setProblem(null);
              }}
            />
            <button type="submit" class="button button--primary">
              {t('syncSheetShow')}
            </button>
          </form>
        ) : (
          <>
            <RecoverySheetView sheet={sheet} place={place} />
            <button type="button" class="button button--primary" onClick={onPrint}>
              {t('syncPrint')}
            </button>
          </>
        )
      }
    </Sheet>
  );
}
