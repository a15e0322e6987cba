import { accounts } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button, TextInput } from '@mantine/core';
import { Notice } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import type { Checked } from './ActivateForm.tsx';
import { fieldsOf } from './fields.ts';

export function CodeForm({ onChecked }: { onChecked: (checked: Checked) => void }) {
  const text = useText();
  const errors = useErrorText();
  const check = useMutationOf(accounts.checkActivationCode, {
    onDone: (answer, { body }) => onChecked({ ...answer, code: body.code }),
  });
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate({ body: { code: fieldsOf(event.currentTarget)['code'] ?? '' } });
      }}
    >
      <TextInput
        name="code"
        label={text('activate.code')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        withAsterisk={false}
        error={errors.ofField(check.error, 'code')}
      />
      {check.error && (
        <Notice tone="bad" announced>
          {errors.of(check.error)}
        </Notice>
      )}
      <Button type="submit" loading={check.isPending} fullWidth>
        {text('activate.check')}
      </Button>
    </form>
  );
}
