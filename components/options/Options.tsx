import '../ui/base/base.css';
import type { ComponentChildren } from 'preact';
import { isOffByPolicy, type ManagedSettings } from '../../utils/settings/managed.ts';
import type { HighlightOffer, Settings, SiteSettings, Theme } from '../../utils/settings/schema.ts';
import { ReaderSettings, type ReaderSettingsProps } from '../reader/ReaderSettings.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { Logo } from '../ui/Logo.tsx';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import { SwitchRow } from '../ui/SwitchRow.tsx';
import { ClutterChoices } from './ClutterChoices.tsx';
import { CommandList, type CommandsProps } from './CommandList.tsx';
import { About, type Licence, Permissions } from './OptionsFacts.tsx';
import { ReadingChoice, type ReadingChoiceProps } from './ReadingChoice.tsx';
import { SiteMemory, type SiteMemoryProps } from './SiteMemory.tsx';
import { SiteRules, type SiteRulesProps } from './SiteRules.tsx';
import { SiteTable } from './SiteTable.tsx';
import { UnderlineChoice, type UnderlineChoiceProps } from './UnderlineChoice.tsx';
import '../quotes/quotes.css';
import '../library/library.css';
import '../library/rail.css';
import '../ui/sheet.css';
import './options.css';

export interface OptionsProps {
  settings: Settings;
  /** What an organisation decides by policy. */
  managed: ManagedSettings;
  shortcuts: CommandsProps;
  /** The manifest's permissions. */
  permissions: readonly string[];
  /** Null until the browser has said what it allows. */
  reading: ReadingChoiceProps | null;
  version: string;
  licences: readonly Licence[];
  /** How articles are set in the reader. */
  reader: ReaderSettingsProps;
  /** What the library takes, as the browser counts it; null where it does not say. */
  storage: { used: number; isPersistent: boolean | null } | null;
  summaries: SummaryAvailability;
  onTheme: (theme: Theme) => void;
  onHighlightOffer: (offer: HighlightOffer) => void;
  onSingleKeys: (on: boolean) => void;
  onSummaries: (on: boolean) => void;
  onUnderline: UnderlineChoiceProps['onChange'];
  onPersist: () => void;
  onClutter: (kind: keyof Settings['clutter'], on: boolean) => void;
  onSite: (host: string, site: SiteSettings | null) => void;
  rules: Omit<SiteRulesProps, 'sites'>;
  memory: Omit<SiteMemoryProps, 'isOn'>;
  /** Forgets what the user said of a page. */
  onForgetPage: (url: string) => void;
  libraryHref: string;
}

/** What is known of the browser's own on-device model. */
export type SummaryAvailability = 'unknown' | 'missing' | 'unavailable' | 'downloadable' | 'available';

const SUMMARY_HINTS = {
  unknown: 'summaryUnknown',
  missing: 'summaryMissing',
  unavailable: 'summaryUnavailable',
  downloadable: 'summaryDownloadable',
  available: 'summaryAvailable',
} as const satisfies Record<SummaryAvailability, MessageKey>;

const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['reading', 'welcomeReadsTitle'],
  ['clearing', 'optionsClearing'],
  ['rules', 'optionsRules'],
  ['sites', 'optionsSites'],
  ['appearance', 'optionsAppearance'],
  ['summaries', 'optionsSummaries'],
  ['shortcuts', 'optionsShortcuts'],
  ['storage', 'optionsStorage'],
  ['permissions', 'optionsPermissions'],
  ['about', 'optionsAbout'],
];

