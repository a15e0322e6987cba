import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const same = (colour: string) => Array.from({ length: 10 }, () => colour) as unknown as MantineColorsTuple;

/** Mantine's components in the colours and sizes of the shared theme (`--dx-…`), which follow the scheme and the text size by themselves. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: same('var(--dx-accent)') },
  fontFamily: 'var(--dx-font)',
  headings: { fontFamily: 'var(--dx-font)', fontWeight: '600' },
  defaultRadius: 'var(--dx-radius-control)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  fontSizes: {
    xs: 'var(--dx-text-xs)',
    sm: 'var(--dx-text-sm)',
    md: 'var(--dx-text-md)',
    lg: 'var(--dx-text-lg)',
    xl: 'var(--dx-text-xl)',
  },
  variantColorResolver: ({ variant, color }) => {
    const ink = color === 'accent' || color === undefined ? 'var(--dx-accent)' : 'var(--dx-ink)';
    if (variant === 'filled') {
      return {
        background: 'var(--dx-accent)',
        hover: 'color-mix(in srgb, var(--dx-accent) 88%, black)',
        color: 'var(--dx-on-accent)',
        border: '1px solid transparent',
      };
    }
    if (variant === 'default') {
      return {
        background: 'var(--dx-card)',
        hover: 'var(--dx-paper)',
        color: 'var(--dx-ink)',
        border: '1px solid var(--dx-control)',
      };
    }
    if (variant === 'light') {
      return {
        background: 'var(--dx-accent-soft)',
        hover: 'var(--dx-accent-soft)',
        color: 'var(--dx-accent)',
        border: '1px solid transparent',
      };
    }
    return {
      background: 'transparent',
      hover: 'color-mix(in srgb, var(--dx-ink) 7%, transparent)',
      color: variant === 'subtle' ? 'var(--dx-ink)' : ink,
      border: '1px solid transparent',
    };
  },
  // by name, not by `Component.extend`: that would load every one of them with the first page
  components: {
    Button: { defaultProps: { size: 'md' }, classNames: { root: 'dx-button', label: 'dx-button-label' } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: { classNames: { description: 'dx-field-note', error: 'dx-field-note' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    SegmentedControl: { classNames: { label: 'dx-segment' } },
    Switch: {
      defaultProps: { withThumbIndicator: false },
      classNames: { body: 'dx-switch-body', labelWrapper: 'dx-switch-label' },
    },
    Textarea: { defaultProps: { size: 'md' } },
    Modal: {
      styles: { title: { fontSize: 'var(--dx-text-lg)', fontWeight: 650 } },
      defaultProps: { centered: true, radius: 'var(--dx-radius-card)', transitionProps: { duration: 150 } },
    },
  },
});

const shared = {
  '--mantine-color-body': 'var(--dx-card)',
  '--mantine-color-text': 'var(--dx-ink)',
  '--mantine-color-dimmed': 'var(--dx-ink-2)',
  '--mantine-color-placeholder': 'var(--dx-ink-3)',
  '--mantine-color-anchor': 'var(--dx-accent)',
  '--mantine-color-error': 'var(--dx-bad)',
  '--mantine-color-default': 'var(--dx-card)',
  '--mantine-color-default-hover': 'var(--dx-paper)',
  '--mantine-color-default-color': 'var(--dx-ink)',
  '--mantine-color-default-border': 'var(--dx-control)',
  '--mantine-color-disabled': 'var(--dx-line)',
  '--mantine-color-disabled-color': 'var(--dx-ink-3)',
  '--mantine-color-disabled-border': 'var(--dx-line)',
  '--mantine-primary-color-filled': 'var(--dx-accent)',
  '--mantine-primary-color-filled-hover': 'var(--dx-accent)',
  '--mantine-primary-color-light': 'var(--dx-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--dx-accent)',
  '--mantine-line-height': 'var(--dx-line-height)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
