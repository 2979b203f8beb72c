import { useId } from 'preact/hooks';
import type { ReadingAccess } from '../../utils/settings/schema.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { AddSite } from './AddSite.tsx';
import './reading-choice.css';

export interface ReadingChoiceProps {
  reading: ReadingAccess;
  /** What an organisation decides: how much is read, and which sites are chosen. */
  isManaged?: { reading: boolean; chosen: boolean };
  /** Chosen sites, and whether the browser allows us there. */
  chosen: readonly { host: string; isAllowed: boolean }[];
  /** The browser allows us on all sites. */
  everywhere: boolean;
  /** The browser's own settings of the extension; null where it takes access back when asked to. */
  onBrowserSettings: (() => void) | null;
  /** The browser refused what was asked last. */
  isRefused: boolean;
  /** These three ask the browser and must be called inside the click. */
  onReading: (reading: ReadingAccess) => void;
  onChoose: (host: string) => void;
  onAllow: (host: string | null) => void;
  onForget: (host: string) => void;
}

const RUNGS: readonly (readonly [ReadingAccess, MessageKey, MessageKey])[] = [
  ['all', 'readingAll', 'readingAllText'],
  ['chosen', 'readingChosen', 'readingChosenText'],
  ['click', 'readingClick', 'readingClickText'],
];

/** The three rungs of access, each with what it means; what the browser thinks of the one that is taken. */
export function ReadingChoice(props: ReadingChoiceProps) {
  const { t } = useStrings();
  const name = useId();
  const { reading, everywhere, isManaged = { reading: false, chosen: false } } = props;
  return (
    <>
      {isManaged.reading && <ManagedNote />}
      <fieldset class="rungs" disabled={isManaged.reading}>
        <legend class="visually-hidden">{t('readingTitle')}</legend>
        {RUNGS.map(([value, title, text]) => (
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
      {reading === 'all' && !everywhere && (
        <p class="rungs__note">
          {t('readingNotAllowed')}{' '}
          <button type="button" class="button" onClick={() => props.onAllow(null)}>
            {t('optionsAccessGive')}
          </button>
        </p>
      )}
      {reading === 'chosen' && <Chosen {...props} />}
      {reading !== 'all' && everywhere && props.onBrowserSettings !== null && (
        <p class="rungs__note">
          {t('readingBrowserKeeps')}{' '}
          <button type="button" class="text-button" onClick={props.onBrowserSettings}>
            {t('readingBrowserSettings')}
          </button>
        </p>
      )}
    </>
  );
}

function Chosen({ chosen, isManaged, onChoose, onAllow, onForget }: ReadingChoiceProps) {
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
                <button type="button" class="text-button" onClick={() => onAllow(host)}>
                  {t('readingAllow')}
                </button>
              </>
            )}
            {isManaged?.chosen !== true && (
              <button
                type="button"
                class="icon-button"
                aria-label={t('readingSiteRemove', host)}
                title={t('actionRemove')}
                onClick={() => {
                  onForget(host);
                  announce(t('optionsSiteRemoved', host));
                }}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {isManaged?.chosen === true ? <ManagedNote /> : <AddSite onAdd={onChoose} />}
    </div>
  );
}
