import { catalog } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Lines, Notice, Page, Trouble, useTitle } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { ArticleLesson } from './ArticleLesson.tsx';
import { VideoLesson } from './VideoLesson.tsx';

export function Component() {
  const text = useText();
  const { courseId = '', lessonId = '' } = useParams();
  const lesson = useEndpoint(catalog.getLesson, { params: { courseId, lessonId } }, { staleTime: 60_000 });
  const course = useEndpoint(catalog.getCourseContent, { params: { courseId } });
  useTitle(lesson.data?.title);
  if (!lesson.data) {
    return (
      <Page title={undefined} narrow>
        {lesson.error ? (
          <Trouble
            failure={lesson.error}
            retry={() => void lesson.refetch()}
            way={{ to: paths.courses(), label: text('app.toCourses') }}
          />
        ) : (
          <Lines count={2} height={220} />
        )}
      </Page>
    );
  }
  if (lesson.data.kind === 'article') {
    return <ArticleLesson key={lessonId} lesson={lesson.data} course={course.data} />;
  }
  if (!lesson.data.media) {
    return (
      <Page title={lesson.data.title} narrow>
        <Notice tone="info">{text('lesson.notReady')}</Notice>
      </Page>
    );
  }
  return <VideoLesson key={lessonId} lesson={lesson.data} media={lesson.data.media} course={course.data} />;
}
