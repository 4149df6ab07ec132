import type { User } from "../../world";
import { tenantName } from "../tenant";
import type { Visit } from "../visit";
import { html, type Html } from "./html";
import { arrow, page } from "./layout";

type Row = { objectId: string; name: string; title: string; shows: string; signedIn: boolean };
type Problem = { typed: string; text: string } | null;

/** The page on which a person picks who to be. Without a script: every account is a button of a form. */
export function accountPage(visit: Visit, problem: Problem): Response {
  const { address, params } = visit;
  const { world } = address.realm;
  return page({
    title: "Pick an account",
    formTarget: address.redirectUri,
    status: problem ? 400 : 200,
    body: html`
      <h1>Pick an account</h1>
      <p class="lead">to continue to <b>${address.app.name}</b> in <b>${tenantName(world)}</b></p>
      ${problem ? html`<p class="problem" role="alert">${problem.text}</p>` : null}
      <form method="post" action="?${params.toString()}">
        <ul class="accounts">
          ${rows(visit).map(
            (row) =>
              html`<li>
                <button class="account" name="account" value="${row.objectId}">
                  <span class="initials" aria-hidden="true">${initials(row.name)}</span>
                  <span class="who">
                    <span class="name">${row.name}</span>
                    ${row.title ? html`<span class="title">${row.title}</span>` : null}
                    ${row.signedIn ? html`<span class="tag">signed in</span>` : null}
                    ${row.shows ? html`<span class="shows">${row.shows}</span>` : null}
                  </span>
                  ${arrow}
                </button>
              </li>`,
          )}
        </ul>
      </form>
      ${otherAccount(params, world.tenants.get(world.id.toLowerCase())?.defaultDomain, problem)}
    `,
  });
}

function otherAccount(params: URLSearchParams, domain: string | undefined, problem: Problem): Html {
  return html`<details class="other" ${problem?.typed ? html`open` : null}>
    <summary>Use another account</summary>
    <form method="post" action="?${params.toString()}">
      <label for="upn">User principal name of anybody in this tenant</label>
      <div class="field">
        <input
          id="upn"
          name="upn"
          value="${problem?.typed ?? ""}"
          placeholder="name@${domain ?? "example.com"}"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          required
        />
        <button class="primary">Sign in</button>
      </div>
    </form>
  </details>`;
}

/** The person hinted at first, then who is signed in in this browser, then the personas. */
function rows({ address: { realm }, request, session }: Visit): Row[] {
  const { world, signIns } = realm;
  const personas = new Map(world.personas.map((persona) => [persona.objectId.toLowerCase(), persona]));
  const signedIn = new Set(signIns.accounts(session.id).map(({ objectId }) => objectId.toLowerCase()));
  const hint = request.loginHint?.toLowerCase();
  const hinted = [...world.users.values()].filter(({ userPrincipalName }) => userPrincipalName.toLowerCase() === hint);
  const ids = new Set([...hinted.map(({ id }) => id.toLowerCase()), ...signedIn, ...personas.keys()]);
  return [...ids].flatMap((id) => {
    const user = world.users.get(id);
    const persona = personas.get(id);
    if (!user && !persona) return [];
    return [
      {
        objectId: id,
        name: persona?.name ?? user?.displayName ?? id,
        title: persona?.title ?? user?.jobTitle ?? "",
        shows: persona?.shows ?? describe(user),
        signedIn: signedIn.has(id),
      },
    ];
  });
}

const describe = (user: User | undefined) => user?.userPrincipalName ?? "";

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase();
}
