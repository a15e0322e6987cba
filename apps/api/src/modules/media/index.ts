export { MediaModule } from './media.module.ts';
export { PackagedLectures } from './packaged-lectures.ts';
export { sendFile } from './send-file.ts';
export { Storage } from './storage/index.ts';
export { claimUpload, lockFinishedUpload } from './uploads/claim.ts';
export { uploadKey, uploadTraces } from './uploads/upload-store.ts';
