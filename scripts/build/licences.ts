import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPPED_DATA } from './shipped-data.ts';
import type { ShippedPackage } from './shipped-package.ts';

/** SPDX ids that may be shipped in an MIT product; others need a review. */
const COMPATIBLE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1'];
/** Dependencies that no bundle contains: `argparse` belongs to markdown-it's command. */
const UNUSED = ['argparse'];
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE-MIT.txt'];

interface Manifest {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/**
 * Lists the packages that are part of the product, including dependencies, and third-party data.
 *
 * @param root the project's folder, with `node_modules` in it
 * @returns sorted by name
 * @throws Error if a licence is missing or is not allowed
 */
export function listShippedPackages(root: string): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    const folder = path.join(root, 'node_modules', name);
    const { version, license = '', dependencies = {} } = readManifest(folder);
    const ids = license.replace(/[()]/g, '').split(/\s+(?:OR|AND)\s+/);
    if (!ids.every((id) => COMPATIBLE.includes(id))) {
      throw new Error(`${name} is under "${license}": look whether the product may ship it`);
    }
    const file = FILES.map((one) => path.join(folder, one)).find((one) => existsSync(one));
    if (file === undefined) throw new Error(`${name} has no licence file in ${folder}`);
    const text = readFileSync(file, 'utf8').trim();
    found.set(name, { name, version, licence: license.replace(/[()]/g, ''), text });
    Object.keys(dependencies)
      .filter((dependency) => !UNUSED.includes(dependency))
      .forEach(add);
  };
  Object.keys(readManifest(root).dependencies ?? {}).forEach(add);
  return [...found.values(), ...SHIPPED_DATA].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text file with all licences that is shipped with the product. */
export function writeLicenceFile(packages: readonly ShippedPackage[]): string {
  const line = '='.repeat(72);
  return packages
    .map(
      ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`,
    )
    .join('\n');
}
