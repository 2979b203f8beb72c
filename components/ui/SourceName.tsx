import { cleanLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import './source-name.css';

/**
 * Maximum length of the displayed host, in characters. Longer hosts are truncated at the start, because the registrable
 * domain is at the end.
 */
const MAX_HOST_LENGTH = 48;

interface Props {
  siteName: string | null;
  /** The article's host without `www.`; `''` if unknown. */
  host: string;
  /** Makes the name a link to this address. */
  href?: string;
}

/** Whether an address can be a link. Local PDFs have `file:` addresses, which extension pages cannot open. */
export const isWebAddress = (address: string): boolean => /^https?:/i.test(address);

const truncateStart = (host: string): string =>
  host.length <= MAX_HOST_LENGTH ? host : `…${host.slice(1 - MAX_HOST_LENGTH)}`;

/**
 * Returns the site's name, unless it is empty or the host, and the host, unless it is unknown. The name alone does not
 * suffice, because a site can choose any name.
 */
function getSourceParts({ siteName, host }: Pick<Props, 'siteName' | 'host'>): string[] {
  const name = cleanLine(siteName ?? '', LINE_LIMITS.siteName);
  const isHost = name.toLowerCase().replace(/^www\./, '') === host;
  return [name === '' || isHost ? '' : name, truncateStart(host)].filter((part) => part !== '');
}

/** Formats the source of an article as plain text: “The Harbour News · harbour.example”. */
export function formatSource(siteName: string | null, host: string): string {
  return getSourceParts({ siteName, host }).join(' · ');
}

/** Shows the source of an article: the site's name, followed by the host. */
export function SourceName(props: Props) {
  const [name = '', host] = getSourceParts(props);
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
