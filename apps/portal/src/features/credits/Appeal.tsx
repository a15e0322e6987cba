import { credits } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { Button, Textarea } from '@mantine/core';
import { Notice, Section, When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import type { EntryDetail } from './types.ts';

/** Hours that were reversed can be appealed once; afterwards it shows how that stands. */
export function Appeal({ entry }: { entry: EntryDetail }) {
  const text = useText();
  const errors = useErrorText();
  const appeal = useMutationOf(credits.appeal, { refreshes: [credits.myEntry] });
  const wrong = errors.ofField(appeal.error, 'text');
  if (entry.appeal) {
    const { decision, decisionReason, createdAt } = entry.appeal;
    return (
      <Section title={text('entry.appeal')}>
        <Notice tone={decision === 'rejected' ? 'warn' : decision === 'upheld' ? 'good' : 'info'}>
          <p>
            <strong>{text(`entry.appeal_${decision}`)}</strong>
          </p>
          {decisionReason && <p>{text('entry.decided', { reason: decisionReason })}</p>}
          {decision === 'open' && <p className={ui.second}>{text('entry.appealNext')}</p>}
        </Notice>
        <div className={ui.card}>
          <p className={ui.hint}>
            {text('entry.appealText')} · <When at={createdAt} />
          </p>
          <p>{entry.appeal.text}</p>
        </div>
      </Section>
    );
  }
  return (
    <Section title={text('entry.appeal')}>
      <form
        className={`${ui.card} ${css.form}`}
        onSubmit={(event) => {
          event.preventDefault();
          const value = new FormData(event.currentTarget).get('text');
          appeal.mutate({ params: { entryId: entry.id }, body: { text: typeof value === 'string' ? value : '' } });
        }}
      >
        <Textarea
          name="text"
          label={text('entry.appealText')}
          description={text('entry.appealHint')}
          autosize
          minRows={3}
          maxLength={1000}
          error={wrong}
        />
        {appeal.error && !wrong && (
          <Notice tone="bad" announced>
            {errors.of(appeal.error)}
          </Notice>
        )}
        <Button type="submit" loading={appeal.isPending}>
          {text('entry.appealSubmit')}
        </Button>
      </form>
    </Section>
  );
}
