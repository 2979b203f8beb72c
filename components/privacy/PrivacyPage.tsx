import '../ui/base/base.css';
import { useStrings } from '../ui/base/strings.ts';
import { Logo } from '../ui/Logo.tsx';
import { PRIVACY_SECTIONS } from './privacy-text.ts';
import './privacy.css';

/** The privacy page: what is stored, what is downloaded, what leaves the device, and how to delete stored data. */
export function PrivacyPage() {
  const { t } = useStrings();
  return (
    <main class="privacy">
      <header class="privacy__head">
        <a class="privacy__brand" href="library.html">
          <Logo />
          {t('appName')}
        </a>
        <div class="scotch" />
        <h1>{t('privacyTitle')}</h1>
        <p class="privacy__lead">{t('privacyLead')}</p>
      </header>
      {PRIVACY_SECTIONS.map(({ id, title, lead, items }) => (
        <section key={id} class="privacy__section" id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{t(title)}</h2>
          {lead !== undefined && <p class="privacy__text">{t(lead)}</p>}
          <dl>
            {items.map(([name, text]) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="privacy__links">
        <a href="library.html#storage">{t('privacyToStorage')}</a>
        <a href="options.html">{t('privacyToOptions')}</a>
      </p>
    </main>
  );
}
