import { noticeTarget, noticeTexts, renderNotice, type NoticeContent, type NoticeLanguage } from '@dangxiao/domain';

export interface EmailFacts {
  school: string;
  reader: string;
  language: NoticeLanguage;
  zone: string;
  /** Of the school, without a slash at the end. */
  publicUrl: string;
  /** Administers more than they learn: accounts without a person read in the console. */
  app: 'portal' | 'admin';
}

interface Paragraph {
  title: string;
  body: string;
  link: { text: string; url: string };
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** An email with the messages that it carries, as text and as plain HTML; the same whenever it is made. */
export function wordEmail(notices: readonly NoticeContent[], facts: EmailFacts) {
  const { school, reader, language, zone, publicUrl, app } = facts;
  const { email } = noticeTexts[language];
  const paragraphs = notices.map((notice): Paragraph => {
    const target = noticeTarget(notice, app);
    const url = `${publicUrl}${target.app === 'admin' ? '/admin' : ''}${target.path}`;
    return { ...renderNotice(notice, language, zone), link: { text: email.open, url } };
  });
  const subject = paragraphs.length === 1 ? (paragraphs[0]?.title ?? '') : email.digest(paragraphs.length, school);
  const settingsUrl = `${publicUrl}${app === 'admin' ? '/admin' : ''}/inbox`;
  const footer = `${email.footer(school)}\n${email.settings}: ${settingsUrl}`;
  return { subject, settingsUrl, ...bodies(email.greeting(reader), paragraphs, footer) };
}

/** The email that asks for confirmation of an address. It names nobody: the address may have been mistyped, and belong to a stranger. */
export function renderConfirmation(url: string, { school, language, publicUrl }: EmailFacts) {
  const { email } = noticeTexts[language];
  const subject = email.confirmSubject(school);
  const paragraph = { title: subject, body: email.confirmBody(school), link: { text: email.confirmButton, url } };
  return { subject, settingsUrl: publicUrl, ...bodies(email.confirmGreeting, [paragraph], email.confirmFooter) };
}

function bodies(greeting: string, paragraphs: readonly Paragraph[], footer: string) {
  const text = [
    greeting,
    ...paragraphs.map(({ title, body, link }) => `${title}\n${body}\n${link.text}: ${link.url}`),
    footer,
  ].join('\n\n');
  const blocks = paragraphs.map(
    ({ title, body, link }) =>
      `<div style="padding:16px 0;border-top:1px solid #e7e3dd"><p style="margin:0;font-weight:600">${escaped(title)}</p>` +
      `<p style="margin:4px 0 8px;color:#57534e">${escaped(body)}</p>` +
      `<a href="${escaped(link.url)}" style="color:#b01e23">${escaped(link.text)}</a></div>`,
  );
  const html =
    `<div style="max-width:560px;margin:0 auto;font:16px/1.6 sans-serif;color:#1d1b1a"><p>${escaped(greeting)}</p>${blocks.join('')}` +
    `<p style="padding-top:16px;border-top:1px solid #e7e3dd;font-size:13px;color:#716c66">${escaped(footer).replace('\n', '<br>')}</p></div>`;
  return { text, html };
}
