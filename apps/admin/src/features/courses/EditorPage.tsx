import { catalog } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Tag } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, Page } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CourseState } from './CourseState.tsx';
import { Checklist } from './editor/Checklist.tsx';
import { CoursePanel } from './editor/CoursePanel.tsx';
import { placeOf, type Draft, type Place } from './editor/draft.ts';
import css from './editor/editor.module.css';
import { EditorActions } from './editor/EditorActions.tsx';
import { ExamPanel } from './editor/ExamPanel.tsx';
import { LessonPanel } from './editor/LessonPanel.tsx';
import { Outline } from './editor/Outline.tsx';
import { UnitPanel } from './editor/UnitPanel.tsx';

const pollMs = 3000;

/** While a video is being processed, the draft is asked again so that the checklist becomes true by itself. */
const waiting = (draft: Draft | undefined) =>
  draft?.units.some((unit) =>
    unit.lessons.some(({ mediaState }) => mediaState === 'uploaded' || mediaState === 'processing'),
  )
    ? pollMs
    : false;

export function Component() {
  const { courseId = '' } = useParams();
  const text = useText();
  const may = useMay();
  const [search] = useSearchParams();
  const found = useEndpoint(catalog.getCourseDraft, { params: { courseId } }, { refetchInterval: waiting });
  return (
    <Loaded query={found}>
      {(draft) => {
        const place = placeOf(draft, search.get('at'));
        const fixed = draft.state === 'archived' || !may('courses.write');
        return (
          <Page
            title={draft.title}
            subtitle={draft.organizationName}
            back={{ to: paths.courses(), label: text('app.nav.courses') }}
            tags={
              <>
                <CourseState state={draft.state} />
                {draft.changed && draft.publishedVersion !== null && (
                  <Tag color="warning">{text('courses.unpublishedChanges')}</Tag>
                )}
              </>
            }
            actions={<EditorActions draft={draft} />}
          >
            <div className={css.editor}>
              <div className={css.side}>
                <Outline draft={draft} place={place} fixed={fixed} />
                <Checklist draft={draft} />
              </div>
              <div className={css.side}>
                <Panel draft={draft} place={place} fixed={fixed} />
              </div>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Remounted when another thing is chosen; what was typed survives a refresh of the same thing. */
function Panel({ draft, place, fixed }: { draft: Draft; place: Place; fixed: boolean }) {
  const { organizationId } = draft;
  if (place.kind === 'unit') return <UnitPanel key={place.unit.id} unit={place.unit} fixed={fixed} />;
  if (place.kind === 'exam')
    return <ExamPanel key={place.unit.id} unit={place.unit} organizationId={organizationId} fixed={fixed} />;
  if (place.kind === 'lesson') {
    const { lesson } = place;
    return <LessonPanel key={lesson.id} lesson={lesson} organizationId={organizationId} fixed={fixed} />;
  }
  return <CoursePanel key={draft.id} draft={draft} fixed={fixed} />;
}
