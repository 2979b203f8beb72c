import { attributeOf } from '../../../page/element-access.ts';
import { isSubmit, isTyped, readField } from '../read-field.ts';
import { TAG } from '../tags.ts';
import type { Feature, Taboo } from '../weights.ts';
import {
  isFinalOffer,
  isOwnOffer,
  isPodcast,
  isSignUpTarget,
  isStory,
  mayLead,
  readTarget,
} from './link-targets.ts';
import { readService } from './ways-to-pay.ts';

/** Where links, forms and fields lead, by the numbers of their elements. */
export interface Ways {
  /** Buttons, and links to where one pays or signs up. */
  certain: number[];
  /** Links to anything else but a story. */
  possible: number[];
  /** All links. */
  all: number[];
  /** Links to where this site sells itself, and those of them that end there. */
  offers: number[];
  finals: number[];
  /** What pays by a service, with its name. */
  services: { at: number; service: string }[];
  /** Email fields, forms and frames that count. */
  fields: number[];
  /** The page's own. */
  host: string;
}

export function startWays(host: string): Ways {
  return { certain: [], possible: [], all: [], offers: [], finals: [], services: [], fields: [], host };
}

const LINK = TAG.inline | TAG.link;

/** What a link, a field, a form or a frame says by where it leads and what it takes. */
export function readAddress(
  element: Element,
  tag: number,
  at: number,
  ways: Ways,
  add: (feature: Feature | Taboo, at: number) => void,
): void {
  if (tag === LINK) {
    const address = attributeOf(element, 'href');
    // Most links of a page are stories: nothing else is asked of them.
    const isTold = isStory(address);
    const leads = !isTold && mayLead(address);
    const target = leads ? readTarget(address) : null;
    ways.all.push(at);
    if (leads) addService(address, at, ways);
    if (target !== null && isOwnOffer(address, ways.host)) {
      ways.offers.push(at);
      if (isFinalOffer(address)) ways.finals.push(at);
    }
    if (target !== null) add(target, at);
    else if (isPodcast(address)) add('podcast', at);
    if (target !== null) ways.certain.push(at);
    else if (!isTold) ways.possible.push(at);
  } else if ((tag & TAG.control) !== 0) {
    const role = readField(element);
    if (isTyped(element)) add('textField', at);
    if (isSubmit(element)) ways.certain.push(at);
    if (role === 'emailField') ways.fields.push(at);
    if (role !== null) add(role, at);
  } else if ((tag & (TAG.form | TAG.frame)) !== 0) {
    const address = attributeOf(element, (tag & TAG.form) !== 0 ? 'action' : 'src');
    addService(address, at, ways);
    if (isPodcast(address)) add('podcast', at);
    if (!isSignUpTarget(address)) return;
    add('signUpTarget', at);
    ways.fields.push(at);
  }
}

function addService(address: string, at: number, { services }: Ways): void {
  const service = readService(address);
  if (service !== null) services.push({ at, service });
}
