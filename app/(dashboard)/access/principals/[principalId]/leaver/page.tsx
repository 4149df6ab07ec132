import type { Metadata } from "next";
import { LeaverScreen } from "@/components/principals/leaver/leaver-screen";

export const metadata: Metadata = { title: "Leaver check" };

type Props = { params: Promise<{ principalId: string }> };

export default async function LeaverPage({ params }: Props) {
  return <LeaverScreen principalId={decoded((await params).principalId)} />;
}

function decoded(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter;
  }
}
