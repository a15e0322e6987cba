import { media as mediaApi } from '@dangxiao/contracts';
import { useErrorText, useMutationOf } from '@dangxiao/web-kit';
import { App, Button, Select, Upload } from 'antd';
import { useState } from 'react';
import type { Media } from '../../app/upload/MediaStatus.tsx';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';

type Language = 'zh-CN' | 'en';
const labels: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

/** WebVTT files, one a language. */
export function Subtitles({ media }: { media: Media }) {
  const text = useText();
  const may = useMay();
  const { message } = App.useApp();
  const errors = useErrorText();
  const [language, setLanguage] = useState<Language>('zh-CN');
  const common = {
    refreshes: [mediaApi.getMedia],
    onFailed: (failure: unknown) => void message.error(errors.of(failure)),
  };
  const add = useMutationOf(mediaApi.addSubtitle, { ...common, onDone: () => void message.success(text('app.saved')) });
  const remove = useMutationOf(mediaApi.deleteSubtitle, common);
  const read = async (file: File) =>
    add.mutate({ params: { mediaId: media.id }, body: { language, label: labels[language], vtt: await file.text() } });
  return (
    <section>
      <h3>{text('media.subtitles')}</h3>
      {media.subtitles.length === 0 && <p>{text('media.noSubtitles')}</p>}
      <ul style={{ listStyle: 'none', padding: 0 }}>
        {media.subtitles.map((subtitle) => (
          <li key={subtitle.id}>
            <a href={subtitle.url}>{subtitle.label}</a>{' '}
            {may('media.write') && (
              <Button
                type="link"
                danger
                onClick={() => remove.mutate({ params: { mediaId: media.id, subtitleId: subtitle.id } })}
              >
                {text('media.removeSubtitle', { label: subtitle.label })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('media.write') && (
        <div style={{ display: 'flex', gap: 8 }}>
          <Select<Language>
            aria-label={text('media.language')}
            value={language}
            onChange={setLanguage}
            style={{ width: 120 }}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: labels[value] }))}
          />
          <Upload
            accept=".vtt,text/vtt"
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <Button loading={add.isPending}>{text('media.addSubtitle')}</Button>
          </Upload>
        </div>
      )}
    </section>
  );
}
