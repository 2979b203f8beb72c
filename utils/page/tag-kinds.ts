const parseList = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that browsers lay out as blocks by default (HTML standard, "Rendering"), plus those treated like them. */
export const BLOCK_TAGS = parseList(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol ' +
    'optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);

/** Elements whose text is never prose: scripts, controls, replaced content, ruby annotations. */
export const SILENT_TAGS = parseList(
  'script style noscript template iframe object embed applet svg math canvas audio video map select option textarea ' +
    'input button datalist meter progress head title link meta base param source track rt rp frame noframes noembed ' +
    'amp-ad amp-embed amp-analytics amp-sidebar amp-consent amp-social-share',
);

export const HEADING_TAGS = parseList('h1 h2 h3 h4 h5 h6');
