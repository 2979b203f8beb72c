import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SyncPictures } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';

/** True where the browser tells Wi-Fi from a network that costs by the amount. */
export const TellsNetworkContext = createContext(false);

interface Props {
  value: SyncPictures;
  onChange: (value: SyncPictures) => void;
}

/** Whether pictures travel to and from this device. */
export function PicturesChoice({ value, onChange }: Props) {
  const { t } = useStrings();
  const tellsNetwork = useContext(TellsNetworkContext);
  return (
    <div class="sync-pictures">
      <span class="sync-pictures__name">{t('syncPictures')}</span>
      <SegmentedChoice
        label={t('syncPictures')}
        options={[
          { value: 'all', label: t('syncPicturesAll') },
          ...(tellsNetwork ? [{ value: 'wifi' as const, label: t('syncPicturesWifi') }] : []),
          { value: 'none', label: t('syncPicturesNone') },
        ]}
        // Where Wi-Fi can't be told, pictures that are to wait for it never travel.
        value={value === 'wifi' && !tellsNetwork ? 'none' : value}
        onChange={onChange}
      />
    </div>
  );
}
