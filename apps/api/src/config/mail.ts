import { z } from 'zod';

const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Variables of the mail server; without SMTP_URL messages stay in the inbox. */
export const mailVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_TLS: z.enum(['opportunistic', 'required', 'none']).default('opportunistic'),
  SMTP_CA: z.string().optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_PER_SECOND: count(1, 1000).default(10),
  MAIL_GATHER_SECONDS: count(0, 86_400).default(600),
};

/** What to do about one that is missing or wrong. */
export const mailRemedies = {
  SMTP_URL: 'use smtp://user:password@host:587, or smtps:// where the server wants TLS from the first byte',
  MAIL_FROM: 'with SMTP_URL set MAIL_FROM to the address that emails come from, e.g. noreply@school.example.org',
};

/** How emails are sent. */
export interface MailConfig {
  url: string;
  /** STARTTLS where it is offered, always, or never; smtps:// is encrypted whatever this says. */
  tls: 'opportunistic' | 'required' | 'none';
  /** A file with the certificate of a private authority. */
  caFile: string | null;
  from: string;
  /** What stands after the @ of the sender and of every Message-ID. */
  domain: string;
  perSecond: number;
  /** How long an email waits for more messages to the same person. */
  gatherMs: number;
}

type Values = z.infer<z.ZodObject<typeof mailVariables>>;

/** @returns null without a mail server, or the name of the variable that is missing */
export function mailOf(v: Values): MailConfig | null | 'MAIL_FROM' {
  if (!v.SMTP_URL) return null;
  if (!v.MAIL_FROM) return 'MAIL_FROM';
  return {
    url: v.SMTP_URL,
    tls: v.SMTP_TLS,
    caFile: v.SMTP_CA ?? null,
    from: v.MAIL_FROM,
    domain: v.MAIL_FROM.slice(v.MAIL_FROM.lastIndexOf('@') + 1),
    perSecond: v.MAIL_PER_SECOND,
    gatherMs: v.MAIL_GATHER_SECONDS * 1000,
  };
}
