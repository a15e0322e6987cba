import { accounts } from '@dangxiao/contracts';
import { App } from 'antd';
import { FormModal, useContractForm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { CodeField } from './CodeField.tsx';

interface Props {
  doing: 'renew' | 'off';
  onClose: () => void;
  onCodes: (codes: string[]) => void;
}

/** What needs a code of the app once more: new recovery codes, or doing without. */
export function CodeModal({ doing, onClose, onCodes }: Props) {
  const text = useText();
  const { message } = App.useApp();
  const fieldOf = { second_factor_wrong: 'code' };
  const renew = useContractForm<typeof accounts.renewRecoveryCodes, { code?: string }>(accounts.renewRecoveryCodes, {
    request: ({ code = '' }) => ({ body: { code } }),
    fieldOf,
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  const off = useContractForm<typeof accounts.switchOffSecondFactor, { code?: string }>(
    accounts.switchOffSecondFactor,
    {
      request: ({ code = '' }) => ({ body: { code } }),
      refreshes: [accounts.getSecondFactor],
      fieldOf,
      onDone: () => {
        void message.success(text('factor.switchedOff'));
        onClose();
      },
    },
  );
  return (
    <FormModal
      open
      danger={doing === 'off'}
      title={text(doing === 'off' ? 'factor.switchOff' : 'factor.renew')}
      form={doing === 'off' ? off : renew}
      onClose={onClose}
      submitLabel={text(doing === 'off' ? 'factor.switchOff' : 'factor.renew')}
    >
      <p className={css.lead}>{text(doing === 'off' ? 'factor.switchOffNote' : 'factor.renewNote')}</p>
      <CodeField label={text('factor.code')} />
    </FormModal>
  );
}
