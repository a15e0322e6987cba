import { assignments } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Lines, Loaded, Notice, When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';

/** The secret address under which a phone's calendar shows the deadlines: made, shown once, revoked. */
export function CalendarBox() {
  const text = useText();
  const errors = useErrorText();
  const [address, setAddress] = useState<string>();
  const feed = useEndpoint(assignments.myCalendar, {});
  const open = useMutationOf(assignments.openCalendar, {
    refreshes: [assignments.myCalendar],
    onDone: ({ path }) => setAddress(new URL(path, location.origin).href),
  });
  const close = useMutationOf(assignments.closeCalendar, {
    refreshes: [assignments.myCalendar],
    onDone: () => setAddress(undefined),
  });
  const failure = open.error ?? close.error;
  return (
    <div className={`${ui.card} ${ui.stack}`}>
      <p className={ui.second}>{text('training.calendarHint')}</p>
      <Loaded query={feed} skeleton={<Lines count={1} height={44} />}>
        {({ since }) => (
          <>
            {address ? (
              <>
                <TextInput
                  readOnly
                  label={text('training.address')}
                  value={address}
                  onFocus={(e) => e.target.select()}
                />
                <CopyButton value={address}>
                  {({ copied, copy }) => (
                    <Button onClick={copy}>{text(copied ? 'training.copied' : 'training.copy')}</Button>
                  )}
                </CopyButton>
                <p>{text('training.howTo')}</p>
                <p className={ui.hint}>{text('training.secret')}</p>
              </>
            ) : (
              since && (
                <p className={ui.hint}>
                  {text('training.inUse')} <When at={since} />
                </p>
              )
            )}
            {since && <p className={ui.hint}>{text('training.ends')}</p>}
            <Button variant="default" loading={open.isPending} onClick={() => open.mutate({})}>
              {text(since ? 'training.renew' : 'training.subscribe')}
            </Button>
            {since && (
              <Button variant="subtle" loading={close.isPending} onClick={() => close.mutate({})}>
                {text('training.revoke')}
              </Button>
            )}
          </>
        )}
      </Loaded>
      {failure && <Notice tone="bad">{errors.of(failure)}</Notice>}
    </div>
  );
}
