/** Properties of elements that follow from their tag, as bits. */
export const TAG = {
  /** The text belongs to the surrounding block. */
  inline: 1,
  link: 2,
  /** Never read or hidden: scripts, styles and invisible elements. */
  skip: 4,
  /** Contains no text of the page. */
  opaque: 8,
  heading: 16,
  /** A field or button. */
  control: 32,
  form: 64,
  frame: 128,
  picture: 256,
  paragraph: 512,
  /** Scaffolding of the page; never hidden by itself. */
  scaffold: 1024,
  listItem: 2048,
  aside: 4096,
  navigation: 8192,
  /** Separates the words before and after it. */
  gap: 16384,
  footer: 32768,
  /** A custom element, named by its author. */
  custom: 65536,
  figure: 131072,
  headline: 262144,
  button: 524288,
  quotation: 1048576,
  list: 2097152,
  caption: 4194304,
  /** Can have a shadow root (DOM standard, "valid shadow host name"). */
  host: 8388608,
  header: 16777216,
  time: 33554432,
} as const;

const TAG_LISTS: readonly [bits: number, names: string][] = [
  [
    TAG.inline,
    'span b strong em i u s small big sup sub br font abbr acronym mark code time cite q ins del bdi bdo dfn kbd samp var wbr data ruby rt tt nobr',
  ],
  [TAG.inline | TAG.link, 'a'],
  [TAG.gap, 'br td th li button option'],
  [
    TAG.skip,
    'script style noscript template link meta head title base object embed applet param source track map area',
  ],
  [TAG.opaque, 'svg math canvas video audio iframe frame img textarea select picture'],
  [TAG.heading, 'h1 h2 h3 h4 h5 h6'],
  [TAG.headline, 'h1'],
  [TAG.control, 'input button select textarea'],
  [TAG.button | TAG.link, 'button'],
  [TAG.form, 'form'],
  [TAG.frame, 'iframe frame'],
  [TAG.picture, 'img picture video canvas audio'],
  [TAG.paragraph, 'p'],
  [TAG.scaffold, 'html body main article'],
  [TAG.listItem, 'li dd dt'],
  [TAG.list, 'ul ol dl'],
  [TAG.aside, 'aside'],
  [TAG.navigation, 'nav'],
  [TAG.footer, 'footer'],
  [TAG.header, 'header'],
  [TAG.time, 'time'],
  [TAG.quotation, 'blockquote'],
  [TAG.figure, 'figure figcaption table'],
  [TAG.caption, 'figcaption'],
  [TAG.host, 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'],
];

const BITS_BY_NAME = new Map<string, number>();
for (const [bits, names] of TAG_LISTS) {
  for (const name of names.split(' ')) BITS_BY_NAME.set(name, (BITS_BY_NAME.get(name) ?? 0) | bits);
}

/** Returns the bits (`TAG`) for a local name. */
export function tagBits(name: string): number {
  const bits = BITS_BY_NAME.get(name);
  if (bits !== undefined) return bits;
  return name.includes('-') ? TAG.custom | TAG.host : 0;
}
