import type { Realm } from "../estate";
import { origins } from "../services";

type Endpoint = { url: string; reachedAt: string };
/** How to sign in to a world and where its services are reached. */
export type Description = {
  endpoints: { authority: Endpoint; resourceManager: Endpoint; graph: Endpoint };
  tenantId: string;
  clientId: string;
  personas: { objectId: string; name: string; shows: string }[];
  /** A program that may sign in with a secret; the world has none if its file takes it away. */
  servicePrincipal: { clientId: string; objectId: string; secret: string } | null;
};

export function describeWorld({ world }: Realm, reachedAt: string): Description {
  const program = [...world.servicePrincipals.values()].find(({ secret }) => secret);
  return {
    endpoints: {
      authority: { url: `${origins.login}/${world.id}`, reachedAt: `${reachedAt}/${world.id}` },
      resourceManager: { url: origins.arm, reachedAt },
      graph: { url: origins.graph, reachedAt },
    },
    tenantId: world.id,
    clientId: world.clientId,
    personas: world.personas.map(({ objectId, name, shows }) => ({ objectId, name, shows })),
    servicePrincipal: program?.secret
      ? { clientId: program.appId, objectId: program.id, secret: program.secret }
      : null,
  };
}
