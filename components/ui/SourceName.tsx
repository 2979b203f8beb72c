import { cleanLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import './source-name.css';

/** Characters of a host. Its end is what somebody owns, so that it is cut at its beginning. */
const HOST_SHOWN = 48;

interface Props {
  siteName: string | null;
  /** Without `www.`; `''` where none is known. */
  host: string;
  /** Makes the name a link to this address. */
  href?: string;
}

/** A PDF from the user's disk has an address that leads nowhere. */
const isWeb = (address: string): boolean => /^https?:/i.test(address);

const endOf = (host: string): string => (host.length <= HOST_SHOWN ? host : `…${host.slice(1 - HOST_SHOWN)}`);

/** What a site calls itself, and the host that the article came from: anybody may call themselves anything. */
function partsOf({ siteName, host }: Pick<Props, 'siteName' | 'host'>): string[] {
  const name = cleanLine(siteName ?? '', LINE_LIMITS.siteName);
  const isHost = name.toLowerCase().replace(/^www\./, '') === host;
  return [name === '' || isHost ? '' : name, endOf(host)].filter((part) => part !== '');
}

/** Where an article is from, in one line of plain text. */
export function sourceLine(siteName: string | null, host: string): string {
  return partsOf({ siteName, host }).join(' · ');
}

/** Where an article is from: what the site calls itself, and behind it the host. */
export function SourceName(props: Props) {
  const [name = '', host] = partsOf(props);
  return (
    <span class="source-name">
      {props.href === undefined || !isWeb(props.href) ? (
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
