import { useId, useState } from 'preact/hooks';
import type { ReadingAccess, UnderlineQuotes } from '../../utils/settings/schema.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button, IconButton, TextButton } from '../ui/Button.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import './setup-choices.css';

export interface SiteAccessChoiceProps {
  access: ReadingAccess;
  /** The selected sites, and whether the browser allows access to them. */
  selectedSites: readonly { host: string; isAllowed: boolean }[];
  /** Whether the browser allows access to all sites. */
  isAllowedEverywhere: boolean;
  /** Opens the browser's settings for the extension; null if the extension can revoke access itself. */
  onOpenBrowserSettings: (() => void) | null;
  /** Whether the last permission request was denied. */
  wasRefused: boolean;
  /** The next three request a permission, so they must be called in a click handler (user activation). */
  onAccessChange: (reading: ReadingAccess) => void;
  onAddSite: (host: string) => void;
  /** Requests the permission for a site, or for all sites if `host` is null. */
  onRequestPermission: (host: string | null) => void;
  onRemoveSite: (host: string) => void;
}

const ACCESS_LEVELS: readonly (readonly [ReadingAccess, MessageKey, MessageKey])[] = [
  ['all', 'readingAll', 'readingAllText'],
  ['chosen', 'readingChosen', 'readingChosenText'],
  ['click', 'readingClick', 'readingClickText'],
];

/** Radio buttons for the access level, with a note if the browser's permissions don't match the selected one. */
export function SiteAccessChoice(props: SiteAccessChoiceProps) {
  const { t } = useStrings();
  const groupName = useId();
  const { access, isAllowedEverywhere } = props;
  return (
    <>
      <fieldset class="rungs">
        <legend class="visually-hidden">{t('readingTitle')}</legend>
        {ACCESS_LEVELS.map(([value, title, text]) => (
          <label key={value} class="rung">
            <input
              type="radio"
              name={groupName}
              value={value}
              checked={access === value}
              aria-describedby={`${groupName}-${value}`}
              onChange={() => props.onAccessChange(value)}
            />
            <span>
              <b class="rung__title">{t(title)}</b>
              <span class="rung__text" id={`${groupName}-${value}`}>
                {t(text)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="note note--bad" role="alert">
        {props.wasRefused && t('readingRefused')}
      </p>
      {access === 'all' && !isAllowedEverywhere && (
        <p class="rungs__note">
          {t('readingNotAllowed')}{' '}
          <Button onClick={() => props.onRequestPermission(null)}>{t('optionsAccessGive')}</Button>
        </p>
      )}
      {access === 'chosen' && <SelectedSites {...props} />}
      {access !== 'all' && isAllowedEverywhere && props.onOpenBrowserSettings !== null && (
        <p class="rungs__note">
          {t('readingBrowserKeeps')}{' '}
          <TextButton onClick={props.onOpenBrowserSettings}>{t('readingBrowserSettings')}</TextButton>
        </p>
      )}
    </>
  );
}

function SelectedSites({
  selectedSites,
  onAddSite,
  onRequestPermission,
  onRemoveSite,
}: SiteAccessChoiceProps) {
  const { t } = useStrings();
  const announce = useAnnounce();
  return (
    <div class="chosen">
      {selectedSites.length === 0 && <p class="note">{t('readingSitesNone')}</p>}
      <ul class="chosen__list" aria-label={t('readingSites')}>
        {selectedSites.map(({ host, isAllowed }) => (
          <li key={host} class="chosen__site">
            <b>{host}</b>
            {!isAllowed && (
              <>
                <span class="note">{t('readingSiteNotAllowed')}</span>
                <TextButton onClick={() => onRequestPermission(host)}>{t('readingAllow')}</TextButton>
              </>
            )}
            <IconButton
              icon="close"
              label={t('readingSiteRemove', host)}
              title={t('actionRemove')}
              onClick={() => {
                onRemoveSite(host);
                announce(t('optionsSiteRemoved', host));
              }}
            />
          </li>
        ))}
      </ul>
      <AddSiteForm onAdd={onAddSite} />
    </div>
  );
}

/** Converts a typed address or host to a site key; returns `''` if the input is invalid. */
export function parseSiteKey(input: string): string {
  const text = input.trim();
  if (text === '' || /\s/.test(text)) return '';
  const host = siteKey(/^https?:/i.test(text) ? text : `https://${text}`);
  return host.includes('.') || host === 'localhost' ? host : '';
}

/** A form for adding a site by its host or any of its addresses. `onAdd` receives the site key. */
export function AddSiteForm({ onAdd }: { onAdd: (host: string) => void }) {
  const { t } = useStrings();
  const errorId = useId();
  const [input, setInput] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  return (
    <form
      class="site-add"
      onSubmit={(event) => {
        event.preventDefault();
        const host = parseSiteKey(input);
        setInvalid(host === '');
        if (host === '') return;
        onAdd(host);
        setInput('');
      }}
    >
      <input
        class="text-field"
        value={input}
        placeholder={t('optionsSitePlaceholder')}
        aria-label={t('optionsSiteAdd')}
        aria-invalid={isInvalid}
        aria-describedby={errorId}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setInput(event.currentTarget.value);
          setInvalid(false);
        }}
      />
      <Button type="submit">{t('optionsSiteAdd')}</Button>
      <span id={errorId} class="note note--bad" role="alert">
        {isInvalid && t('optionsSiteInvalid')}
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
  /** Opens the browser's page for configuring shortcuts; null on a phone. */
  onConfigureShortcuts: (() => void) | null;
}

/** Lists the keyboard commands with their current keys, and a button for changing them. */
export function CommandList({ commands, onConfigureShortcuts }: CommandsProps) {
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
      {onConfigureShortcuts !== null && (
        <Button onClick={onConfigureShortcuts}>{t('optionsShortcutsChange')}</Button>
      )}
    </>
  );
}

export interface UnderlineChoiceProps {
  value: UnderlineQuotes;
  onChange: (value: UnderlineQuotes) => void;
}

/** The setting for when quotes are underlined on article pages. */
export function UnderlineChoice({ value, onChange }: UnderlineChoiceProps) {
  const { t } = useStrings();
  return (
    <div class="underline-choice">
      <span>
        <span class="underline-choice__name">{t('underlineTitle')}</span>
        <span class="underline-choice__hint">{t('underlineText')}</span>
      </span>
      <SegmentedControl<UnderlineQuotes>
        label={t('underlineTitle')}
        options={{ always: 'underlineAlways', open: 'underlineOpen', off: 'underlineOff' }}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
