import { useStrings } from '../ui/base/strings.ts';

interface Props {
  removed: readonly { id: string; name: string }[];
  onPerson: (id: string, name: string) => void;
}

/** Names that the user took out of People, each with its way back. */
export function RemovedNames({ removed, onPerson }: Props) {
  const { t, count } = useStrings();
  if (removed.length === 0) return null;
  return (
    <details class="people__removed">
      <summary>{count('peopleRemoved', removed.length)}</summary>
      <ul>
        {removed.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <button
              type="button"
              class="text-button"
              aria-label={t('personAddBackName', name)}
              onClick={() => onPerson(id, name)}
            >
              {t('personAddBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
