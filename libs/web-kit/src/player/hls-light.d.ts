/** The package ships one set of types; the light build has the same interface without the parts that we do not use. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
