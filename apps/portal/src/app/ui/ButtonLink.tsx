import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props extends ButtonProps {
  to: string;
  replace?: boolean;
  children: ReactNode;
}

/** A link that looks like a button. */
export function ButtonLink({ to, replace = false, ...rest }: Props) {
  return <Button component={Link} to={to} replace={replace} {...rest} />;
}
