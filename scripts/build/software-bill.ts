/** What a release is made of, as a CycloneDX bill (cyclonedx.org): the extension's parts and the command's. */

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  properties?: { name: string; value: string }[];
  [other: string]: unknown;
}

interface Dependency {
  ref: string;
  dependsOn?: string[];
}

export interface Bill {
  metadata: { component: Component; [other: string]: unknown };
  components: Component[];
  dependencies: Dependency[];
  [other: string]: unknown;
}

/** What is needed of the project's own package.json. */
export interface Project {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
}

/** What is needed of package-lock.json: `dependencies` are those without which a package does not run. */
export interface Lock {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
}

/** Something is shipped that the bill of everything doesn't know. */
export class MissingPartError extends Error {
  override name = 'MissingPartError';
}

/** What npm says of packages that it takes for tools alone; of what is shipped that is not so. */
const DEVELOPMENT = 'cdx:npm:package:development';

const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));

/** The names of what each package needs, by its name and version. */
function wantedIn({ packages }: Lock): Map<string, Set<string>> {
  return new Map(
    Object.entries(packages).map(([place, { version = '', dependencies = {} }]) => [
      `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
      new Set(Object.keys(dependencies)),
    ]),
  );
}

/**
 * Leaves of the bill of everything that is installed what gets to users. npm's own `--omit dev` leaves out what is
 * shipped as well where a tool needs it, too, and knows nothing of what the command needs besides.
 *
 * @param all what `npm sbom` says with nothing left out
 * @param lock tells what a package needs from what it would take if it were there: a helper for Node, a compiler
 * @param command the package of the command, and the packages that are installed with it
 * @throws MissingPartError where one of them is not installed
 */
export function billOfShipped(
  all: Bill,
  project: Project,
  lock: Lock,
  command: { name: string; description: string; needs: readonly string[] },
): Bill {
  const root = all.metadata.component['bom-ref'];
  const wanted = wantedIn(lock);
  const needsOf = new Map(
    all.dependencies.map(({ ref, dependsOn = [] }) => [
      ref,
      ref === root ? dependsOn : dependsOn.filter((one) => wanted.get(ref)?.has(nameOf(one))),
    ]),
  );
  const find = (name: string): string => {
    const ref = needsOf.get(root)?.find((one) => nameOf(one) === name);
    if (ref === undefined) throw new MissingPartError(`${name} is shipped, and not installed`);
    return ref;
  };
  const bundled = Object.keys(project.dependencies).map(find);
  const installed = command.needs.map(find);
  const shipped = new Set<string>();
  const waiting = [...bundled, ...installed];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (shipped.has(ref)) continue;
    shipped.add(ref);
    waiting.push(...(needsOf.get(ref) ?? []));
  }
  const own = `${command.name}@${project.version}`;
  const asCommand = {
    'bom-ref': own,
    type: 'application',
    name: command.name,
    version: project.version,
    scope: 'required',
    description: command.description,
    licenses: [{ license: { id: project.license } }],
  };
  return {
    ...all,
    // npm names it after the folder that it lies in.
    metadata: { ...all.metadata, component: { ...all.metadata.component, name: project.name } },
    components: [
      ...all.components
        .filter((component) => shipped.has(component['bom-ref']))
        .map((component) => ({
          ...component,
          properties: (component.properties ?? []).filter(({ name }) => name !== DEVELOPMENT),
        })),
      asCommand,
    ],
    dependencies: [
      { ref: root, dependsOn: [...bundled, own] },
      { ref: own, dependsOn: installed },
      ...[...shipped].sort().map((ref) => ({ ref, dependsOn: needsOf.get(ref) ?? [] })),
    ],
  };
}
