/**
 * Shows one screen in one state with invented data: `?screen=popup&case=article&theme=dark&dir=rtl&lang=uk&long`, or
 * with `?all` every screen in every state, each in a frame of its own; `&narrow` makes these as narrow as they get.
 */
import { type FunctionComponent, h, type JSX, render } from 'preact';
import { Options } from '../../../../components/options/Options.tsx';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { PrivacyPage } from '../../../../components/privacy/PrivacyPage.tsx';
import { Panel } from '../../../../components/quotes/Panel.tsx';
import { Reader } from '../../../../components/reader/Reader.tsx';
import { Transfer } from '../../../../components/transfer/Transfer.tsx';
import { Announcer } from '../../../../components/ui/announcer.tsx';
import { createStrings, StringsContext } from '../../../../components/ui/base/strings.ts';
import { Welcome } from '../../../../components/welcome/Welcome.tsx';
import { readEnglish, readMessages } from './english.ts';
import { LibraryCase } from './LibraryCase.tsx';
import { LIBRARY_CASES } from './library-cases.ts';
import { MARKED_CASES } from './marked-cases.tsx';
import { OPTIONS_CASES } from './options-cases.ts';
import { PANEL_CASES } from './panel-cases.ts';
import { PART_CASES } from './part-cases.tsx';
import { POPUP_CASES } from './popup-cases.ts';
import { pseudoLocale } from './pseudo-locale.ts';
import { READER_CASES } from './reader-cases.ts';
import { SHELF_CASES } from './shelf-cases.tsx';
import { STORY_CASES } from './story-cases.tsx';
import { SYNC_CASES } from './sync-cases.tsx';
import { TRANSFER_CASES } from './transfer-cases.ts';
import { WELCOME_CASES } from './welcome-cases.ts';

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
document.documentElement.dir = wanted.get('dir') ?? 'ltr';

const casesOf = <P,>(
  Screen: FunctionComponent<P>,
  cases: Record<string, P>,
): Record<string, () => JSX.Element> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, props]) => [
      name,
      () => h(Screen as FunctionComponent, props as object),
    ]),
  );

const SCREENS: Record<string, Record<string, () => JSX.Element>> = {
  popup: casesOf(Popup, POPUP_CASES),
  panel: casesOf(Panel, PANEL_CASES),
  library: casesOf(LibraryCase, LIBRARY_CASES),
  shelf: SHELF_CASES,
  stories: STORY_CASES,
  marked: MARKED_CASES,
  sync: SYNC_CASES,
  transfer: casesOf(Transfer, TRANSFER_CASES),
  options: casesOf(Options, OPTIONS_CASES),
  reader: casesOf(Reader, READER_CASES),
  welcome: casesOf(Welcome, WELCOME_CASES),
  privacy: { page: () => <PrivacyPage /> },
  parts: PART_CASES,
};

/** CSS pixels of a screen's window; half of that on the page of all. */
const SIZES: Record<string, readonly [width: number, height: number]> = {
  popup: [420, 600],
  panel: [400, 600],
  parts: [640, 600],
};
const OTHER_SIZE = [1080, 720] as const;

/** As narrow as they get: Chromium's popup, its side panel, a phone. */
const NARROW: Record<string, number> = { popup: 360, panel: 320 };
const NARROW_OTHER = 360;

const Index = () => (
  <main style={{ padding: '24px' }}>
    {Object.entries(SCREENS).map(([screen, cases]) => (
      <section key={screen}>
        <h2>{screen}</h2>
        <ul>
          {Object.keys(cases).map((name) => (
            <li key={name}>
              <a href={`?screen=${screen}&case=${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </main>
);

/** What holds for each of the frames. */
const passedOn = ['long', 'dir', 'lang']
  .filter((name) => wanted.has(name))
  .map((name) => `&${name}=${wanted.get(name)}`)
  .join('');

/** Everything at half its size, as on one wall. */
const All = () => (
  <main style={{ display: 'flex', flexWrap: 'wrap', gap: '16px', padding: '16px' }}>
    {Object.entries(SCREENS).flatMap(([screen, cases]) => {
      const [usual, height] = SIZES[screen] ?? OTHER_SIZE;
      const width = wanted.has('narrow') ? (NARROW[screen] ?? NARROW_OTHER) : usual;
      return Object.keys(cases).map((name) => (
        <figure key={`${screen} ${name}`} style={{ width: `${width / 2}px` }}>
          <div style={{ height: `${height / 2}px`, overflow: 'hidden', outline: '1px solid #8888' }}>
            <iframe
              title={`${screen} ${name}`}
              src={`?screen=${screen}&case=${name}${passedOn}`}
              style={{
                width: `${width}px`,
                height: `${height}px`,
                border: 0,
                scale: 0.5,
                transformOrigin: '0 0',
              }}
            />
          </div>
          <figcaption>
            {screen} {name}
          </figcaption>
        </figure>
      ));
    })}
  </main>
);

const show = wanted.has('all')
  ? () => <All />
  : (SCREENS[wanted.get('screen') ?? '']?.[wanted.get('case') ?? ''] ?? (() => <Index />));
const language = wanted.get('lang') ?? 'en';
// English is here already, and seventy frames want it.
const read =
  language === 'en'
    ? readEnglish
    : readMessages((await import(`../../../../locales/${language}.json`)).default);
document.documentElement.lang = language;
const strings = createStrings(
  wanted.has('long') ? pseudoLocale(read) : read,
  language === 'en' ? 'en-GB' : language,
);
const root = document.querySelector('#root');
if (root !== null) {
  render(
    <StringsContext.Provider value={strings}>
      <Announcer>{show()}</Announcer>
    </StringsContext.Provider>,
    root,
  );
}
