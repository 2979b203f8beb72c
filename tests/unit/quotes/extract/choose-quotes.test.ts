import { describe, it } from 'vitest';
import { expectWordsIn } from '../speakers-of.ts';

describe('words in quotation marks', () => {
  it.each(
    Object.entries({
      'a term in German':
        'de: Im Jahr 2021 meldeten sich laut Polizei rund 40 „Einweg-Helfer“ bei den Fischern.',
      'a newspaper': 'de: Das berichtet die Zeitung „Ellerner Bote“ unter Berufung auf Behörden.',
      'a tournament': 'ja: 今季の「ミナトレディスクラシック」は港町が主催する。',
      'a pet name': 'pt: A família transformou o “cantinho” em horta, contou a dona.',
      'a term in French': 'fr: Le ministre a préféré parler des «contrats de rivage» aux pêcheurs.',
      'a cinema':
        'ru: Жители посёлка собрались у кинотеатра «Серебряная волна на причале», чтобы посмотреть фильм.',
    }),
  )('are no quotation: %s', (_, source) => expectWordsIn(source));

  it.each(
    Object.entries({
      'a subhead':
        'de: Das Dorf wartet auf die Fähre.\n\n„[[?: Niemand hat uns je gefragt]]“\n\nSie kommt im Mai zurück.',
      'a fragment with its speaker':
        'de: Bürgermeisterin Mara Lind nannte den Plan am Montag „[[Mara Lind: völlig aus der Zeit gefallen]]“.',
      'one word to a question': 'es: «[[Olaf Rivas: No]]», respondió Olaf Rivas.',
      'a few words behind a colon': 'it: Mara Lindi ha detto: «[[Mara Lindi: Restiamo qui]]».',
      'a sentence in a language without words':
        'cs: Starostka řekla: „[[Starostka: Most zůstane zavřený až do jara a nikdo po něm nepřejde.]]“',
    }),
  )('are a quotation: %s', (_, source) => expectWordsIn(source));
});
