import { useErrorText, type ApiFailure } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { IconCloudOff, IconExclamationCircle, IconFileUnknown } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from './ButtonLink.tsx';
import { Halt } from './Halt.tsx';
import css from './ui.module.css';
import { isUnreachable, useReturn } from './use-return.ts';

/** Where the learner may go instead. */
export interface Way {
  to: string;
  label: string;
}

interface Props {
  failure: ApiFailure;
  retry: () => void;
  /** Left out: the first page. */
  way?: Way | undefined;
}

/** A whole page that could not be read: it is not there, the server is not there, or something else that the server says. */
export function Trouble({ failure, retry, way }: Props) {
  const text = useText();
  const errors = useErrorText();
  const unreachable = isUnreachable(failure);
  useReturn(unreachable, retry);
  const again = (
    <Button variant={unreachable ? 'filled' : 'default'} onClick={retry}>
      {text('app.retry')}
    </Button>
  );
  const on = (variant: 'filled' | 'default') => (
    <ButtonLink to={way?.to ?? paths.home()} variant={variant}>
      {way?.label ?? text('app.toHome')}
    </ButtonLink>
  );
  if (unreachable) {
    return (
      <Halt Icon={IconCloudOff} title={text('app.unreachable')} actions={again}>
        <p>{text('app.unreachableHint')}</p>
        <p className={css.hint}>{text('app.unreachableKept')}</p>
      </Halt>
    );
  }
  // an address that is no address of ours is refused before anything is looked for
  if (failure.status === 404 || failure.status === 400 || failure.status === 422) {
    const said = failure.status === 404 ? errors.of(failure) : text('app.notFoundHint');
    return (
      <Halt Icon={IconFileUnknown} title={text('app.missing')} actions={on('filled')}>
        <p>{said}</p>
        <p className={css.hint}>{text('app.missingHint')}</p>
      </Halt>
    );
  }
  return (
    <Halt
      Icon={IconExclamationCircle}
      title={text('app.failed')}
      actions={
        <>
          {again}
          {on('default')}
        </>
      }
    >
      <p>{errors.of(failure)}</p>
    </Halt>
  );
}
