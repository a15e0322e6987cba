import { PauseCircleOutlined, PlayCircleOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress, Upload } from 'antd';
import { useUnsaved, type LeaveQuestion } from '../leaving/unsaved.ts';
import { useText } from '../../i18n/use-text.ts';
import { bytesText } from './bytes.ts';
import css from './upload.module.css';
import { useUpload } from './use-upload.ts';

interface Props {
  /** What can be chosen, e.g. `video/*,.mkv`. */
  accept: string;
  label: string;
  hint: string;
  disabled?: boolean;
  onDone: (uploadId: string, file: File) => void;
}

/** The sent part waits on the server for the same file; the rest is lost. */
const unfinishedUpload: LeaveQuestion = {
  title: 'media.upload.leaveTitle',
  content: 'media.upload.leaveText',
  leave: 'media.upload.leave',
  stay: 'media.upload.stay',
};

/** A place to drop or choose one file, then its progress with pause. */
export function UploadBox({ accept, label, hint, disabled = false, onDone }: Props) {
  const text = useText();
  const { state, begin, pause, resume, cancel } = useUpload({ onDone });
  useUnsaved(() => state.phase !== 'idle', 'address', unfinishedUpload);
  if (state.phase === 'idle') {
    return (
      <div className={css.box}>
        <Upload.Dragger
          accept={accept}
          multiple={false}
          showUploadList={false}
          disabled={disabled}
          beforeUpload={(file) => {
            void begin(file);
            return false;
          }}
        >
          <p className={css.icon}>
            <UploadOutlined aria-hidden />
          </p>
          <p className={css.label}>{label}</p>
          <p className={css.hint}>{hint}</p>
        </Upload.Dragger>
      </div>
    );
  }
  const percent = state.total > 0 ? Math.floor((state.sent / state.total) * 100) : 0;
  const speed = state.phase === 'sending' && state.perSecond > 0 ? ` · ${bytesText(state.perSecond)}/s` : '';
  return (
    <div className={css.sending}>
      <strong className={css.name}>{state.name}</strong>
      <Progress
        percent={percent}
        status={state.phase === 'failed' ? 'exception' : state.phase === 'sending' ? 'active' : 'normal'}
        aria-label={text('media.upload.progress')}
      />
      <p className={css.hint} role="status">
        {text(`media.upload.${state.phase}`)} {bytesText(state.sent)} / {bytesText(state.total)}
        {speed}
      </p>
      <div className={css.actions}>
        {state.phase === 'sending' ? (
          <Button icon={<PauseCircleOutlined aria-hidden />} onClick={pause}>
            {text('media.upload.pause')}
          </Button>
        ) : (
          <Button icon={<PlayCircleOutlined aria-hidden />} onClick={resume}>
            {text('media.upload.resume')}
          </Button>
        )}
        <Button onClick={cancel}>{text('media.upload.cancel')}</Button>
      </div>
    </div>
  );
}
