import { Button, TextButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import {
  CommandList,
  type CommandsProps,
  SiteAccessChoice,
  type SiteAccessChoiceProps,
  UnderlineChoice,
  type UnderlineChoiceProps,
} from '../options/SetupChoices.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { ExampleDemo, type ExampleDemoProps } from './ExampleDemo.tsx';
import '../quotes/quotes.css';
import '../popup/page-states.css';
import './welcome.css';

export interface WelcomeProps {
  example: ExampleDemoProps;
  /** Null until the browser's permissions are known. */
  siteAccess: SiteAccessChoiceProps | null;
  /** Null until the settings are loaded. */
  underline: UnderlineChoiceProps | null;
  commandList: CommandsProps;
  onOpenLibrary: () => void;
  onOpenOptions: () => void;
}

const FACTS: readonly (readonly [IconName, MessageKey, MessageKey])[] = [
  ['eye', 'welcomeReadsTitle', 'welcomeReads'],
  ['disk', 'welcomeStaysTitle', 'welcomeStays'],
  ['lock', 'welcomeSendsTitle', 'welcomeSends'],
];

/** The page shown after installation: an example, what is read and stored, and the permissions. */
export function Welcome(props: WelcomeProps) {
  const { example, siteAccess, underline, commandList, onOpenLibrary, onOpenOptions } = props;
  const { t } = useStrings();
  return (
    <main class="welcome">
      <header class="welcome__head">
        <p class="welcome__brand">
          <Logo />
          {t('appName')}
        </p>
        <div class="scotch" />
        <h1>{t('welcomeTitle')}</h1>
        <p class="welcome__lead">{t('welcomeLead')}</p>
      </header>
      <section class="welcome__example" aria-labelledby="example-title">
        <div class="welcome__caption">
          <h2 id="example-title">{t('welcomeExampleTitle')}</h2>
          <p>{t('welcomeExampleNote')}</p>
          <p>{t('welcomePointAtQuote')}</p>
        </div>
        <ExampleDemo {...example} isUnderlined={underline !== null && underline.value !== 'off'} />
        {underline !== null && <UnderlineChoice {...underline} />}
      </section>
      <section class="welcome__section" aria-labelledby="facts-title">
        <h2 id="facts-title">{t('welcomeFactsTitle')}</h2>
        <ul class="facts">
          {FACTS.map(([icon, title, text]) => (
            <li key={title}>
              <Icon name={icon} />
              <h3>{t(title)}</h3>
              <p>{t(text)}</p>
            </li>
          ))}
        </ul>
      </section>
      <div class="welcome__pair">
        <section class="welcome__section" aria-labelledby="reading-title">
          <h2 id="reading-title">{t('readingTitle')}</h2>
          {siteAccess !== null && <SiteAccessChoice {...siteAccess} />}
        </section>
        <section class="welcome__section" aria-labelledby="start-title">
          <h2 id="start-title">{t('welcomeStartTitle')}</h2>
          <p class="welcome__text">{t('welcomeStart')}</p>
          <div class="welcome__keys">
            <CommandList {...commandList} />
          </div>
          <p class="welcome__import">
            <a href="transfer.html#import">{t('libraryEmptyImport')}</a>
          </p>
          <p class="welcome__next">
            <Button onClick={onOpenLibrary}>
              <Icon name="library" />
              {t('menuOpenLibrary')}
            </Button>
            <TextButton onClick={onOpenOptions}>{t('welcomeOptions')}</TextButton>
            <a class="text-button" href="privacy.html">
              {t('privacyTitle')}
            </a>
          </p>
        </section>
      </div>
    </main>
  );
}
