/**
 * Lets any page read the answer, as Entra does for metadata, keys and the token endpoint: whether a page's origin may
 * redeem anything is decided by its registration (AADSTS9002326), and no cookie counts here.
 */
export function anyOrigin(response: Response): Response {
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}
