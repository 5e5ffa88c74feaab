import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { guideFromText } from "../../../src/interchange/guideText/guideText.ts";
import { decodeGuideFile } from "./fileTexts.ts";

const folder = join(import.meta.dirname, "../texts");

interface Expected {
  readonly title: string;
  readonly language: string;
  /** Areas and follow-ups of every question: "2+1". */
  readonly lists: string;
  readonly competencies: string;
  readonly points: number;
  readonly advice: number;
  readonly findings: number;
}

const plain = { language: "en", competencies: "", points: 5, advice: 0, findings: 0 };

const expectedByFile: Readonly<Record<string, Expected>> = {
  "piped.txt": { ...plain, title: "Signal box", lists: "2+2 1+1", competencies: "Attention" },
  "folding-buttons.html": { ...plain, title: "Wheelwright", lists: "1+1 2+1" },
  "folding-parts.html": { ...plain, title: "Wheelwright", lists: "2+1 1+2" },
  "letter-bullets.txt": { ...plain, title: "Describe a roof that you would not walk …", lists: "2+1 1+2" },
  "listing.txt": { ...plain, title: "Tester", lists: "1+1 1+1" },
  "lost-questions.txt": {
    ...plain,
    title: "Interview Questions for Carpenters",
    lists: "",
    advice: 1,
    findings: 2,
  },
  "call-outline.md": {
    ...plain,
    title: "First call",
    lists: "0+0 0+0 0+0",
    competencies: "Describe the role and listen, Discuss the candidate's path",
    findings: 4,
  },
  "counted-lists.txt": { ...plain, title: "Market gardener", lists: "2+2 2+2" },
  "inspector-form.txt": {
    ...plain,
    title: "STRUCTURED INTERVIEW GUIDE",
    lists: "2+1 1+2",
    competencies: "Integrity, Writing",
    advice: 1,
  },
  "rows-of-labels.md": { ...plain, title: "Tram driver", lists: "2+2", points: 4 },
  "vacancy.txt": { ...plain, title: "Are you good with your hands", lists: "", findings: 1 },
  "anchored-heads.md": {
    ...plain,
    title: "Ferry crew questions",
    lists: "0+1 0+0 0+0 0+0",
    competencies: "the sea, Shore",
  },
  "arabic.txt": { ...plain, title: "دليل المقابلة لوظيفة خباز", lists: "2+1 1+2", language: "ar" },
  "ask-lines.md": {
    ...plain,
    title: "Lighthouse keeper interview",
    lists: "2+1 1+2",
    advice: 1,
    findings: 2,
  },
  "bullets-of-heads.txt": { ...plain, title: "Questions by strength", lists: "0+0 0+0 0+0", findings: 1 },
  "chinese-sections.txt": { ...plain, title: "园丁结构化面试题库", lists: "2+1 1+2", language: "zh" },
  "lists-before-questions.md": {
    ...plain,
    title: "Ship's cook",
    lists: "0+0 0+1 0+0",
    advice: 2,
    findings: 3,
  },
  "named-requests.txt": { ...plain, title: "Fragen nach Stärke", lists: "0+0 0+0 0+0", language: "de" },
  "roman-numerals.txt": { ...plain, title: "Beekeeper", lists: "3+1 2+2" },
  "titled-questions.txt": { ...plain, title: "NIGHT PORTER", lists: "2+1 2+1" },
  "vague-answers.md": {
    ...plain,
    title: "Ranger",
    lists: "0+0 0+0 0+0 0+0",
    competencies: "Visitors, Animals",
    advice: 1,
  },
  "all-ones.md": { ...plain, title: "Runner interview", lists: "0+2 0+1 0+0" },
  "bold-questions.md": { ...plain, title: "Interview questions for librarians", lists: "0+1 0+1" },
  "chinese-list.txt": {
    ...plain,
    title: "销售经理面试问题",
    lists: "0+0 0+0 0+0 0+0",
    language: "zh",
    competencies: "沟通, 团队",
  },
  "columns.txt": { ...plain, title: "Porter", lists: "2+0 1+0", competencies: "Drive, Safety" },
  "dutch-japanese.txt": { ...plain, title: "Sollicitatievragen", lists: "2+1 2+1", language: "ja" },
  "form.txt": {
    ...plain,
    title: "INTERVIEW GUIDE – NIGHT NURSE",
    lists: "2+2 2+1",
    competencies: "COMMUNICATION, JUDGEMENT",
    findings: 1,
  },
  "french-inline.txt": { ...plain, title: "Guide d'entretien : Plombier", lists: "2+2 1+0", language: "fr" },
  "hebrew-competencies.md": {
    ...plain,
    title: "ראיון למנהלת משרד",
    lists: "2+2 1+0 1+0",
    language: "he",
    competencies: "תקשורת, תכנון",
    findings: 1,
  },
  "job-advice.txt": {
    ...plain,
    title: "Top 5 Florist Interview Questions and How to Answer Them",
    lists: "0+0 0+0 0+0",
    competencies: "Want to be, Favourite flower, Keep roses fresh",
    findings: 3,
  },
  "job-description.txt": { ...plain, title: "Roofer", lists: "0+0 0+0 0+0", findings: 3 },
  "key-value.html": { ...plain, title: "Clerk", lists: "2+2 0+0 0+0", competencies: "Care", findings: 1 },
  "kit.txt": {
    ...plain,
    title: "Interview kit: Support agent",
    lists: "0+2 0+1 0+1",
    competencies: "Customer care, Writing",
    points: 4,
    findings: 1,
  },
  "labels.html": { ...plain, title: "Tell me about a long day", lists: "2+1 1+0" },
  "list-and-faq.txt": { ...plain, title: "Driver questions", lists: "0+0 0+0 0+0", advice: 2 },
  "mixed-shapes.md": {
    ...plain,
    title: "Postman",
    lists: "2+0 3+1 0+1 1+0",
    competencies: "Nerve, Patience, Teamwork",
    findings: 3,
  },
  "named-lines.txt": { ...plain, title: "Competency: Drive", lists: "3+2 2+1", competencies: "Drive, Care" },
  "notes-export.md": {
    ...plain,
    title: "Chef Interview",
    lists: "2+1 1+1 2+1",
    competencies: "Skills, Values",
  },
  "question-bank.md": {
    ...plain,
    title: "Frontend Interview Questions",
    lists: "0+0 0+0 0+0 0+0 0+0",
    competencies: "General, CSS",
    findings: 4,
  },
  "ranges.md": {
    ...plain,
    title: "Structured interview",
    lists: "0+2 0+1",
    competencies: "Conflict, Learning",
  },
  "scale.txt": { ...plain, title: "Rating scale", lists: "0+0 0+0", advice: 1 },
  "ten-points.txt": { ...plain, title: "Pilot", lists: "2+0 2+0", points: 10 },
  "wiki-table.html": { ...plain, title: "Interview: DevOps", lists: "2+0 3+0" },
  "anchor-tables.md": { ...plain, title: "Guide", lists: "2+0 1+0" },
  "chinese.txt": {
    ...plain,
    title: "面包师面试指南",
    language: "zh",
    lists: "2+2 2+1",
    competencies: "解决问题, 团队合作",
    advice: 1,
  },
  "chinese-competencies.md": {
    ...plain,
    title: "产品经理面试指南",
    language: "zh",
    lists: "3+1 2+1 2+1",
    competencies: "沟通能力, 决策能力",
    findings: 1,
  },
  "copied-document.html": { ...plain, title: "Nurse interview", lists: "2+2 1+0" },
  "entities.txt": { ...plain, title: 'Tell me about "flour"', lists: "2+1" },
  "folded.md": { ...plain, title: "JavaScript interview", lists: "0+0 0+0", findings: 1 },
  "for-all-questions.md": { ...plain, title: "Designer interview", lists: "0+0 0+0 0+0", advice: 2 },
  "four-points.md": {
    ...plain,
    title: "Sales interview",
    lists: "2+1 2+1",
    competencies: "Persistence, Empathy",
    points: 4,
  },
  "french.txt": {
    ...plain,
    title: "Entretien pour un boulanger",
    language: "fr",
    lists: "2+2 2+1",
    advice: 1,
  },
  "front-matter.md": {
    ...plain,
    title: "Gardener",
    lists: "0+3 0+0 0+1 0+0",
    competencies: "Communication, Planning",
    findings: 1,
  },
  "german.txt": { ...plain, title: "Leitfaden für Bäcker", language: "de", lists: "2+2 1+1" },
  "good-and-poor.md": {
    ...plain,
    title: "Interview kit",
    lists: "0+0 0+0 0+0",
    competencies: "Teamwork, Drive",
  },
  "handbook.md": {
    ...plain,
    title: "Hiring handbook",
    lists: "2+1 2+0 1+1",
    competencies: "Collaboration, Ownership",
    advice: 3,
  },
  "hebrew.txt": { ...plain, title: "מדריך ראיון לאופה", language: "he", lists: "2+1 2+2" },
  "hebrew-table.md": { ...plain, title: "מדריך ראיון", language: "he", lists: "2+1 1+1" },
  "job-site.html": {
    ...plain,
    title: "Interview Questions for Bus Drivers",
    lists: "2+0 2+2",
    advice: 1,
    findings: 4,
  },
  "labels.md": { ...plain, title: "Interview guide: Ferry captain", lists: "2+2 3+2" },
  "narrow.txt": {
    ...plain,
    title: "Baker",
    lists: "2+2 2+1",
    competencies: "Craft",
    advice: 1,
    findings: 1,
  },
  "nested-bullets.txt": { ...plain, title: "Cook interview", lists: "2+0 0+2 0+0" },
  "numbered-q.txt": { ...plain, title: "What is a levain", lists: "3+0 2+0 0+0" },
  "numbers-restart.txt": {
    ...plain,
    title: "Team lead questions",
    lists: "0+0 0+0 0+0 0+0 0+0",
    competencies: "Communication, Planning",
  },
  "plain-list.txt": { ...plain, title: "Warehouse lead interview", lists: "0+0 0+0 0+0 0+0 0+0" },
  "public-service.txt": {
    ...plain,
    title: "STRUCTURED INTERVIEW GUIDE",
    lists: "0+2 0+1",
    competencies: "Interpersonal Skills, Planning",
  },
  "questions-as-headings.md": { ...plain, title: "About the role", lists: "3+0 1+0 0+3", findings: 1 },
  "quotes.txt": { ...plain, title: "Tell me about a time you failed", lists: "2+2 1+1" },
  "rubric-alone.md": { ...plain, title: "Rubric", lists: "", points: 4, findings: 1 },
  "sample-answers.txt": {
    ...plain,
    title: "Accountant interview questions and answers",
    lists: "0+0 0+0 0+0 0+0 2+0",
    competencies: "Check an invoice",
    findings: 2,
  },
  "spanish.txt": {
    ...plain,
    title: "Guía de entrevista para panaderos",
    language: "es",
    lists: "2+2 1+1",
  },
  "split-title.txt": {
    ...plain,
    title: "Interview Questions for Assessing Attention to Detail in Data Roles",
    lists: "2+1 2+1 2+1",
    findings: 1,
  },
  "table.md": { ...plain, title: "Barista", lists: "2+2 2+1" },
  "wide.txt": {
    ...plain,
    title: "Baker",
    lists: "2+2 2+1",
    competencies: "Craft",
    advice: 1,
    findings: 1,
  },
};

const sourceOf = (file: string) => readFileSync(join(folder, file), "utf8");

test("every guide in the folder is read here", () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expectedByFile).toSorted());
});

test.each(Object.entries(expectedByFile))("%s is read as a person would read it", (file, expected) => {
  const { guide, findings, lines } = guideFromText(sourceOf(file));
  expect({
    title: guide.title,
    language: guide.language,
    lists: guide.questions.map(({ areas, followUps }) => `${areas.length}+${followUps.length}`).join(" "),
    competencies: guide.competencies.map(({ name }) => name).join(", "),
    points: guide.scale.points.length,
    advice: guide.advice.length,
    findings: findings.length,
  }).toEqual(expected);
  expect(decodeGuideFile(encodeGuideFile(guide, 0, "t"))).toEqual({ ok: true, value: guide });
  expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
});

test.each(Object.keys(expectedByFile).filter((name) => /\.(?:txt|md)$/.test(name)))(
  "line ends of all kinds make no difference to %s",
  (file) => {
    const source = sourceOf(file);
    const { guide } = guideFromText(source);
    for (const end of ["\r\n", "\r", "\u2028"])
      expect(guideFromText(source.replaceAll("\n", end)).guide).toEqual(guide);
  },
);
