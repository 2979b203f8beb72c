/**
 * The browser's own on-device model that summarises (developer.chrome.com/docs/ai/summarizer-api); Chromium has it on
 * some machines. What it writes never leaves the machine.
 */
interface SummarizerOptions {
  type: 'key-points';
  format: 'plain-text';
  length: 'short';
  outputLanguage?: string;
  expectedInputLanguages?: string[];
}

interface Summarizer {
  summarize(text: string, options?: { signal?: AbortSignal }): Promise<string>;
  destroy(): void;
}

interface SummarizerApi {
  availability(
    options: SummarizerOptions,
  ): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(
    options: SummarizerOptions & {
      signal?: AbortSignal;
      monitor?: (monitor: EventTarget) => void;
    },
  ): Promise<Summarizer>;
}

/** Characters that are given to the model; it has room for some thousand tokens. */
const LONGEST_INPUT = 12_000;

function findApi(): SummarizerApi | null {
  return (globalThis as { Summarizer?: SummarizerApi }).Summarizer ?? null;
}

function optionsFor(lang: string | null): SummarizerOptions {
  const language = lang?.toLowerCase().split('-')[0];
  return {
    type: 'key-points',
    format: 'plain-text',
    length: 'short',
    ...(language === undefined || language === ''
      ? {}
      : { outputLanguage: language, expectedInputLanguages: [language] }),
  };
}

/** Whether the browser can summarise on this machine, in a language where one is given. */
export async function summaryAvailability(
  lang: string | null = null,
): Promise<'missing' | 'unavailable' | 'downloadable' | 'available'> {
  const api = findApi();
  if (api === null) return 'missing';
  try {
    const answer = await api.availability(optionsFor(lang));
    return answer === 'downloading' ? 'downloadable' : answer;
  } catch (error) {
    // A language it has never heard of.
    console.warn('offprint: no summariser for', lang, error);
    return 'unavailable';
  }
}

/**
 * Has the browser's model summarise a text. Where the model has to be fetched first, the browser does so, which it
 * allows only inside the user's action.
 *
 * @param onProgress told how much of the model is here, 0–1
 * @returns what the model wrote, one point a line
 * @throws whatever the browser throws
 */
export async function summarise(
  text: string,
  lang: string | null,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const api = findApi();
  if (api === null) throw new Error('the browser has no summariser');
  const summarizer = await api.create({
    ...optionsFor(lang),
    signal,
    monitor: (monitor) =>
      monitor.addEventListener('downloadprogress', (event) => onProgress((event as ProgressEvent).loaded)),
  });
  try {
    const written = await summarizer.summarize(text.slice(0, LONGEST_INPUT), { signal });
    return written
      .split('\n')
      .map((line) => line.replace(/^\s*[-*•]\s*/u, '').trim())
      .filter((line) => line !== '');
  } finally {
    summarizer.destroy();
  }
}
