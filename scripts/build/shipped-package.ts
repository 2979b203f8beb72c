/** A package or third-party data in the product. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** The full licence, with its copyright lines. */
  text: string;
}
