import { Module } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { AddSubtitle } from './add-subtitle.ts';
import { CreateFile } from './create-file.ts';
import { CreateMedia } from './create-media.ts';
import { DeleteMedia } from './delete-media.ts';
import { DeleteSubtitle } from './delete-subtitle.ts';
import { GetMedia } from './get-media.ts';
import { LectureStore } from './lecture-store.ts';
import { Lectures } from './lectures.ts';
import { ListMedia } from './list-media.ts';
import { MediaKeys } from './media-keys.ts';
import { PackagedLectures } from './packaged-lectures.ts';
import { TranscodeMedia } from './processing/transcode-media.ts';
import { ReadAsset } from './read-asset.ts';
import { ReadFile } from './read-file.ts';
import { ReadKey } from './read-key.ts';
import { ReadPlaylist } from './read-playlist.ts';
import { ReadSegment } from './read-segment.ts';
import { RetryMedia } from './retry-media.ts';
import { Storage, storageOf } from './storage/index.ts';
import { ExpireUploads } from './uploads/expire-uploads.ts';
import { UploadRoutes } from './uploads/upload-routes.ts';

const stock = [CreateMedia, ListMedia, GetMedia, RetryMedia, DeleteMedia, AddSubtitle, DeleteSubtitle];
const serving = [ReadPlaylist, ReadKey, ReadSegment, ReadAsset];
const jobs = [TranscodeMedia, ExpireUploads];

@Module({
  controllers: [...stock, ...serving, CreateFile, ReadFile],
  providers: [
    { provide: Storage, inject: [Config], useFactory: storageOf },
    ...[UploadRoutes, MediaKeys, LectureStore, Lectures, PackagedLectures, ...jobs],
  ],
  exports: [PackagedLectures, Storage],
})
export class MediaModule {}
