// @vitest-environment jsdom

import fc from 'fast-check';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Player, type PlayerState } from '../../../components/read-aloud/player.ts';
import { extractSentences, splitUtterances } from '../../../components/read-aloud/spoken-text.ts';
import {
  chooseVoice,
  filterVoices,
  type ReadAloud,
  useReadAloud,
} from '../../../components/read-aloud/use-read-aloud.ts';
import { show } from './render.tsx';

/** A voice under the test's hand. */
class FakeSpeech {
  spoken: SpeechSynthesisUtterance[] = [];
  speak(utterance: SpeechSynthesisUtterance): void {
    this.spoken.push(utterance);
  }
  cancel(): void {
    // As browsers do: what is broken off ends, or fails, as well.
    const last = this.spoken.at(-1);
    last?.onend?.call(last, {} as SpeechSynthesisEvent);
  }
  get last(): SpeechSynthesisUtterance {
    const last = this.spoken.at(-1);
    if (last === undefined) throw new Error('nothing was spoken');
    return last;
  }
  end(): void {
    this.last.onend?.call(this.last, {} as SpeechSynthesisEvent);
  }
  reach(charIndex: number): void {
    const event = { name: 'word', charIndex, charLength: 0 } as SpeechSynthesisEvent;
    this.last.onboundary?.call(this.last, event);
  }
  fail(error: string): void {
    this.last.onerror?.call(this.last, { error } as SpeechSynthesisErrorEvent);
  }
}

const SENTENCES = ['The ice came early.', 'Nobody was surprised.', 'The end.'];

describe('reading aloud', () => {
  let speech = new FakeSpeech();
  let states: PlayerState[] = [];
  const makePlayer = (): Player =>
    new Player({
      speech,
      createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
      sentences: SENTENCES,
      onChange: (state) => states.push(state),
    });

  beforeEach(() => {
    speech = new FakeSpeech();
    states = [];
  });

  it('speaks one sentence after another and stops after the last, to begin anew', () => {
    const player = makePlayer();
    player.play(0);
    speech.end();
    speech.end();
    expect(speech.spoken.map((utterance) => utterance.text)).toEqual(SENTENCES);
    speech.end();
    expect(player.state).toMatchObject({ status: 'stopped', index: 0 });
  });

  it('goes on after a pause with the word that was broken off', () => {
    const player = makePlayer();
    player.play(0);
    speech.reach(8);
    expect(player.state.word).toEqual({ start: 8, end: 12 });
    player.pause();
    expect(player.state.status).toBe('paused');
    expect(speech.spoken).toHaveLength(1);
    player.play();
    expect(speech.last.text).toBe('came early.');
    speech.reach(5);
    expect(player.state.word).toEqual({ start: 13, end: 19 });
  });

  it('steps between sentences, playing or paused', () => {
    const player = makePlayer();
    player.play(0);
    player.step(1);
    expect(speech.last.text).toBe('Nobody was surprised.');
    speech.reach(14);
    player.step(-1);
    expect(speech.last.text).toBe('Nobody was surprised.');
    player.step(-1);
    expect(speech.last.text).toBe('The ice came early.');
    player.pause();
    player.step(1);
    player.step(1);
    player.step(1);
    expect(player.state).toMatchObject({ status: 'paused', index: 2 });
    player.play();
    expect(speech.last.text).toBe('The end.');
  });

  it('takes another pace at once, from the word at hand', () => {
    const player = makePlayer();
    player.play(1);
    speech.reach(7);
    player.setRate(1.5);
    expect(speech.last).toMatchObject({ text: 'was surprised.', rate: 1.5 });
  });

  it('says so when the voice fails, and not when it was broken off by us', () => {
    const player = makePlayer();
    player.play(0);
    speech.fail('interrupted');
    expect(player.state.status).toBe('playing');
    speech.fail('synthesis-failed');
    expect(player.state.status).toBe('failed');
  });
});

const voice = (voiceURI: string, lang: string, localService = true) => ({
  voiceURI,
  lang,
  localService,
  default: false,
});
const voices = [
  voice('en-us', 'en-US'),
  voice('cloud', 'en-GB', false),
  voice('en-gb', 'en_GB'),
  voice('uk', 'uk-UA'),
];

it('the voice stays on this machine and speaks the language, its region first', () => {
  expect(filterVoices(voices, 'en-GB').map((one) => one.voiceURI)).toEqual(['en-gb', 'en-us']);
  expect(filterVoices(voices, 'fr')).toEqual([]);
  expect(chooseVoice(voices, 'uk', undefined)?.voiceURI).toBe('uk');
  expect(chooseVoice(voices, 'fr', undefined)).toBeNull();
});

it('the voice is the one the user chose, while it is there', () => {
  expect(chooseVoice(voices, 'en-GB', 'en-us')?.voiceURI).toBe('en-us');
  expect(chooseVoice(voices, 'en-GB', 'gone')?.voiceURI).toBe('en-gb');
});

const spoken = (text: string, lang: string | null = 'en'): string[] =>
  splitUtterances(text, lang).map(({ start, end }) => text.slice(start, end));

it('sentences to be spoken are parted as a reader parts them', () =>
  expect(spoken('The ice came early. “We asked for a tug,” she said. Nobody answered!')).toEqual([
    'The ice came early.',
    '“We asked for a tug,” she said.',
    'Nobody answered!',
  ]));

