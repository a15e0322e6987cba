import { asFailure, useErrorText, type ApiFailure } from '@dangxiao/web-kit';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';

/** Another device writes now; one tap brings the writing back here. */
export function Elsewhere({ opened, takeOver }: { opened: boolean; takeOver: () => Promise<void> }) {
  const text = useText();
  const errors = useErrorText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const here = async () => {
    setBusy(true);
    setFailure(null);
    await takeOver().catch((error: unknown) => setFailure(asFailure(error)));
    setBusy(false);
  };
  return (
    <Modal opened={opened} onClose={() => undefined} withCloseButton={false} title={text('attempt.elsewhereTitle')}>
      <div className={ui.stack}>
        <p>{text('attempt.elsewhereText')}</p>
        {failure && (
          <Notice tone="bad" announced>
            {errors.of(failure)}
          </Notice>
        )}
        <Button data-autofocus loading={busy} onClick={() => void here()}>
          {text('attempt.writeHere')}
        </Button>
      </div>
    </Modal>
  );
}
