import { beforeEach, describe, expect, it } from 'vitest';
import { Player, type PlayerState } from '../../../../components/read-aloud/player.ts';
import { chooseVoice, voicesFor } from '../../../../components/read-aloud/use-read-aloud.ts';

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
      makeUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
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

describe('the voice', () => {
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

  it('stays on this machine and speaks the language, its region first', () => {
    expect(voicesFor(voices, 'en-GB').map((one) => one.voiceURI)).toEqual(['en-gb', 'en-us']);
    expect(voicesFor(voices, 'fr')).toEqual([]);
    expect(chooseVoice(voices, 'uk', undefined)?.voiceURI).toBe('uk');
    expect(chooseVoice(voices, 'fr', undefined)).toBeNull();
  });

  it('is the one the user chose, while it is there', () => {
    expect(chooseVoice(voices, 'en-GB', 'en-us')?.voiceURI).toBe('en-us');
    expect(chooseVoice(voices, 'en-GB', 'gone')?.voiceURI).toBe('en-gb');
  });
});
