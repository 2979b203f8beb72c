/**
 * The browser's on-device summariser (developer.chrome.com/docs/ai/summarizer-api), available in Chromium on some
 * devices. The text never leaves the device.
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

/** Maximum number of characters passed to the model, which accepts a few thousand tokens. */
const MAX_INPUT_LENGTH = 12_000;

function getSummarizerApi(): SummarizerApi | null {
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

/** Whether the browser can summarise on this device and, if given, in a language (BCP 47). `missing`: it has no such API. */
export async function getSummaryAvailability(
  lang: string | null = null,
): Promise<'missing' | 'unavailable' | 'downloadable' | 'available'> {
  const api = getSummarizerApi();
  if (api === null) return 'missing';
  try {
    const availability = await api.availability(optionsFor(lang));
    return availability === 'downloading' ? 'downloadable' : availability;
  } catch (error) {
    // The language is not supported.
    console.warn('offprint: no summariser for', lang, error);
    return 'unavailable';
  }
}

/**
 * Summarises a text with the browser's model. If necessary, the browser first downloads the model, which it allows only
 * inside a user gesture.
 *
 * @param lang the text's language (BCP 47), if known
 * @param onProgress receives the progress of the download, 0–1
 * @param signal aborts the download or the summary
 * @returns the summary, one point per line
 * @throws the browser's error
 */
export async function summarise(
  text: string,
  lang: string | null,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const api = getSummarizerApi();
  if (api === null) throw new Error('the browser has no summariser');
  const summarizer = await api.create({
    ...optionsFor(lang),
    signal,
    monitor: (monitor) =>
      monitor.addEventListener('downloadprogress', (event) => onProgress((event as ProgressEvent).loaded)),
  });
  try {
    const summary = await summarizer.summarize(text.slice(0, MAX_INPUT_LENGTH), { signal });
    return summary
      .split('\n')
      .map((line) => line.replace(/^\s*[-*•]\s*/u, '').trim())
      .filter((line) => line !== '');
  } finally {
    summarizer.destroy();
  }
}