/** The options page: everything on one page, each part with a line that says what it means. */
export function Options(props: OptionsProps) {
  const { t } = useStrings();
  const { settings, managed } = props;
  const { commands } = props.shortcuts;
  const highlightKeys = commands.find(({ name }) => name === 'highlight')?.keys ?? '';
  return (
    <div class="library">
      <aside class="rail">
        <a class="rail__brand" href={props.libraryHref}>
          <Logo />
          {t('appName')}
        </a>
        <nav class="rail__nav" aria-label={t('optionsSections')}>
          <ul class="rail__list">
            {SECTIONS.map(([id, title]) => (
              <li key={id}>
                <a class="rail__link" href={`#${id}`}>
                  {t(title)}
                </a>
              </li>
            ))}
            <li>
              <a class="rail__link" href="privacy.html">
                {t('privacyTitle')}
              </a>
            </li>
          </ul>
        </nav>
      </aside>
      <main class="library__main options">
        <header class="library__head">
          <h1>{t('optionsTitle')}</h1>
        </header>
        <div class="scotch" />
        <Section id="reading" title="readingTitle">
          {props.reading !== null && <ReadingChoice {...props.reading} />}
        </Section>
        <Section id="clearing" title="optionsClearing" text="optionsClearingText">
          <ClutterChoices chosen={settings.clutter} onChange={props.onClutter} />
          <SiteMemory
            isOn={settings.siteMemory}
            isManaged={isOffByPolicy(managed, 'siteMemory')}
            {...props.memory}
          />
        </Section>
        <Section id="rules" title="optionsRules" text="optionsRulesText">
          <SiteRules sites={settings.sites} {...props.rules} />
        </Section>
        <Section id="sites" title="optionsSites" text="optionsSitesText">
          <SiteTable
            sites={settings.sites}
            managed={managed.sites ?? {}}
            onSite={props.onSite}
            pages={settings.pages}
            onForgetPage={props.onForgetPage}
          />
        </Section>
        <Section id="appearance" title="optionsAppearance">
          <div class="option-row">
            <span>{t('optionsTheme')}</span>
            <SegmentedChoice<Theme>
              label={t('optionsTheme')}
              options={[
                { value: 'system', label: t('themeSystem') },
                { value: 'light', label: t('themeLight') },
                { value: 'dark', label: t('themeDark') },
                { value: 'contrast', label: t('themeContrast') },
              ]}
              value={settings.theme}
              onChange={props.onTheme}
            />
          </div>
          <UnderlineChoice
            value={settings.underlineQuotes}
            isManaged={isOffByPolicy(managed, 'underlineQuotes')}
            onChange={props.onUnderline}
          />
          <div class="option-row option-row--stacked">
            <span>
              <span class="option-row__name">{t('optionsHighlightOffer')}</span>
              <span class="option-row__hint">
                {t('optionsHighlightOfferText')}
                {highlightKeys !== '' && ` ${t('optionsHighlightOfferKeys', highlightKeys)}`}
              </span>
              {isOffByPolicy(managed, 'highlightOffer') && <ManagedNote />}
            </span>
            <SegmentedChoice<HighlightOffer>
              label={t('optionsHighlightOffer')}
              options={[
                { value: 'saved', label: t('highlightOfferSaved') },
                { value: 'always', label: t('highlightOfferAlways') },
                { value: 'never', label: t('highlightOfferNever') },
              ]}
              value={settings.highlightOffer}
              isManaged={isOffByPolicy(managed, 'highlightOffer')}
              onChange={props.onHighlightOffer}
            />
          </div>
          <h3 class="options__subhead">{t('optionsReader')}</h3>
          <div class="reader-settings">
            <ReaderSettings {...props.reader} />
          </div>
        </Section>
        <Section id="summaries" title="optionsSummaries" text="optionsSummariesText">
          <SwitchRow
            name={t('optionsSummariesSwitch')}
            hint={t(SUMMARY_HINTS[props.summaries])}
            isOn={settings.summaries}
            isManaged={isOffByPolicy(managed, 'summaries')}
            onSwitch={props.onSummaries}
          />
        </Section>
        <Section
          id="shortcuts"
          title="optionsShortcuts"
          {...(commands.length > 0 ? { text: 'optionsShortcutsText' } : {})}
        >
          <CommandList {...props.shortcuts} />
          <SwitchRow
            name={t('optionsSingleKeys')}
            hint={t('optionsSingleKeysText')}
            isOn={settings.singleKeys}
            onSwitch={props.onSingleKeys}
          />
        </Section>
        <Section id="storage" title="optionsStorage" text="optionsStorageText">
          <Storage storage={props.storage} onPersist={props.onPersist} />
        </Section>
        <Section id="permissions" title="optionsPermissions" text="optionsPermissionsText">
          <Permissions permissions={props.permissions} />
        </Section>
        <Section id="about" title="optionsAbout" text="optionsAboutText">
          <About version={props.version} licences={props.licences} />
        </Section>
      </main>
    </div>
  );
}

/** What the library takes, whether the browser keeps it, and the ways out and in. */
function Storage({ storage, onPersist }: Pick<OptionsProps, 'storage' | 'onPersist'>) {
  const { t, locale } = useStrings();
  return (
    <>
      {storage !== null && (
        <div class="option-row">
          <span>
            <span class="option-row__name">{t('storageUsed', formatBytes(storage.used, locale))}</span>
            {storage.isPersistent !== null && (
              <span class="option-row__hint">
                {t(storage.isPersistent ? 'storageKept' : 'storageNotKept')}
              </span>
            )}
          </span>
          {storage.isPersistent === false && (
            <button type="button" class="button" onClick={onPersist}>
              {t('storagePersist')}
            </button>
          )}
        </div>
      )}
      <p class="options__links">
        <a href="library.html#storage">{t('optionsStorageMore')}</a>
        <a href="transfer.html">{t('optionsBackup')}</a>
      </p>
    </>
  );
}

interface SectionProps {
  id: string;
  title: MessageKey;
  text?: MessageKey;
  children: ComponentChildren;
}

function Section({ id, title, text, children }: SectionProps) {
  const { t } = useStrings();
  return (
    <section class="options__section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {text !== undefined && <p class="options__text">{t(text)}</p>}
      {children}
    </section>
  );
}
