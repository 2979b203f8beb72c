import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

/** What a reader's page says at the moment, and marks of it. */
interface Heard {
  /** Null while nothing is said. */
  spoken: string | null;
  sentence: string;
  word: string;
}

/** The machines that run this have no voice: one is lent to the page, and notes what it is given to say. */
export function lendVoice(reader: Screen): Promise<void> {
  return reader.page.evaluate(() => {
    const own = speechSynthesis;
    class Utterance {
      onboundary?: (event: object) => void;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ voiceURI: 'lent', name: 'Lent', lang: 'en-GB', localService: true, default: true }],
      cancel: () => document.body.removeAttribute('data-spoken'),
      speak: (utterance: Utterance) => {
        document.body.dataset.spoken = utterance.text;
        utterance.onboundary?.({ name: 'word', charIndex: 0, charLength: utterance.text.indexOf(' ') });
      },
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
    own.dispatchEvent(new Event('voiceschanged'));
  });
}

/** Waits until these words are said and marked, or none are said. */
export function hears(reader: Screen, words: RegExp | null): Promise<Heard> {
  return waitFor(`${words} to be said`, async () => {
    const now = await reader.page.evaluate(() => {
      const marked = (name: string): string => [...(CSS.highlights.get(name) ?? [])].map(String).join();
      return {
        spoken: document.body.dataset.spoken ?? null,
        sentence: marked('spoken-sentence'),
        word: marked('spoken-word'),
      };
    });
    const isSaid = words === null ? now.spoken === null : words.test(now.spoken ?? '');
    return isSaid && (words === null || now.sentence === now.spoken) && now;
  });
}
