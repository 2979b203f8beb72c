import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { cutAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import './correct-speaker.css';

/** Characters of the quote that are shown as a reminder. */
const REMINDER = 160;
/** … and of each of the other quotes. */
const FIRST_WORDS = 70;

interface Props {
  quote: Quote;
  voices: readonly Voice[];
  /** Other quotes of the article that were given to the same speaker. */
  others: readonly { index: number; text: string }[];
  /** Also given the indices of those of the others that are meant as well. */
  onCorrect: (speaker: string | null, others: number[]) => void;
  onClose: () => void;
}

/** Asks the user who said a quote, and which other quotes of the same speaker are that person's, too. */
export function CorrectSpeaker({ quote, voices, others, onCorrect, onClose }: Props) {
  const { t } = useStrings();
  const id = useId();
  const names = voices.flatMap(({ name, role }, at) =>
    name === null || voices.findIndex((voice) => voice.name === name) < at ? [] : [{ name, role }],
  );
  const [chosen, setChosen] = useState(quote.resolvedSpeaker === null ? '?' : `=${quote.resolvedSpeaker}`);
  const [written, setWritten] = useState('');
  const [ticked, setTicked] = useState<readonly number[]>([]);
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
            onCorrect(speaker, [...ticked]);
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
          {others.length > 0 && (
            <fieldset class="speaker-others">
              <legend>
                {quote.resolvedSpeaker === null
                  ? t('correctOthersUnclear')
                  : t('correctOthers', quote.resolvedSpeaker)}
              </legend>
              <div class="speaker-others__list">
                {others.map(({ index, text }) => (
                  <label key={index} class="speaker-choice">
                    <input
                      type="checkbox"
                      checked={ticked.includes(index)}
                      onChange={({ currentTarget: { checked } }) =>
                        setTicked(checked ? [...ticked, index] : ticked.filter((one) => one !== index))
                      }
                    />
                    <span class="speaker-others__words verbatim" dir="auto">
                      {cutAtClause(text, FIRST_WORDS)}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
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
