import { Media } from './media.ts';
import { MediaRendition } from './media-rendition.ts';
import { MediaSubtitle } from './media-subtitle.ts';
import { StoredFile } from './stored-file.ts';
import { Upload } from './upload.ts';

export const mediaEntities = [Media, MediaRendition, MediaSubtitle, StoredFile, Upload];
