/** The part of sync setup that runs in the page, because browsers ask for access only in a user action. */
import type { PlaceKindView, TestedPlace } from '../../components/sync/sync-view-types.ts';
import { library } from '../../utils/library/db.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { askForPlace } from '../../utils/platform/allow-place.ts';
import type { ManagedSettings } from '../../utils/settings/managed.ts';
import { readState } from '../../utils/sync/engine/sync-state.ts';
import { managedValues, REMOTE_KINDS, remoteKindOf } from '../../utils/sync/remote/remote-kinds.ts';
import { type RemoteConfig, RemoteError } from '../../utils/sync/remote/remote-store.ts';
import { WEB_DAV } from '../../utils/sync/remote/web-dav.ts';
import type { SyncOutcome } from '../../utils/sync/sync-types.ts';

const PLACE_VIEWS: readonly PlaceKindView[] = REMOTE_KINDS.map((kind) => ({
  id: kind.id,
  fields: kind.fields,
  isOffered: kind.isOffered(),
  isPicked: kind.pick !== undefined,
}));

/** The kinds of remotes the user can choose from, with values that an organisation has set. */
export function placeViews(managed: ManagedSettings): readonly PlaceKindView[] {
  const values: Readonly<Record<string, string>> | null = managedValues(managed);
  if (values === null) return PLACE_VIEWS;
  return PLACE_VIEWS.filter(({ id }) => id === WEB_DAV.id).map((view) => ({
    ...view,
    fields: view.fields.map((field) => {
      const initial = values[field.name];
      return initial === undefined ? field : { ...field, initial, isManaged: true };
    }),
  }));
}

type Values = Readonly<Record<string, string>>;

const refuse = (code: string): SyncOutcome<TestedPlace> => ({
  ok: false,
  trouble: { from: 'place', code, at: Date.now(), nextTryAt: null },
});

export function isPlainPlace(id: string, values: Values): boolean {
  const kind = remoteKindOf({ kind: id });
  try {
    return kind.isPlain(kind.make(values));
  } catch (error) {
    // An incomplete address while it is typed.
    if (error instanceof RemoteError) return false;
    throw error;
  }
}

export async function pickPlace(id: string): Promise<Values | null> {
  return (await remoteKindOf({ kind: id }).pick?.()) ?? null;
}

/** Asks for access, which must come before any wait, and has the background test the remote. */
export async function testChosenPlace(id: string, values: Values): Promise<SyncOutcome<TestedPlace>> {
  const kind = remoteKindOf({ kind: id });
  let place: RemoteConfig;
  try {
    place = kind.make(values);
  } catch (error) {
    if (error instanceof RemoteError) return refuse(error.code);
    throw error;
  }
  const address = kind.address(place);
  if (address !== null && !(await askForPlace(address))) return refuse('noAccess');
  const outcome = await sendToBackground('sync/look', { place });
  return outcome.ok ? { ok: true, place, label: kind.describe(place), holds: outcome.holds } : outcome;
}

/** The configured remote; null if there is none. */
export async function readPlace(): Promise<RemoteConfig | null> {
  return (await readState(library, 'config'))?.place ?? null;
}

/** Asks again for access to a remote. Call it synchronously in a user action. */
export async function regainPlace(place: RemoteConfig): Promise<void> {
  const kind = remoteKindOf(place);
  const address = kind.address(place);
  await (address === null ? kind.regain?.(place) : askForPlace(address));
}
