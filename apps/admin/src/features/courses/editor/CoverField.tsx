import { PictureOutlined } from '@ant-design/icons';
import { catalog, media } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Button } from 'antd';
import { UploadBox } from '../../../app/upload/UploadBox.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Draft } from './draft.ts';
import css from './editor.module.css';

/** The cover picture: saved at once when it is chosen. */
export function CoverField({ draft, fixed }: { draft: Draft; fixed: boolean }) {
  const text = useText();
  const { message } = App.useApp();
  const errors = useErrorText();
  const onFailed = (failure: unknown) => void message.error(errors.of(failure));
  const params = { courseId: draft.id };
  const save = useMutationOf(catalog.updateCourse, { refreshes: draftReads, onFailed });
  const setCover = (coverFileId: string | null) =>
    save.mutate({ params, body: { revision: draft.revision, coverFileId } });
  const keep = useMutationOf(media.createFile, { onDone: (file) => setCover(file.id), onFailed });
  const { organizationId } = draft;
  return (
    <div className={css.cover}>
      {draft.coverUrl ? (
        <img src={draft.coverUrl} alt={text('courses.cover')} />
      ) : (
        <div className={css.coverNone} aria-hidden>
          <PictureOutlined />
        </div>
      )}
      {!fixed && (
        <div>
          <UploadBox
            accept="image/png,image/jpeg,image/webp"
            label={text('courses.coverChoose')}
            hint={text('courses.coverHint')}
            onDone={(uploadId) => keep.mutate({ body: { uploadId, purpose: 'cover', organizationId } })}
          />
          {draft.coverUrl && (
            <Button type="link" onClick={() => setCover(null)}>
              {text('courses.coverRemove')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
