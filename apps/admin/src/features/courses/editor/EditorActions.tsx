import { EyeOutlined } from '@ant-design/icons';
import { catalog } from '@dangxiao/contracts';
import { call, refresh } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useConfirm } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useChecklist } from './Checklist.tsx';
import { draftReads, type Draft } from './draft.ts';
import { Preview } from './Preview.tsx';

/** Preview, archive, publish. */
export function EditorActions({ draft }: { draft: Draft }) {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const client = useQueryClient();
  const checklist = useChecklist(draft);
  const [previewing, setPreviewing] = useState(false);
  const archived = draft.state === 'archived';
  const params = { courseId: draft.id };
  const ready = checklist.data?.ready ?? false;
  const after = () => refresh(client, draftReads);
  const archive = () =>
    confirm({
      title: text(archived ? 'courses.restore.title' : 'courses.archive.title', { title: draft.title }),
      consequence: text(archived ? 'courses.restore.consequence' : 'courses.archive.consequence'),
      action: text(archived ? 'courses.restore.action' : 'courses.archive.action'),
      danger: !archived,
      run: () => call(catalog.archiveCourse, { params, body: { archived: !archived } }).then(after),
    });
  const publish = () =>
    confirm({
      title: text('courses.publish.title', { title: draft.title }),
      consequence: text(draft.visibility === 'school' ? 'courses.publish.toSchool' : 'courses.publish.toSubtree', {
        name: draft.organizationName,
      }),
      action: text('courses.publish.action'),
      run: () => call(catalog.publishCourse, { params, body: { revision: draft.revision } }).then(after),
      done: text('courses.publish.done'),
    });
  return (
    <>
      <Button icon={<EyeOutlined aria-hidden />} onClick={() => setPreviewing(true)}>
        {text('courses.preview.open')}
      </Button>
      {may('courses.write') && (draft.publishedVersion !== null || archived) && (
        <Button onClick={archive}>{text(archived ? 'courses.restore.action' : 'courses.archive.action')}</Button>
      )}
      {may('courses.write') && !archived && (
        <Tooltip
          title={ready ? (draft.changed ? '' : text('courses.publish.unchanged')) : text('courses.publish.notReady')}
        >
          <Button type="primary" disabled={!ready || !draft.changed} onClick={publish}>
            {text('courses.publish.action')}
          </Button>
        </Tooltip>
      )}
      <Preview draft={draft} open={previewing} onClose={() => setPreviewing(false)} />
    </>
  );
}
