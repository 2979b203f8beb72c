import { nameOf } from '../../../page/element-access.ts';
import type { Unit } from '../survey.ts';
import { TAG } from '../tags.ts';
import { mayLead } from './link-targets.ts';

/** Services by which a site takes gifts. Not those on which people collect for others: news tell of them. */
const SERVICES: readonly [name: string, pattern: RegExp][] = [
  ['paypal', /^(.+\.)?paypal\.(com|me)$/],
  ['stripe', /^(buy|donate|checkout)\.stripe\.com$/],
  ['patreon', /^(.+\.)?patreon\.com$/],
  ['ko-fi', /^(.+\.)?ko-fi\.com$/],
  ['coffee', /^(.+\.)?buymeacoffee\.com$/],
  ['liberapay', /^(.+\.)?liberapay\.com$/],
  ['steady', /^(.+\.)?(steadyhq\.com|steady\.page)$/],
  ['collective', /^(.+\.)?opencollective\.com$/],
  ['donorbox', /^(.+\.)?donorbox\.org$/],
  ['raisenow', /^(.+\.)?raisenow\.(com|io)$/],
];
const HOST = /^(?:https?:)?\/\/([^/?#:]+)/i;

/** The service that an address pays by, or null. */
export function readService(address: string): string | null {
  if (!mayLead(address)) return null;
  const host = HOST.exec(address)?.[1]?.toLowerCase();
  return host === undefined ? null : (SERVICES.find(([, pattern]) => pattern.test(host))?.[0] ?? null);
}

const MAY_BE_IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/;
const SHORTEST_IBAN = 15;
const LONGEST_IBAN = 34;
const WALLET =
  /(?<![a-zA-Z0-9])(?:bc1[a-z0-9]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})(?![a-zA-Z0-9])/;

/** Whether a number of a bank account has its right check digits (ISO 13616). */
function isIban(number: string): boolean {
  const letters = number.replaceAll(' ', '');
  if (letters.length < SHORTEST_IBAN || letters.length > LONGEST_IBAN) return false;
  let rest = 0;
  for (const letter of letters.slice(4) + letters.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const MAY_BE_ACCOUNT = /[A-Z]{2}\d\d ?[A-Z\d]{4}|[a-zA-Z\d]{26}/;

/** Whether a text tells where money can be sent: a bank account or a wallet. */
export function namesAccount(text: string): boolean {
  if (!MAY_BE_ACCOUNT.test(text)) return false;
  const number = MAY_BE_IBAN.exec(text)?.[0];
  return (number !== undefined && isIban(number)) || WALLET.test(text);
}

const AMOUNT_LENGTH = 12;
const MONEY = '[€$£₴₺₽]|zł|kč|kr|eur|usd|chf|euros?|грн|руб|tl';
const AMOUNT = new RegExp(`^(?:(?:${MONEY})\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:${MONEY}))$`, 'iu');

/** Whether a text is a button with an amount and nothing else. */
export function isAmountButton(unit: Unit, element: Element, tag: number): boolean {
  if (unit.length > AMOUNT_LENGTH || !AMOUNT.test(unit.text)) return false;
  return unit.linked === unit.length || (tag & TAG.button) !== 0 || nameOf(element) === 'label';
}
