import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { RATES, type ReadAloud } from './use-read-aloud.ts';
import './read-aloud.css';

/** Characters per second of speech at the default rate: about 15 in most languages (Pellegrino et al. 2011). */
const CHARACTERS_PER_SECOND = 15;

interface Props {
  aloud: ReadAloud;
  lang: string | null;
  prefs: SpeechPrefs;
  onPrefs: (prefs: SpeechPrefs) => void;
}

/** The controls for reading aloud, below the text. */
export function ReadAloudBar({ aloud, lang, prefs, onPrefs }: Props) {
  const { t, count, number, locale } = useStrings();
  const keyNames = useKeyNames();
  const { state } = aloud;
  if (state === null) return null;
  const close = (
    <button type="button" class="icon-button" aria-label={t('readAloudClose')} onClick={aloud.close}>
      <Icon name="close" />
    </button>
  );
  if (state.status === 'failed') {
    const language =
      lang === null ? null : new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    const name = languageName(language, lang);
    return (
      <section class="read-aloud" aria-label={t('readAloud')}>
        <p class="read-aloud__failed" role="alert">
          {aloud.voices.length > 0
            ? t('readAloudFailed')
            : name === null
              ? t('readAloudNoVoice')
              : t('readAloudNoVoiceFor', name)}
        </p>
        {close}
      </section>
    );
  }
  const isPlaying = state.status === 'playing';
  const minutes = Math.ceil(aloud.charactersLeft / (CHARACTERS_PER_SECOND * prefs.rate) / 60);
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? '';
  return (
    <section class="read-aloud" aria-label={t('readAloud')}>
      <span class="read-aloud__transport">
        <button
          type="button"
          class="icon-button"
          aria-label={t('readAloudBack')}
          title={keyNames.title(t('readAloudBack'), ',')}
          aria-keyshortcuts={keyNames.of(',')}
          onClick={() => aloud.step(-1)}
        >
          <Icon name="skipBack" />
        </button>
        <button
          type="button"
          class="icon-button read-aloud__play"
          aria-label={t(isPlaying ? 'readAloudPause' : 'readAloudPlay')}
          title={keyNames.title(t(isPlaying ? 'readAloudPause' : 'readAloudPlay'), 'a')}
          aria-keyshortcuts={keyNames.of('a')}
          onClick={aloud.toggle}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} filled />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('readAloudOn')}
          title={keyNames.title(t('readAloudOn'), '.')}
          aria-keyshortcuts={keyNames.of('.')}
          onClick={() => aloud.step(1)}
        >
          <Icon name="skipOn" />
        </button>
      </span>
      <span class="read-aloud__left">{count('readerMinutesLeft', minutes)}</span>
      <label class="read-aloud__choice">
        <span class="visually-hidden">{t('readAloudRate')}</span>
        <select
          value={String(prefs.rate)}
          onChange={(event) => onPrefs({ ...prefs, rate: Number(event.currentTarget.value) })}
        >
          {RATES.map((rate) => (
            <option key={rate} value={String(rate)}>
              {number(rate)} ×
            </option>
          ))}
        </select>
      </label>
      {aloud.voices.length > 1 && (
        <label class="read-aloud__choice read-aloud__voice">
          <span class="visually-hidden">{t('readAloudVoice')}</span>
          <select
            value={aloud.voice?.voiceURI ?? ''}
            onChange={(event) =>
              onPrefs({ ...prefs, voices: { ...prefs.voices, [language]: event.currentTarget.value } })
            }
          >
            {aloud.voices.map((voice) => (
              <option key={voice.voiceURI} value={voice.voiceURI}>
                {voice.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {close}
    </section>
  );
}

function languageName(names: Intl.DisplayNames | null, lang: string | null): string | null {
  try {
    return names === null || lang === null ? null : (names.of(lang) ?? null);
  } catch (error) {
    // The page's `lang` may be invalid.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
