import { PlusOutlined } from '@ant-design/icons';
import { catalog } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { MenuButton } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Unit } from './draft.ts';
import css from './editor.module.css';

/** Adds a lesson or the exam to a unit, or (without a unit) a unit to the course, and opens what was added. */
export function AddToOutline({ courseId, unit }: { courseId: string; unit: Unit | null }) {
  const text = useText();
  const { message } = App.useApp();
  const errors = useErrorText();
  const navigate = useNavigate();
  const failed = { onFailed: (failure: unknown) => void message.error(errors.of(failure)) };
  const open = (at: string) => void navigate(`?at=${at}`, { replace: true });
  const addUnit = useMutationOf(catalog.createUnit, {
    refreshes: draftReads,
    onDone: ({ id }) => open(`unit:${id}`),
    ...failed,
  });
  const addLesson = useMutationOf(catalog.createLesson, {
    refreshes: draftReads,
    onDone: ({ id }) => open(`lesson:${id}`),
    ...failed,
  });
  if (!unit) {
    const body = { title: text('courses.unit.new') };
    return (
      <Button
        block
        icon={<PlusOutlined aria-hidden />}
        loading={addUnit.isPending}
        onClick={() => addUnit.mutate({ params: { courseId }, body })}
      >
        {text('courses.unit.add')}
      </Button>
    );
  }
  const lesson = (kind: 'video' | 'article') =>
    addLesson.mutate({ params: { unitId: unit.id }, body: { kind, title: text(`courses.lesson.new.${kind}`) } });
  const items = [
    { key: 'video', label: text('courses.lesson.kind.video') },
    { key: 'article', label: text('courses.lesson.kind.article') },
    ...(unit.examId === null ? [{ key: 'exam', label: text('courses.exam.label') }] : []),
  ];
  return (
    <MenuButton
      items={items}
      onChoose={(key) => (key === 'exam' ? open(`exam:${unit.id}`) : lesson(key as 'video' | 'article'))}
      type="text"
      size="small"
      className={css.add ?? ''}
      icon={<PlusOutlined aria-hidden />}
      loading={addLesson.isPending}
      aria-label={text('courses.outline.addTo', { title: unit.title })}
    >
      {text('courses.outline.add')}
    </MenuButton>
  );
}
