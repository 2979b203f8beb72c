import { useId, useState } from 'preact/hooks';
import type { ReadingAccess, UnderlineQuotes } from '../../utils/settings/schema.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button, IconButton, TextButton } from '../ui/Button.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import './setup-choices.css';

export interface ReadingChoiceProps {
  reading: ReadingAccess;
  /** The parts set by an organisation's policy. */
  isManaged?: { reading: boolean; chosen: boolean };
  /** The selected sites, and whether the browser allows access to them. */
  chosen: readonly { host: string; isAllowed: boolean }[];
  /** The browser allows access to all sites. */
  isAllowedEverywhere: boolean;
  /** Opens the browser's settings for the extension; null if the extension can revoke access itself. */
  onBrowserSettings: (() => void) | null;
  /** The browser refused the last request. */
  isRefused: boolean;
  /** These three ask the browser for a permission and must be called inside the click. */
  onReading: (reading: ReadingAccess) => void;
  onChoose: (host: string) => void;
  onAllow: (host: string | null) => void;
  onRemove: (host: string) => void;
}

const ACCESS_LEVELS: readonly (readonly [ReadingAccess, MessageKey, MessageKey])[] = [
  ['all', 'readingAll', 'readingAllText'],
  ['chosen', 'readingChosen', 'readingChosenText'],
  ['click', 'readingClick', 'readingClickText'],
];

/** The three levels of access, each explained, and whether the browser allows the selected one. */
export function ReadingChoice(props: ReadingChoiceProps) {
  const { t } = useStrings();
  const name = useId();
  const { reading, isAllowedEverywhere, isManaged = { reading: false, chosen: false } } = props;
  return (
    <>
      {isManaged.reading && <ManagedNote />}
      <fieldset class="rungs" disabled={isManaged.reading}>
        <legend class="visually-hidden">{t('readingTitle')}</legend>
        {ACCESS_LEVELS.map(([value, title, text]) => (
          <label key={value} class="rung">
            <input
              type="radio"
              name={name}
              value={value}
              checked={reading === value}
              aria-describedby={`${name}-${value}`}
              onChange={() => props.onReading(value)}
            />
            <span>
              <b class="rung__title">{t(title)}</b>
              <span class="rung__text" id={`${name}-${value}`}>
                {t(text)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="note note--bad" role="alert">
        {props.isRefused && t('readingRefused')}
      </p>
      {reading === 'all' && !isAllowedEverywhere && (
        <p class="rungs__note">
          {t('readingNotAllowed')}{' '}
          <Button onClick={() => props.onAllow(null)}>{t('optionsAccessGive')}</Button>
        </p>
      )}
      {reading === 'chosen' && <SelectedSites {...props} />}
      {reading !== 'all' && isAllowedEverywhere && props.onBrowserSettings !== null && (
        <p class="rungs__note">
          {t('readingBrowserKeeps')}{' '}
          <TextButton onClick={props.onBrowserSettings}>{t('readingBrowserSettings')}</TextButton>
        </p>
      )}
    </>
  );
}

function SelectedSites({ chosen, isManaged, onChoose, onAllow, onRemove }: ReadingChoiceProps) {
  const { t } = useStrings();
  const announce = useAnnounce();
  return (
    <div class="chosen">
      {chosen.length === 0 && <p class="note">{t('readingSitesNone')}</p>}
      <ul class="chosen__list" aria-label={t('readingSites')}>
        {chosen.map(({ host, isAllowed }) => (
          <li key={host} class="chosen__site">
            <b>{host}</b>
            {!isAllowed && (
              <>
                <span class="note">{t('readingSiteNotAllowed')}</span>
                <TextButton onClick={() => onAllow(host)}>{t('readingAllow')}</TextButton>
              </>
            )}
            {isManaged?.chosen !== true && (
              <IconButton
                icon="close"
                label={t('readingSiteRemove', host)}
                title={t('actionRemove')}
                onClick={() => {
                  onRemove(host);
                  announce(t('optionsSiteRemoved', host));
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {isManaged?.chosen === true ? <ManagedNote /> : <AddSite onAdd={onChoose} />}
    </div>
  );
}

/** Returns a site's key for a typed address or host; `''` if it is neither. */
export function readHost(input: string): string {
  const text = input.trim();
  if (text === '' || /\s/.test(text)) return '';
  const host = siteKey(/^https?:/i.test(text) ? text : `https://${text}`);
  return host.includes('.') || host === 'localhost' ? host : '';
}

/** A field for adding a site by its name or any of its addresses; `onAdd` gets its key. */
export function AddSite({ onAdd }: { onAdd: (host: string) => void }) {
  const { t } = useStrings();
  const wrong = useId();
  const [input, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      class="site-add"
      onSubmit={(event) => {
        event.preventDefault();
        const host = readHost(input);
        setWrong(host === '');
        if (host === '') return;
        onAdd(host);
        setTyped('');
      }}
    >
      <input
        class="text-field"
        value={input}
        placeholder={t('optionsSitePlaceholder')}
        aria-label={t('optionsSiteAdd')}
        aria-invalid={isWrong}
        aria-describedby={wrong}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit">{t('optionsSiteAdd')}</Button>
      <span id={wrong} class="note note--bad" role="alert">
        {isWrong && t('optionsSiteInvalid')}
      </span>
    </form>
  );
}

/** A keyboard command as configured in the browser. */
interface KeyboardCommand {
  name: string;
  description: string;
  /** `''` if no key is assigned. */
  keys: string;
}

export interface CommandsProps {
  /** Empty on a phone, where extensions have no keyboard commands. */
  commands: readonly KeyboardCommand[];
  /** Opens the browser's page for shortcuts; null on a phone. */
  onChangeShortcuts: (() => void) | null;
}

/** The keyboard commands with their actual keys, and how to change them. */
export function CommandList({ commands, onChangeShortcuts }: CommandsProps) {
  const { t } = useStrings();
  if (commands.length === 0) return null;
  return (
    <>
      <dl class="command-list">
        {commands.map(({ name, description, keys }) => (
          <div key={name} class="option-row">
            <dt>{description}</dt>
            <dd>{keys === '' ? t('optionsShortcutNone') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {onChangeShortcuts !== null && (
        <Button onClick={onChangeShortcuts}>{t('optionsShortcutsChange')}</Button>
      )}
    </>
  );
}

export interface UnderlineChoiceProps {
  value: UnderlineQuotes;
  isManaged?: boolean;
  onChange: (value: UnderlineQuotes) => void;
}

/** When quotes are underlined on article pages. */
export function UnderlineChoice({ value, isManaged = false, onChange }: UnderlineChoiceProps) {
  const { t } = useStrings();
  return (
    <div class="underline-choice">
      <span>
        <span class="underline-choice__name">{t('underlineTitle')}</span>
        <span class="underline-choice__hint">{t('underlineText')}</span>
        {isManaged && <ManagedNote />}
      </span>
      <SegmentedControl<UnderlineQuotes>
        label={t('underlineTitle')}
        options={{ always: 'underlineAlways', open: 'underlineOpen', off: 'underlineOff' }}
        value={value}
        isManaged={isManaged}
        onChange={onChange}
      />
    </div>
  );
}
