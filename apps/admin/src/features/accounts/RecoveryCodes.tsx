import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { accounts } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Alert, Button } from 'antd';
import { printSlip } from '../../app/print/print-slip.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';

/** Saves a text as a file of the browser's downloads. */
function download(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The recovery codes, shown once: to be downloaded or printed. */
export function RecoveryCodes({ codes, login, onKept }: { codes: string[]; login: string; onKept: () => void }) {
  const text = useText();
  const school = useEndpoint(accounts.school, {}, { staleTime: Infinity }).data?.name ?? text('app.name');
  const head = text('factor.codesHead', { school, login });
  return (
    <>
      <Alert type="warning" showIcon title={text('factor.codesLead')} />
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => download(text('factor.codesFile', { school, login }), [head, '', ...codes, ''].join('\r\n'))}
        >
          {text('factor.download')}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => printSlip(head, [head, ...codes])}>
          {text('factor.print')}
        </Button>
        <Button type="primary" onClick={onKept}>
          {text('factor.saved')}
        </Button>
      </div>
    </>
  );
}
