import { notices, type ResponseOf } from '@dangxiao/contracts';
import { NOTICE_KINDS, noticeTexts, type NoticeKind } from '@dangxiao/domain';
import { useEndpoint, useErrorText, useFormat, useMe, useMutationOf } from '@dangxiao/web-kit';
import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Lines, Loaded, Notice } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './notices.module.css';

type Settings = ResponseOf<typeof notices.mySettings>;

/** What comes by e-mail, and when not. Emails are written in the language on screen when this is saved. */
export function ChoiceBox() {
  const settings = useEndpoint(notices.mySettings, {});
  return (
    <Loaded query={settings} skeleton={<Lines count={1} height={180} />}>
      {(data) => <ChoiceForm key={JSON.stringify(data)} settings={data} />}
    </Loaded>
  );
}

function ChoiceForm({ settings }: { settings: Settings }) {
  const text = useText();
  const errors = useErrorText();
  const { language } = useFormat();
  const { permissions } = useMe();
  // imports and exports are the work of administrators
  const kinds = NOTICE_KINDS.filter((kind) => kind !== 'work' || permissions.length > 0);
  const [noEmail, setNoEmail] = useState<NoticeKind[]>(settings.noEmail);
  const [quiet, setQuiet] = useState(settings.quietHours);
  const save = useMutationOf(notices.putMySettings, { refreshes: [notices.mySettings] });
  const toggle = (kind: NoticeKind, wanted: boolean) =>
    setNoEmail((list) => (wanted ? list.filter((one) => one !== kind) : [...list, kind]));
  return (
    <form
      className={`${ui.card} ${ui.stack}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { language, noEmail, quietHours: quiet } });
      }}
    >
      <p className={ui.hint}>{text('inbox.choicesHint')}</p>
      {kinds.map((kind) => (
        <Switch
          key={kind}
          className={css.choice}
          size="md"
          label={noticeTexts[language].kinds[kind]}
          checked={!noEmail.includes(kind)}
          onChange={(event) => toggle(kind, event.currentTarget.checked)}
        />
      ))}
      <Switch
        className={css.choice}
        size="md"
        label={text('inbox.ownQuiet')}
        checked={quiet !== null}
        onChange={(event) => setQuiet(event.currentTarget.checked ? { from: '21:30', to: '07:30' } : null)}
      />
      {quiet && (
        <div className={css.hours}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              required
              label={text(`inbox.${end}`)}
              value={quiet[end]}
              onChange={(event) => setQuiet({ ...quiet, [end]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
      <Button type="submit" variant="default" loading={save.isPending}>
        {text('inbox.save')}
      </Button>
      {save.error && <Notice tone="bad">{errors.of(save.error)}</Notice>}
    </form>
  );
}
