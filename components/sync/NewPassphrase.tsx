import { useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { SyncField } from './SyncField.tsx';

/** Characters: who gets hold of what is at the place can try passphrases for as long as they like. */
const SHORTEST = 12;

interface PassphraseState {
  value: string;
  again: string;
  problem: 'syncPassphraseShort' | 'syncPassphraseDiffers' | null;
  onValue: (value: string) => void;
  onAgain: (value: string) => void;
}

/** A passphrase that is typed twice. `check` says whether it will do, and from then on what is wrong with it. */
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
        value.length < SHORTEST ? 'syncPassphraseShort' : value === again ? null : 'syncPassphraseDiffers';
      setProblem(found);
      return found === null;
    },
  };
}

export function NewPassphrase({ value, again, problem, onValue, onAgain }: PassphraseState) {
  const { t, number } = useStrings();
  return (
    <>
      <SyncField
        label={t('syncPassphraseNew')}
        hint={t('syncPassphraseHint', number(SHORTEST))}
        problem={problem === 'syncPassphraseShort' ? t(problem, number(SHORTEST)) : null}
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
