import { parseXml, type XmlElement } from '@rgrove/parse-xml';

/**
 * Parses untrusted XML. Line ends are normalised first, because the parser takes quadratic time for carriage returns.
 *
 * @returns the root element, or null if there is none
 * @throws XmlError if it is not well-formed; RangeError if it is nested too deeply
 */
export function readXml(xml: string): XmlElement | null {
  return parseXml(xml.replace(/\r\n?/g, '\n')).root;
}
