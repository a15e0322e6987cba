import { catalog, media as mediaApi } from '@dangxiao/contracts';
import { useEndpoint, useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Loaded, Section } from '../../../app/ui/index.ts';
import { MediaCard } from '../../../app/upload/MediaStatus.tsx';
import { UploadBox } from '../../../app/upload/UploadBox.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { draftReads, type Lesson } from './draft.ts';
import { MediaPicker } from './MediaPicker.tsx';

const pollMs = 1500;

/** The lecture of a lesson: uploaded here or taken from stock, with live progress until it can be played. */
export function LessonVideo({
  lesson,
  organizationId,
  fixed,
}: {
  lesson: Lesson;
  organizationId: string;
  fixed: boolean;
}) {
  const text = useText();
  const { message } = App.useApp();
  const errors = useErrorText();
  const [replacing, setReplacing] = useState(false);
  const [picking, setPicking] = useState(false);
  const onFailed = (failure: unknown) => void message.error(errors.of(failure));
  const attach = useMutationOf(catalog.updateLesson, {
    refreshes: draftReads,
    onDone: () => setReplacing(false),
    onFailed,
  });
  const take = (mediaId: string) =>
    attach.mutate({ params: { lessonId: lesson.id }, body: { revision: lesson.revision, mediaId } });
  const create = useMutationOf(mediaApi.createMedia, { onDone: (made) => take(made.id), onFailed });
  const shown = lesson.mediaId !== null && !replacing;
  return (
    <Section
      title={text('courses.lesson.video')}
      extra={
        shown &&
        !fixed && (
          <Button type="link" onClick={() => setReplacing(true)}>
            {text('courses.lesson.replaceVideo')}
          </Button>
        )
      }
    >
      {shown ? (
        <AttachedVideo mediaId={lesson.mediaId ?? ''} />
      ) : (
        <>
          <UploadBox
            accept="video/mp4,video/quicktime,video/webm,.mkv,.mp4,.mov,.webm"
            label={text('media.upload.choose')}
            hint={text('media.upload.hint')}
            disabled={fixed || create.isPending}
            onDone={(uploadId, file) =>
              create.mutate({
                body: { uploadId, organizationId, title: file.name.replace(/\.[^.]+$/, '').slice(0, 120) },
              })
            }
          />
          <p style={{ marginTop: 12 }}>
            <Button disabled={fixed} onClick={() => setPicking(true)}>
              {text('courses.lesson.fromStock')}
            </Button>{' '}
            {replacing && <Button onClick={() => setReplacing(false)}>{text('app.cancel')}</Button>}
          </p>
        </>
      )}
      <MediaPicker open={picking} organizationId={organizationId} onClose={() => setPicking(false)} onPick={take} />
    </Section>
  );
}

function AttachedVideo({ mediaId }: { mediaId: string }) {
  const found = useEndpoint(
    mediaApi.getMedia,
    { params: { mediaId } },
    { refetchInterval: (media) => (media?.state === 'uploaded' || media?.state === 'processing' ? pollMs : false) },
  );
  return <Loaded query={found}>{(media) => <MediaCard media={media} />}</Loaded>;
}
