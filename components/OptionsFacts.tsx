import { useStrings } from './strings.ts';

/** Which pages Offprint may read by itself. */
export interface SiteAccess {
  everywhere: boolean;
  /** The browser lets us give access back from here. */
  canDrop: boolean;
}

/** A library that ships with the product. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
}

interface PermissionsProps {
  permissions: readonly string[];
  access: SiteAccess;
  onAccess: (everywhere: boolean) => void;
}

/** What the browser lets the extension do, and why it asks, one line each. */
export function Permissions({ permissions, access, onAccess }: PermissionsProps) {
  const { t, find } = useStrings();
  return (
    <>
      <div class="access">
        <p>
          <b>{t(access.everywhere ? 'optionsAccessAll' : 'optionsAccessClick')}.</b>{' '}
          {t(access.everywhere ? 'optionsAccessAllText' : 'optionsAccessClickText')}
        </p>
        {!access.everywhere && (
          <button type="button" class="button button--primary" onClick={() => onAccess(true)}>
            {t('optionsAccessGive')}
          </button>
        )}
        {access.everywhere && access.canDrop && (
          <button type="button" class="button" onClick={() => onAccess(false)}>
            {t('optionsAccessTake')}
          </button>
        )}
        {access.everywhere && !access.canDrop && <p class="note">{t('optionsAccessBrowser')}</p>}
      </div>
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
    </>
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
    </>
  );
}
