import type { Metadata } from "next";
import { PrincipalScreen } from "@/components/principals/principal-screen";

export const metadata: Metadata = { title: "Principal" };

type Props = { params: Promise<{ principalId: string }> };

export default async function PrincipalPage({ params }: Props) {
  return <PrincipalScreen principalId={decoded((await params).principalId)} />;
}

function decoded(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter;
  }
}
