// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { type ReadAloud, useReadAloud } from '../../../../components/read-aloud/use-read-aloud.ts';
import { show } from '../render.tsx';

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
    startAt: null,
    onPlace: () => undefined,
  });
  return <p>{aloud.state?.status}</p>;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  speech = new Speech();
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', class {});
});

it('asks the browser for voices only when something is to be read aloud', async () => {
  speech.voices = [VOICE];
  await show(<Probe />);
  expect(speech.getVoices).not.toHaveBeenCalled();
  await act(() => aloud.toggle());
  expect(aloud).toMatchObject({ state: { status: 'playing' }, voice: VOICE });
});

it('begins when the browser finds its voices a moment after it was asked', async () => {
  await show(<Probe />);
  await act(() => aloud.toggle());
  expect(aloud.state).toBeNull();
  speech.voices = [VOICE];
  await act(() => void speech.dispatchEvent(new Event('voiceschanged')));
  expect(aloud.state?.status).toBe('playing');
});

it('says that there is no voice when none comes', async () => {
  await show(<Probe />);
  await act(() => aloud.toggle());
  await act(() => void vi.advanceTimersByTime(1000));
  expect(aloud.state?.status).toBe('failed');
});
