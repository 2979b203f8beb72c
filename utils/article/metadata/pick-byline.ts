import { foldText } from '../../text/fold-text.ts';
import { isLoginName } from './clean-byline.ts';
import type { Metadata } from './read-metadata.ts';
import { isDerivedFrom } from './site-name.ts';

const DESK_WORD =
  /\b(?:team|staff|editors?|editorial|desk|newsroom|redaktion|rédaction|redacción|redazione|redakcja)\b/i;

const AGENCY =
  /^(?:the )?(?:a[fp]p?|afp|ansa|apa|associated press|bloomberg(?: news)?|dpa|efe|epd|itar-tass|kna|pap|reuters|ritzau|sda|sid|tass|tt|upi|xinhua|агентство.*)$/i;

/** Whether the metadata names no person: nobody at all, or only the publisher, a desk or an agency. */
export function namesNoPerson({ byline, siteName, publisherNames, domain }: Metadata): boolean {
  if (byline === null) return true;
  const site = foldText(siteName ?? '');
  return byline.split(', ').every((name) => {
    const folded = foldText(name);
    if (DESK_WORD.test(name) || AGENCY.test(name) || publisherNames.has(folded)) return true;
    return (site !== '' && folded.includes(site)) || isDerivedFrom(domain, name);
  });
}

/** The author in the metadata if it may be a person, or null. */
export function declaredPerson({ byline, siteByline }: Metadata): string | null {
  const declared = byline ?? siteByline;
  return declared === null || DESK_WORD.test(declared) ? null : declared;
}

/**
 * Chooses the byline: that in the metadata, unless it is a login or no person and the page prints one.
 *
 * @param printed the byline that is visible on the page
 */
export function pickByline(metadata: Metadata, printed: string | null): string | null {
  const declared = metadata.byline;
  if (declared === null && printed !== null && DESK_WORD.test(printed)) return metadata.siteByline ?? printed;
  if (declared === null || printed === null) return declared ?? printed ?? metadata.siteByline;
  return isLoginName(declared) || (namesNoPerson(metadata) && !DESK_WORD.test(printed)) ? printed : declared;
}
