import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { cutAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import './correct-speaker.css';

/** Characters of the quote that are shown as a reminder. */
const REMINDER = 160;

interface Props {
  quote: Quote;
  voices: readonly Voice[];
  /** Other quotes of the article that were given to the same speaker. */
  others: number;
  onCorrect: (speaker: string | null, everywhere: boolean) => void;
  onClose: () => void;
}

/** Asks the user who said a quote. */
export function CorrectSpeaker({ quote, voices, others, onCorrect, onClose }: Props) {
  const { t, count } = useStrings();
  const id = useId();
  const names = voices.flatMap(({ name, role }) => (name === null ? [] : [{ name, role }]));
  const [chosen, setChosen] = useState(quote.resolvedSpeaker === null ? '?' : `=${quote.resolvedSpeaker}`);
  const [written, setWritten] = useState('');
  const [everywhere, setEverywhere] = useState(true);
  const form = useRef<HTMLFormElement>(null);
  // Not at the button that closes, where the browser begins: the answer at hand.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const speaker = chosen === '+' ? written.trim() : chosen === '?' ? null : chosen.slice(1);
  const choice = (value: string, label: string, role: string | null) => (
    <label key={value} class="speaker-choice">
      <input
        type="radio"
        name={id}
        value={value}
        checked={chosen === value}
        onChange={() => setChosen(value)}
      />
      <span dir="auto">
        {label}
        {role !== null && <span class="speaker-choice__role">{role}</span>}
      </span>
    </label>
  );
  return (
    <Sheet title={t('correctTitle')} onClose={onClose}>
      {(close) => (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            if (speaker === '') return;
            onCorrect(speaker, everywhere && others > 0);
            close();
          }}
        >
          <p class="speaker-choice__quote" dir="auto">
            <span class="verbatim">{cutAtClause(quote.text, REMINDER)}</span>
          </p>
          <fieldset class="speaker-choices">
            <legend class="visually-hidden">{t('correctTitle')}</legend>
            {names.map(({ name, role }) => choice(`=${name}`, name, role))}
            {choice('+', t('correctSomebodyElse'), null)}
            {chosen === '+' && (
              <input
                class="speaker-choice__name"
                type="text"
                dir="auto"
                maxLength={120}
                aria-label={t('correctName')}
                placeholder={t('correctName')}
                value={written}
                ref={(field) => field?.focus()}
                onInput={(event) => setWritten(event.currentTarget.value)}
              />
            )}
            {choice('?', t('speakerUnclear'), null)}
          </fieldset>
          {others > 0 && (
            <label class="speaker-choice speaker-choice--apart">
              <input
                type="checkbox"
                checked={everywhere}
                onChange={(event) => setEverywhere(event.currentTarget.checked)}
              />
              <span dir="auto">
                {count('correctOthers', others, quote.resolvedSpeaker ?? t('speakerUnclear'))}
              </span>
            </label>
          )}
          <div class="sheet__actions">
            <button type="submit" class="button button--primary" disabled={speaker === ''}>
              {t('correctKeep')}
            </button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
