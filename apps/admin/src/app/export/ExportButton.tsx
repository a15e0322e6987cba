import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { useMay } from '../use-may.ts';
import { ExportDialog, type ExportOffer } from './ExportDialog.tsx';

interface Props {
  offers: readonly [ExportOffer, ...ExportOffer[]];
  names?: Readonly<Record<string, string>>;
  asOf?: string | undefined;
}

/** At the right of a table: its rows as an Excel file. */
export function ExportButton({ offers, names = {}, asOf }: Props) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const { notification } = App.useApp();
  const [open, setOpen] = useState(false);
  if (!may('exports.create')) return null;
  const started = () => {
    setOpen(false);
    const key = 'export-started';
    const go = () => {
      notification.destroy(key);
      void navigate(paths.exports());
    };
    notification.success({
      key,
      title: text('exports.started'),
      actions: (
        <Button size="small" onClick={go}>
          {text('exports.go')}
        </Button>
      ),
    });
  };
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {text('exports.open')}
      </Button>
      {open && (
        <ExportDialog offers={offers} names={names} asOf={asOf} onClose={() => setOpen(false)} onStarted={started} />
      )}
    </>
  );
}
