import {
  ApartmentOutlined,
  FileDoneOutlined,
  FileOutlined,
  LoadingOutlined,
  ReadOutlined,
  ScheduleOutlined,
  ThunderboltOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useEffect, type ComponentType } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import css from './jump.module.css';
import type { FoundKind, Section } from './types.ts';

const icons: Readonly<Record<FoundKind, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  page: FileOutlined,
  action: ThunderboltOutlined,
  organization: ApartmentOutlined,
  person: UserOutlined,
  course: ReadOutlined,
  assignment: ScheduleOutlined,
  exam: FileDoneOutlined,
};

interface Props {
  id: string;
  sections: readonly Section[];
  /** Number of the chosen line, from 0 through all sections. */
  chosen: number;
  onChoose: (line: number) => void;
  /** What is said when there is nothing. */
  empty: string;
  /** Something is still asked for. */
  waiting: boolean;
}

/** What was found, by kind, each with its own waiting and failing. */
export function Results({ id, sections, chosen, onChoose, empty, waiting }: Props) {
  const text = useText();
  const shown = sections.filter(({ state, entries }) => entries.length > 0 || state === 'failed');
  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen, count]);
  let line = -1;
  return (
    <>
      <div id={id} role="listbox" aria-label={text('app.jump.results')} className={css.results}>
        {shown.map((section) => (
          <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
            <div id={`${id}-${section.id}`} role="presentation" className={css.heading}>
              {section.label}
            </div>
            {section.entries.map(({ key, kind, name, hint, open }) => {
              line += 1;
              const number = line;
              const Icon = icons[kind];
              return (
                <div
                  key={key}
                  id={`${id}-${number}`}
                  role="option"
                  aria-selected={number === chosen}
                  className={css.line}
                  onMouseMove={() => onChoose(number)}
                  onClick={open}
                >
                  <Icon aria-hidden />
                  <span className={css.name}>{name}</span>
                  <span className={css.hint}>{hint}</span>
                </div>
              );
            })}
            {section.retry && (
              <div
                id={`${id}-${++line}`}
                role="option"
                aria-selected={line === chosen}
                className={`${css.line} ${css.failed}`}
                onClick={section.retry}
              >
                <WarningOutlined aria-hidden />
                <span className={css.name}>{text('app.jump.failed')}</span>
                <span className={css.hint}>{text('app.retry')}</span>
              </div>
            )}
          </div>
        ))}
      </div>
      <p className={css.status} role="status">
        {waiting ? (
          <>
            <LoadingOutlined aria-hidden /> {text('app.jump.looking')}
          </>
        ) : shown.length === 0 ? (
          empty
        ) : (
          <span className={css.unseen}>{text('app.jump.count', { count })}</span>
        )}
      </p>
    </>
  );
}
