import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SpeakerCorrection } from '../../utils/quotes/corrections.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { SubmitButton } from '../ui/Button.tsx';
import { truncateAtClause } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import './correct-speaker.css';

/** Maximum length of the quote shown, in characters. */
const MAX_QUOTE_LENGTH = 160;
/** Maximum length of the speaker's other quotes, in characters. */
const MAX_OTHER_LENGTH = 70;

/** Focuses a field when it is mounted. A new function at each render would focus it each time. */
const focusField = (field: HTMLInputElement | null): void => field?.focus();

interface Props {
  /** The quote to correct. */
  quote: Quote;
  /** Its index in `quotes`. */
  index: number;
  /** All quotes of the article. */
  quotes: readonly Quote[];
  voices: readonly QuotedSpeaker[];
  onCorrect: (correction: SpeakerCorrection) => void;
  onClose: () => void;
}

/**
 * A sheet for correcting the speaker or role of a quote, and of other quotes attributed to the same speaker. Those that
 * belong to the same statement are selected initially.
 */
export function CorrectSpeakerSheet({ index, quote, quotes, voices, onCorrect, onClose }: Props) {
  const { t } = useStrings();
  const id = useId();
  const others = quotes.flatMap(({ text, group, resolvedSpeaker }, otherIndex) =>
    otherIndex !== index && resolvedSpeaker === quote.resolvedSpeaker
      ? [{ index: otherIndex, text, isSameStatement: group === quote.group }]
      : [],
  );
  const candidates = voices.flatMap(({ name, role }, position) =>
    name === null || voices.findIndex((voice) => voice.name === name) < position ? [] : [{ name, role }],
  );
  /** `=<name>` for a known speaker, `+` for a typed name, `?` for unclear. */
  const [selected, setSelected] = useState(
    quote.resolvedSpeaker === null ? '?' : `=${quote.resolvedSpeaker}`,
  );
  const [typedName, setTypedName] = useState('');
  const [typedRole, setTypedRole] = useState<string | null>(null);
  const [checkedOthers, setCheckedOthers] = useState<readonly number[]>(() =>
    others.filter(({ isSameStatement }) => isSameStatement).map((other) => other.index),
  );
  const form = useRef<HTMLFormElement>(null);
  // Browsers focus the Close button initially; the selected answer is more useful.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const speaker = selected === '+' ? typedName.trim() : selected === '?' ? null : selected.slice(1);
  const knownRole = candidates.find(({ name }) => name === speaker)?.role ?? null;
  const role = typedRole === null ? knownRole : typedRole.trim() || null;
  const correct = (): void => {
    // A role belongs to the person, so a new one applies to all quotes that are certainly theirs.
    const certainSpeakers =
      role === knownRole ? [] : voices.filter(({ name, probable }) => name === speaker && !probable);
    const indices = new Set([index, ...checkedOthers, ...certainSpeakers.flatMap((voice) => voice.quotes)]);
    onCorrect({ indices: [...indices], speaker, ...(role === knownRole ? {} : { role }) });
  };
  const renderChoice = (value: string, label: string, role: string | null) => (
    <label key={value} class="speaker-choice">
      <input
        type="radio"
        name={id}
        value={value}
        checked={selected === value}
        onChange={() => setSelected(value)}
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
            correct();
            close();
          }}
        >
          <p class="speaker-choice__quote" dir="auto">
            <span class="verbatim">{truncateAtClause(quote.text, MAX_QUOTE_LENGTH)}</span>
          </p>
          <fieldset class="speaker-choices">
            <legend class="visually-hidden">{t('correctTitle')}</legend>
            {candidates.map(({ name, role }) => renderChoice(`=${name}`, name, role))}
            {renderChoice('+', t('correctSomebodyElse'), null)}
            {selected === '+' && (
              <input
                class="speaker-choice__name"
                type="text"
                dir="auto"
                maxLength={LINE_LIMITS.speaker}
                aria-label={t('correctName')}
                placeholder={t('correctName')}
                value={typedName}
                ref={focusField}
                onInput={(event) => setTypedName(event.currentTarget.value)}
              />
            )}
            {renderChoice('?', t('speakerUnclear'), null)}
          </fieldset>
          {speaker !== null && (
            <label class="speaker-role">
              {t('correctRole')}
              <input
                type="text"
                dir="auto"
                maxLength={LINE_LIMITS.role}
                value={typedRole ?? knownRole ?? ''}
                onInput={(event) => setTypedRole(event.currentTarget.value)}
              />
            </label>
          )}
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
                      checked={checkedOthers.includes(index)}
                      onChange={({ currentTarget: { checked } }) =>
                        setCheckedOthers(
                          checked
                            ? [...checkedOthers, index]
                            : checkedOthers.filter((checkedIndex) => checkedIndex !== index),
                        )
                      }
                    />
                    <span class="speaker-others__words verbatim" dir="auto">
                      {truncateAtClause(text, MAX_OTHER_LENGTH)}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          <div class="sheet__actions">
            <SubmitButton disabled={speaker === ''}>{t('correctKeep')}</SubmitButton>
          </div>
        </form>
      )}
    </Sheet>
  );
}
