import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import type { accounts, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Alert, App, Button, Modal } from 'antd';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { printSlip } from '../../../app/print/print-slip.ts';

interface Props {
  issued: ResponseOf<typeof accounts.issueActivationCode>;
  person: { name: string; organizationName: string };
  onClose: () => void;
}

/** The one-time code: shown once, to be copied or printed. */
export function CodeDialog({ issued, person, onClose }: Props) {
  const text = useText();
  const format = useFormat();
  const { message } = App.useApp();
  const address = `${location.origin}/activate`;
  const validity = text('people.code.valid', { until: format.when(issued.expiresAt) });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(issued.code);
      void message.success(text('people.code.copied'));
    } catch {
      void message.info(text('people.code.copyByHand')); // without HTTPS browsers refuse the clipboard
    }
  };
  const print = () =>
    printSlip(`${text('app.name')} · ${person.name}`, [
      `${person.organizationName} · ${person.name}`,
      text('people.code.slip', { address }),
      issued.code,
      validity,
    ]);
  return (
    <Modal
      open
      title={text(issued.purpose === 'reset' ? 'people.code.resetFor' : 'people.code.activateFor', {
        name: person.name,
      })}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={{ 'aria-label': text('app.close') }}
      footer={
        <>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={print}>
            {text('people.code.print')}
          </Button>
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {text('people.code.copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {text('people.code.noted')}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={text('people.code.once')} />
      <p className={css.slip}>{text('people.code.slip', { address })}</p>
      <div className={css.code} role="status">
        {issued.code}
      </div>
      <p className={css.hint}>{validity}</p>
    </Modal>
  );
}
