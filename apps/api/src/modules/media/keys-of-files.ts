/** Where the files of a lecture lie in the storage. */
export const segmentsKey = (mediaId: string) => `segments/${mediaId}/`;
export const segmentKey = (mediaId: string, rendition: string, file: string) =>
  `${segmentsKey(mediaId)}${rendition}/${file}`;
export const assetsKey = (mediaId: string) => `assets/${mediaId}/`;
export const assetKey = (mediaId: string, file: string) => `${assetsKey(mediaId)}${file}`;
export const fileKey = (fileId: string) => `files/${fileId}`;
