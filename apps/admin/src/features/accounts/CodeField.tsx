import { Form, Input } from 'antd';

/** A code of the authenticator app: six places, filled in by the phone's keyboard where it can; or a recovery code in letters. */
export function CodeField({ label, recovery = false }: { label: string; recovery?: boolean }) {
  return (
    <Form.Item name="code" label={label}>
      <Input
        size="large"
        autoFocus
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={recovery ? 30 : 7}
        style={{ fontVariantNumeric: 'tabular-nums', letterSpacing: recovery ? 1 : 6, fontSize: 20 }}
      />
    </Form.Item>
  );
}
