import { ArrowRight } from "lucide-react";
import { paths } from "@/lib/paths";
import { Section, SectionLink } from "./section";

const questions = [
  ["Who of us touches which customer?", paths.access],
  ["Which customers does somebody still reach?", paths.peopleWithAccess],
  ["What can I activate, for how long, who approves?", paths.myAccess],
  ["Which role is enough for a task?", paths.roles],
  ["How do two people differ?", paths.compareAny],
] as const;

/** The questions that people come with. */
export function Shortcuts() {
  return (
    <Section title="Find out">
      <ul>
        {questions.map(([question, href]) => (
          <li key={href}>
            <SectionLink href={href} mark={<ArrowRight aria-hidden size={13} />}>
              {question}
            </SectionLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
