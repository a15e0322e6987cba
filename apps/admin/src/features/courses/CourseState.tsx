import { Tag } from 'antd';
import { useText } from '../../i18n/use-text.ts';

const colours = { draft: 'default', published: 'success', archived: 'warning' } as const;

export function CourseState({ state }: { state: keyof typeof colours }) {
  const text = useText();
  return <Tag color={colours[state]}>{text(`courses.state.${state}`)}</Tag>;
}
