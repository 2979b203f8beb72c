/**
 * Lists the components of a release as a CycloneDX bill of materials (cyclonedx.org): those of the extension and of the
 * command.
 */

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

/** The required fields of the project's own package.json. */
export interface Project {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
}

/** The required fields of package-lock.json; `dependencies` are those without which a package does not run. */
export interface Lock {
  packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
}

/** A shipped component is missing in npm's bill. */
export class MissingPartError extends Error {
  override name = 'MissingPartError';
}

/** npm's property for development dependencies, which is wrong for shipped ones. */
const DEVELOPMENT = 'cdx:npm:package:development';

const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));

/** The names of each package's dependencies, by its name and version. */
function dependenciesOf({ packages }: Lock): Map<string, Set<string>> {
  return new Map(
    Object.entries(packages).map(([place, { version = '', dependencies = {} }]) => [
      `${place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
      new Set(Object.keys(dependencies)),
    ]),
  );
}

/**
 * Reduces npm's bill of all installed packages to the shipped ones. npm's own `--omit dev` also omits shipped packages
 * that a tool needs, and does not know the command's dependencies.
 *
 * @param all output of `npm sbom` without omissions
 * @param lock distinguishes required dependencies from optional ones: a helper for Node, a compiler
 * @param command the package of the command, and the packages that are installed with it
 * @throws MissingPartError if one of them is not installed
 */
export function shippedBill(
  all: Bill,
  project: Project,
  lock: Lock,
  command: { name: string; description: string; needs: readonly string[] },
): Bill {
  const root = all.metadata.component['bom-ref'];
  const wanted = dependenciesOf(lock);
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
    // npm uses the name of the folder.
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
