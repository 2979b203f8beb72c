/** A package, or data of others, that ships inside the product. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** The licence in full, with its copyright lines. */
  text: string;
}
