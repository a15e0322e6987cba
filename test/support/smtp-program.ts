import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server of its own process, which the tests start. Every email that it has taken in whole is appended to a file before it answers.
 * Arguments: the file and how to behave: `accept`; `refuse` (550); `put-off` (451); `die`: takes the email and ends without a word.
 */
const [file = '', manner = 'accept'] = process.argv.slice(2);

const failure = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    if (manner === 'refuse') return done(failure(550, '5.1.1 no such mailbox here'));
    done(manner === 'put-off' ? failure(451, '4.7.1 come back later') : null);
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      appendFileSync(file, `\n${JSON.stringify({ to, raw: Buffer.concat(chunks).toString('utf8') })}\n`);
      if (manner === 'die') process.exit(1);
      done(null, 'taken');
    });
  },
});
server.on('error', () => undefined);
server.listen(Number(process.env['SMTP_PORT'] ?? 0), '127.0.0.1', () => {
  const address = server.server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
