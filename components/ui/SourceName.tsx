import { cleanLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import './source-name.css';

/** Maximum length of a host, in characters. Truncated at the start, because the owned domain is at its end. */
const MAX_HOST_LENGTH = 48;

interface Props {
  siteName: string | null;
  /** Without `www.`; `''` if unknown. */
  host: string;
  /** Makes the name a link to this address. */
  href?: string;
}

/** A local PDF has an address that cannot be opened. */
export const isWebAddress = (address: string): boolean => /^https?:/i.test(address);

const truncateStart = (host: string): string =>
  host.length <= MAX_HOST_LENGTH ? host : `…${host.slice(1 - MAX_HOST_LENGTH)}`;

/** The site's name and the article's host, since any site can call itself anything. */
function getParts({ siteName, host }: Pick<Props, 'siteName' | 'host'>): string[] {
  const name = cleanLine(siteName ?? '', LINE_LIMITS.siteName);
  const isHost = name.toLowerCase().replace(/^www\./, '') === host;
  return [name === '' || isHost ? '' : name, truncateStart(host)].filter((part) => part !== '');
}

/** The source of an article as plain text. */
export function formatSource(siteName: string | null, host: string): string {
  return getParts({ siteName, host }).join(' · ');
}

/** The source of an article: the site's name, followed by the host. */
export function SourceName(props: Props) {
  const [name = '', host] = getParts(props);
  return (
    <span class="source-name">
      {props.href === undefined || !isWebAddress(props.href) ? (
        <bdi class="source-name__site">{name}</bdi>
      ) : (
        <a class="source-name__site" href={props.href} target="_blank" rel="noreferrer noopener" dir="auto">
          {name}
        </a>
      )}
      {host !== undefined && (
        <>
          {' '}
          <span class="source-name__host">
            <bdi dir="ltr">{host}</bdi>
          </span>
        </>
      )}
    </span>
  );
}
