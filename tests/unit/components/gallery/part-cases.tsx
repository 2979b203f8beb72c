/** What opens above a screen, each by itself. */
import type { JSX } from 'preact';
import { HighlightList } from '../../../../components/highlights/HighlightList.tsx';
import { AddLinksSheet } from '../../../../components/library/AddLinksSheet.tsx';
import { QuoteImageSheet } from '../../../../components/quote-picture/QuoteImageSheet.tsx';
import { CorrectSpeakerSheet } from '../../../../components/quotes/CorrectSpeakerSheet.tsx';
import { SpeakerExplanationSheet } from '../../../../components/quotes/SpeakerExplanationSheet.tsx';
import type { PlayerState } from '../../../../components/read-aloud/player.ts';
import { ReadAloudBar } from '../../../../components/read-aloud/ReadAloudBar.tsx';
import { QuotePopover, ResumeBar } from '../../../../components/reader/ReaderOverlays.tsx';
import { ReaderNotDownloaded, ReaderNotFound } from '../../../../components/reader/ReaderUnavailable.tsx';
import { PickPopover } from '../../../../components/ui/menus/PickPopover.tsx';
import { ShortcutSheet } from '../../../../components/ui/ShortcutSheet.tsx';
import { UndoBar } from '../../../../components/ui/UndoBar.tsx';
import { ARTICLE, QUOTES, sampleQuote, VOICES, WHY } from './samples.ts';
import '../../../../components/ui/base/base.css';
import { idle, nothing } from './idle.ts';

const NOT_DOWNLOADED = {
  article: {
    title: 'Ferry service to the outer islands suspended as early ice closes Nordholm harbour',
    siteName: 'The Courier',
    host: 'courier.example',
    lang: 'en',
    dir: 'ltr',
  },
  url: 'https://courier.example/ice',
  onDownload: () => undefined,
  libraryHref: '#',
} as const;

const aloud = (state: PlayerState): JSX.Element => (
  <ReadAloudBar
    aloud={{
      state,
      charactersLeft: 9000,
      voices: [],
      voice: null,
      toggle: nothing,
      step: nothing,
      close: nothing,
    }}
    lang="en"
    prefs={{ rate: 1.3, voices: {} }}
    onPrefsChange={nothing}
  />
);

function withQuote(show: (quote: (typeof QUOTES)[number]) => JSX.Element): () => JSX.Element {
  const [quote] = QUOTES;
  if (quote === undefined) throw new Error('no quote');
  return () => show(quote);
}

export const PART_CASES: Record<string, () => JSX.Element> = {
  undo: () => (
    <UndoBar
      message="“Council votes on second tug” deleted"
      onUndo={nothing}
      onMakePermanent={nothing}
      onDismiss={nothing}
    />
  ),
  further: () => <ResumeBar onResume={nothing} onDismiss={nothing} />,
  shortcuts: () => (
    <ShortcutSheet
      rows={[
        [['j', '↓'], 'shortcutNext'],
        [['⇧ j', '⇧ k'], 'shortcutChooseOn'],
        [['?'], 'shortcutHelp'],
      ]}
      onClose={nothing}
    />
  ),
  addLinks: () => (
    <AddLinksSheet
      text={'https://tides.example/pilot\nthe ferry is late'}
      destination={{ list: 'Ferries' }}
      checkLinks={async () => ({
        newLinks: [{ url: 'https://tides.example/pilot', title: '' }],
        existing: [{ id: 'ice', title: ARTICLE.title }],
        duplicates: 1,
        failures: [{ at: '2', url: '', title: 'the ferry is late', why: 'noAddress' }],
      })}
      hrefOf={(id) => `#${id}`}
      onAdd={nothing}
      onClose={nothing}
    />
  ),
  picture: withQuote((quote) => (
    <QuoteImageSheet
      quote={quote}
      colourIndex={1}
      source={{
        title: ARTICLE.title,
        source: ARTICLE.siteName ?? '',
        quotationMarks: ['“', '”'],
        dir: 'ltr',
      }}
      onCopy={async () => true}
      onSave={nothing}
      onClose={nothing}
    />
  )),
  correctSpeaker: withQuote((quote) => (
    <CorrectSpeakerSheet
      quote={quote}
      index={0}
      quotes={QUOTES}
      voices={VOICES}
      onCorrect={nothing}
      onClose={nothing}
    />
  )),
  whySpeaker: () => (
    <SpeakerExplanationSheet
      quote={WHY.quote}
      article={{ text: WHY.text, lang: 'en', dir: 'ltr' }}
      onCorrect={nothing}
      onClose={nothing}
    />
  ),
  whyUnclear: () => (
    <SpeakerExplanationSheet
      quote={sampleQuote({ text: 'It was the ice' })}
      article={{ text: '“It was the ice.”', lang: 'en', dir: 'ltr' }}
      onCorrect={nothing}
      onClose={nothing}
    />
  ),
  quote: withQuote((quote) => (
    <QuotePopover
      quote={quote}
      colourIndex={1}
      quoteElements={[document.body]}
      onCopy={async () => true}
      onClose={nothing}
    />
  )),
  readAloud: () => aloud({ status: 'playing', index: 3, word: null }),
  readAloudPaused: () => aloud({ status: 'paused', index: 3, word: null }),
  readAloudFailed: () => aloud({ status: 'failed', index: 0, word: null }),
  // Its buttons reach into the margin of the drawer that it stands in.
  highlights: () => (
    <div style={{ padding: '0 var(--space-4)' }}>
      <HighlightList
        highlights={[
          {
            id: 'a',
            text: 'not a single hour of overtime',
            note: 'Ask the union.',
            colour: 'green',
            start: 3,
            end: 32,
          },
          { id: 'b', text: 'words that are gone', note: '', colour: 'red', start: null, end: null },
          { id: 'c', text: '', note: 'About all of it.', colour: 'yellow', start: null, end: null },
        ]}
        onOpen={nothing}
        onDelete={nothing}
        onCopyAll={async () => true}
      />
    </div>
  ),
  pick: () => (
    <PickPopover
      label="Tags"
      options={[
        { value: 'harbour', label: 'harbour', state: 'some' },
        { value: 'far north', label: 'far north', state: 'all' },
        { value: 'ice', label: 'ice', state: 'none' },
      ]}
      createLabel={(name) => `Make “${name}”`}
      {...idle('onToggle onCreate onClose')}
    />
  ),
  notDownloaded: () => <ReaderNotDownloaded {...NOT_DOWNLOADED} state={null} />,
  downloading: () => <ReaderNotDownloaded {...NOT_DOWNLOADED} state="waiting" />,
  downloadFailed: () => <ReaderNotDownloaded {...NOT_DOWNLOADED} state="needsLogin" />,
  missing: () => <ReaderNotFound libraryHref="#" message={null} />,
};
