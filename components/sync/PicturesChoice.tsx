import type { SyncPictures } from '../../utils/sync/sync-types.ts';
import { useStrings } from '../ui/base/strings.ts';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';

interface Props {
  value: SyncPictures;
  onChange: (value: SyncPictures) => void;
}

/** Whether pictures travel to and from this device. */
export function PicturesChoice({ value, onChange }: Props) {
  const { t } = useStrings();
  return (
    <div class="sync-pictures">
      <span class="sync-pictures__name">{t('syncPictures')}</span>
      <SegmentedChoice
        label={t('syncPictures')}
        options={[
          { value: 'all', label: t('syncPicturesAll') },
          { value: 'wifi', label: t('syncPicturesWifi') },
          { value: 'none', label: t('syncPicturesNone') },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