it('sentences to be spoken do not end after a title or an initial', () =>
  expect(spoken('Dr. Ilse Kwabena met J. R. Tandoori on Friday. Mr. Osric stayed away.')).toEqual([
    'Dr. Ilse Kwabena met J. R. Tandoori on Friday.',
    'Mr. Osric stayed away.',
  ]));

it('sentences to be spoken are parted at clauses where they are too long for one breath of a voice', () => {
  const clause = 'and whichever of the two we choose, somebody on one of these islands will be without bread';
  const long = `If the northern basin freezes over as well, ${clause}, ${clause}, ${clause}.`;
  const parts = spoken(long);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join(' ')).toBe(long);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(240);
});

it('sentences to be spoken leaves out what has no word', () => {
  expect(spoken('* * *')).toEqual([]);
  expect(spoken('  \n ')).toEqual([]);
});

it('sentences to be spoken knows other scripts, and takes what is no language tag', () => {
  expect(spoken('港は凍った。船は出ない。', 'ja')).toEqual(['港は凍った。', '船は出ない。']);
  expect(spoken('تجمد الميناء. لم تبحر العبارة.', 'ar')).toHaveLength(2);
  expect(spoken('One. Two.', 'not a tag!')).toEqual(['One.', 'Two.']);
});

it('sentences to be spoken covers every word once, in order, whatever the text', () => {
  const word = fc.constantFrom(
    'ice',
    'Mr.',
    'A.',
    '“no”',
    'x'.repeat(300),
    '—',
    '\n',
    'море',
    '。',
    '!',
    ', ',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join(' ');
      const parts = splitUtterances(text, null);
      let at = 0;
      for (const { start, end } of parts) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
        at = end;
      }
      expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

function make(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

it('reads headline and text in order, without pictures, tables and marks of notes', () => {
  const root = make(
    `<p>The <b>ice</b> came.<sup><a href="#n1">[1]</a></sup> It stayed.</p>
     <figure><img alt="Ice"><figcaption>The basin on Friday.</figcaption></figure>
     <table><tr><td>11</td></tr></table><pre>code()</pre>
     <ul><li>Flour</li><li>A doctor</li></ul><blockquote><p>We asked.</p></blockquote>`,
  );
  const headline = document.createElement('h1');
  headline.textContent = 'Ferry service stops';
  expect(extractSentences([headline, root], 'en').map((sentence) => sentence.text)).toEqual([
    'Ferry service stops',
    'The ice came.',
    'It stayed.',
    'Flour',
    'A doctor',
    'We asked.',
  ]);
});

it('finds the words of a sentence in the page, across inline elements', () => {
  const root = make('<p>First one. The <b>ice</b> came <i>six</i> weeks early.</p>');
  const sentence = extractSentences([root], 'en')[1];
  expect(sentence?.getRange(0, sentence.text.length)?.toString()).toBe('The ice came six weeks early.');
  expect(sentence?.getRange(4, 7)?.toString()).toBe('ice');
  expect(sentence?.getRange(13, 16)?.toString()).toBe('six');
});

it('marks nothing in a page that is gone', () => {
  const root = make('<p>The ice came.</p>');
  const sentence = extractSentences([root], 'en')[0];
  root.replaceChildren();
  expect(sentence?.getRange(0, 3)).toBeNull();
});

describe('the voices of a browser', () => {
  const VOICE = { voiceURI: 'a', name: 'A', lang: 'en-GB', localService: true, default: true };

  class Speech extends EventTarget {
    voices: object[] = [];
    getVoices = vi.fn(() => this.voices);
    speak = vi.fn();
    cancel = vi.fn();
  }

  let speech: Speech;
  let aloud: ReadAloud;
  const words = document.createElement('p');
  words.textContent = 'The gates are shut. The tide is out.';
  const roots = [words];

  function Probe() {
    aloud = useReadAloud({
      roots,
      lang: 'en',
      prefs: { rate: 1, voices: {} },
      startSentence: null,
      onPositionChange: () => undefined,
    });
    return <p>{aloud.state?.status}</p>;
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    speech = new Speech();
    vi.stubGlobal('speechSynthesis', speech);
    vi.stubGlobal('SpeechSynthesisUtterance', class {});
  });

  const run = (step: () => void): Promise<void> =>
    act(async () => {
      step();
      // The voices come by a promise.
      await vi.advanceTimersByTimeAsync(0);
    });

  it('asks the browser for voices only when something is to be read aloud', async () => {
    speech.voices = [VOICE];
    await show(<Probe />);
    expect(speech.getVoices).not.toHaveBeenCalled();
    await run(() => aloud.toggle());
    expect(aloud).toMatchObject({ state: { status: 'playing' }, voice: VOICE });
  });

  it('begins when the browser finds its voices a moment after it was asked', async () => {
    await show(<Probe />);
    await run(() => aloud.toggle());
    expect(aloud.state).toBeNull();
    speech.voices = [VOICE];
    await run(() => void speech.dispatchEvent(new Event('voiceschanged')));
    expect(aloud.state?.status).toBe('playing');
  });

  it('says that there is no voice when none comes', async () => {
    await show(<Probe />);
    await run(() => aloud.toggle());
    await run(() => void vi.advanceTimersByTime(1000));
    expect(aloud.state?.status).toBe('failed');
  });
});
