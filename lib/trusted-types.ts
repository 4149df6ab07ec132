/**
 * The page's default Trusted Types policy, run under the nonce before any other script: code of this site may load more of
 * this site's built files (the bundler loads its chunks, and the tables their worker, by plain address) and nothing else.
 * Written without quotes, ampersands and angle brackets, which React would escape inside a script element.
 */
export const trustedTypesScript =
  "if(window.trustedTypes)trustedTypes.createPolicy(`default`,{createScriptURL(u){" +
  "var a=new URL(u,location.href);" +
  "if(a.origin===location.origin){if(a.pathname.startsWith(`/_next/static/`))return u}" +
  "throw new TypeError(`Not a script of this site: `+a.origin)}});";
