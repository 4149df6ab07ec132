"use client";

import { KnownPrincipal } from "./known-principal";
import { PrincipalsCrumb, WithPrincipal } from "./with-principal";

/** One person, group or service principal: what it reaches, and by which ways. */
export const PrincipalScreen = ({ principalId }: { principalId: string }) => (
  <WithPrincipal parameter={principalId} crumb={<PrincipalsCrumb />}>
    {(id, access, banners) => <KnownPrincipal key={id} id={id} access={access} banners={banners} />}
  </WithPrincipal>
);
