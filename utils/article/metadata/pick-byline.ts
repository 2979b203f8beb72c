import { foldText } from '../../text/fold-text.ts';
import { isHandle } from './clean-byline.ts';
import type { Metadata } from './read-metadata.ts';
import { isNamedAfter } from './site-name.ts';

const DESK =
  /\b(?:team|staff|editors?|editorial|desk|newsroom|redaktion|rédaction|redacción|redazione|redakcja)\b/i;

const AGENCY =
  /^(?:the )?(?:a[fp]p?|afp|ansa|apa|associated press|bloomberg(?: news)?|dpa|efe|epd|itar-tass|kna|pap|reuters|ritzau|sda|sid|tass|tt|upi|xinhua|агентство.*)$/i;

/** Whether the page's data name no person: nobody, the publisher, a desk or an agency. */
export function isNobody({ byline, siteName, houses, domain }: Metadata): boolean {
  if (byline === null) return true;
  const site = foldText(siteName ?? '');
  return byline.split(', ').every((name) => {
    const folded = foldText(name);
    if (DESK.test(name) || AGENCY.test(name) || houses.has(folded)) return true;
    return (site !== '' && folded.includes(site)) || isNamedAfter(domain, name);
  });
}

/** The author in the data, if it may be a person. */
export function statedPerson({ byline, siteByline }: Metadata): string | null {
  const stated = byline ?? siteByline;
  return stated === null || DESK.test(stated) ? null : stated;
}

/** The author in the data, unless that is a login or the site's name and the page prints a person. */
export function pickByline(metadata: Metadata, printed: string | null): string | null {
  const stated = metadata.byline;
  if (stated === null && printed !== null && DESK.test(printed)) return metadata.siteByline ?? printed;
  if (stated === null || printed === null) return stated ?? printed ?? metadata.siteByline;
  return isHandle(stated) || (isNobody(metadata) && !DESK.test(printed)) ? printed : stated;
}
