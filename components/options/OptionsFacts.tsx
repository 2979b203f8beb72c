import { useStrings } from '../ui/base/strings.ts';

/** A library that ships with the product. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
}

/** What the browser lets the extension do, and why it asks, one line each. */
export function Permissions({ permissions }: { permissions: readonly string[] }) {
  const { find } = useStrings();
  return (
    <dl class="permission-list">
      {permissions.map((permission) => {
        const what = find(`perm_${permission}`);
        if (what === null) return null;
        return (
          <div key={permission}>
            <dt>{what}</dt>
            <dd>{find(`perm_${permission}Why`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Version, and what the product is made with. */
export function About({ version, licences }: { version: string; licences: readonly Licence[] }) {
  const { t } = useStrings();
  return (
    <>
      <p>{t('optionsVersion', version)}</p>
      <h3 class="options__subhead">{t('optionsLicences')}</h3>
      <ul class="licence-list">
        {licences.map((one) => (
          <li key={one.name}>{t('optionsLicenceLine', one.name, one.version, one.licence)}</li>
        ))}
      </ul>
      <p class="options__links">
        <a href="privacy.html">{t('privacyTitle')}</a>
        <a href="licences.txt">{t('optionsLicencesFull')}</a>
        <a href="welcome.html">{t('optionsWelcome')}</a>
      </p>
    </>
  );
}
