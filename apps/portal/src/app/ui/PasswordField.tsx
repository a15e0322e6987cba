import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import css from './ui.module.css';

/** A password with a way to look at it that a finger can hit. */
export function PasswordField(props: PasswordInputProps) {
  const text = useText();
  return (
    <PasswordInput
      required
      withAsterisk={false}
      rightSectionWidth="2.75rem"
      visibilityToggleButtonProps={{ 'aria-label': text('app.showPassword'), className: css.eye ?? '', tabIndex: 0 }}
      {...props}
    />
  );
}
