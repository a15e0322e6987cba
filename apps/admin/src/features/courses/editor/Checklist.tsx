import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { catalog, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Link } from 'react-router';
import { Loaded } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { Draft } from './draft.ts';
import css from './editor.module.css';

type Item = ResponseOf<typeof catalog.getChecklist>['items'][number];

const pollMs = 3000;

/** Asked again while a video is on its way, so that publishing becomes possible by itself. */
export function useChecklist(draft: Draft) {
  const coming = draft.units.some(({ lessons }) =>
    lessons.some(({ mediaId, mediaState }) => mediaId !== null && mediaState !== 'failed'),
  );
  return useEndpoint(
    catalog.getChecklist,
    { params: { courseId: draft.id } },
    {
      refetchInterval: (found) =>
        coming && found?.items.some(({ code, done }) => code === 'video_ready' && !done) ? pollMs : false,
    },
  );
}

function addressOf(where: Item['where'], draft: Draft): string {
  if (!where || where.kind === 'course') return '?';
  if (where.kind !== 'exam') return `?at=${where.kind}:${where.id}`;
  const unit = draft.units.find((each) => each.examId === where.id);
  return unit ? `?at=exam:${unit.id}` : '?';
}

/** What publishing still needs; each missing thing leads to where it is mended. */
export function Checklist({ draft }: { draft: Draft }) {
  const text = useText();
  const found = useChecklist(draft);
  return (
    <section className={css.checklist} aria-labelledby="checklist-title">
      <h2 id="checklist-title">{text('courses.checklist.heading')}</h2>
      <Loaded query={found}>
        {({ items }) => (
          <ul>
            {items.map((item, index) => (
              <li key={`${item.code}-${item.where?.id ?? index}`}>
                {item.done ? (
                  <>
                    <CheckCircleOutlined className={css.met} aria-label={text('courses.checklist.met')} />
                    {text(`courses.checklist.${item.code}`)}
                  </>
                ) : (
                  <>
                    <ExclamationCircleOutlined className={css.missing} aria-label={text('courses.checklist.missing')} />
                    <Link to={addressOf(item.where, draft)} replace>
                      {text(`courses.checklist.${item.code}`)}
                      {item.where && item.where.kind !== 'course' && ` · ${item.where.title}`}
                    </Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
