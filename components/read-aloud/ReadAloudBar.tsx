import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { getPrimaryLanguage, type ReadAloud, SPEECH_RATES } from './use-read-aloud.ts';
import './read-aloud.css';

/** Characters per second of speech at the default rate: about 15 in most languages (Pellegrino et al. 2011). */
const CHARACTERS_PER_SECOND = 15;

interface Props {
  aloud: ReadAloud;
  lang: string | null;
  prefs: SpeechPrefs;
  onPrefsChange: (prefs: SpeechPrefs) => void;
}

/** The controls for reading aloud. */
export function ReadAloudBar({ aloud, lang, prefs, onPrefsChange }: Props) {
  const { t, count, formatNumber, locale } = useStrings();
  const { state } = aloud;
  if (state === null) return null;
  const close = <IconButton icon="close" label={t('readAloudClose')} onClick={aloud.close} />;
  if (state.status === 'failed') {
    const name = getLanguageName(lang, locale);
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
  const language = getPrimaryLanguage(lang ?? '');
  return (
    <section class="read-aloud" aria-label={t('readAloud')}>
      <span class="read-aloud__transport">
        <IconButton
          icon="skipBack"
          label={t('readAloudBack')}
          shortcutKey=","
          onClick={() => aloud.step(-1)}
        />
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          filled
          label={t(isPlaying ? 'readAloudPause' : 'readAloudPlay')}
          shortcutKey="a"
          class="read-aloud__play"
          onClick={aloud.toggle}
        />
        <IconButton
          icon="skipForward"
          label={t('readAloudOn')}
          shortcutKey="."
          onClick={() => aloud.step(1)}
        />
      </span>
      <span class="read-aloud__left">{count('readerMinutesLeft', minutes)}</span>
      <label class="read-aloud__choice">
        <span class="visually-hidden">{t('readAloudRate')}</span>
        <select
          value={String(prefs.rate)}
          onChange={(event) => onPrefsChange({ ...prefs, rate: Number(event.currentTarget.value) })}
        >
          {SPEECH_RATES.map((rate) => (
            <option key={rate} value={String(rate)}>
              {formatNumber(rate)} ×
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
              onPrefsChange({ ...prefs, voices: { ...prefs.voices, [language]: event.currentTarget.value } })
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

function getLanguageName(lang: string | null, locale: string): string | null {
  if (lang === null) return null;
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(lang) ?? null;
  } catch (error) {
    // The `lang` attribute of a page may be invalid.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
