/* global document, localStorage, CSS */
// Runs before the first paint, as a classic script of its own (the content security policy forbids inline ones), so that neither large
// text nor the dark scheme flashes. It also tells browsers that are too old for the app so, instead of leaving a white page; hence ES5.
(function () {
  var html = document.documentElement;
  try {
    var size = localStorage.getItem('dx-text-size');
    var scheme = localStorage.getItem('dx-scheme');
    var language = localStorage.getItem('dx-language');
    if (size === 'large') html.setAttribute('data-text-size', size);
    if (scheme === 'dark' || scheme === 'light') html.setAttribute('data-scheme', scheme);
    if (language) html.setAttribute('lang', language);
  } catch (error) {
    void error; // ES5 has no catch without a name
    // Storage is blocked: the defaults stay.
  }
  var modern =
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.findLast === 'function' &&
    typeof CSS !== 'undefined' &&
    typeof CSS.supports === 'function' &&
    CSS.supports('container-type: inline-size');
  if (modern) return;
  document.addEventListener('DOMContentLoaded', function () {
    var note = document.createElement('div');
    note.setAttribute('role', 'alert');
    note.style.cssText =
      'max-width:560px;margin:48px auto;padding:24px;font:18px/1.7 sans-serif;background:#fff;color:#1d1b1a';
    note.innerHTML =
      '<h1 style="font-size:24px">请更新浏览器</h1>' +
      '<p>您的浏览器版本较旧,无法打开网上党校。请使用新版 Chrome、Edge、360(极速模式)或手机自带浏览器的新版本。</p>' +
      '<p lang="en">Your browser is too old for this site. Please use a current Chrome, Edge or Safari.</p>';
    document.body.innerHTML = '';
    document.body.appendChild(note);
  });
})();
