/** The package ships one set of types; its light build has the same interface without the parts that we do not use. */
export { default } from 'hls.js';
