/** How a guide is written in one language: the same four questions, and what may stand around them. */
export interface Wording {
  readonly titles: readonly string[];
  readonly questions: readonly [string, string, string, string];
  /** What is asked without a question mark. */
  readonly requests: readonly [string, string, string, string];
  readonly introductions: readonly string[];
  /** Above what to look for in an answer. */
  readonly looking: readonly string[];
  readonly areas: readonly [string, string, string];
  readonly probing: readonly string[];
  /** Hands over to the candidate. */
  readonly handingOver: string;
  readonly competencies: readonly [string, string, ...string[]];
  readonly numbered: readonly string[];
}

export const wordings: Readonly<Record<string, Wording>> = {
  en: {
    titles: [
      "Backend developer interview",
      "Questions for the interview",
      "Interview questions",
      "Questions to ask in the interview",
      "Questions to ask candidates",
      "Questions for candidates",
      "Questions to ask",
      "Interview guide",
      "Interview kit",
      "Screening questions",
      "Our interview questions",
      "Questions about teamwork",
      "Phone interview",
    ],
    questions: [
      "What are you looking for in a team?",
      "Tell me about the work you are most proud of.",
      "How do you work under pressure?",
      "What did you learn from a mistake you made?",
    ],
    requests: [
      "Tell me about a time you missed a deadline.",
      "Describe a project you led.",
      "Walk me through a hard decision.",
      "Give an example of feedback you received.",
    ],
    introductions: [
      "Thanks for helping us interview.",
      "Please ask all questions and take notes.",
      "Duration: 45 minutes",
      "Interviewer: Dana",
      "Introduce yourself and explain how the interview will go.",
    ],
    looking: ["Look for:", "What to look for:", "Listen for:", "Areas to cover:"],
    areas: ["Clear goals", "Own contribution", "Respect for others"],
    probing: ["Follow-ups:", "Probes:", "Follow-up questions:"],
    handingOver: "Do you have any questions for us?",
    competencies: ["Teamwork", "Motivation", "Technical skills", "Part 2: Experience"],
    numbered: ["Question", "Q"],
  },
  es: {
    titles: [
      "Entrevista: desarrollador backend",
      "Preguntas para la entrevista",
      "Preguntas de entrevista",
      "Preguntas para el candidato",
      "Guía de entrevista",
      "Entrevista de trabajo",
      "Preguntas",
      "Preguntas técnicas",
    ],
    questions: [
      "¿Qué buscas en un equipo?",
      "Cuéntame sobre el trabajo del que estás más orgulloso.",
      "¿Cómo trabajas bajo presión?",
      "¿Qué aprendiste de un error que cometiste?",
    ],
    requests: [
      "Cuéntame de un plazo que no cumpliste.",
      "Describe un proyecto que dirigiste.",
      "Háblame de una decisión difícil.",
      "Dame un ejemplo de una crítica que recibiste.",
    ],
    introductions: [
      "Gracias por ayudarnos con la entrevista.",
      "Haga todas las preguntas y tome notas.",
      "Duración: 45 minutos",
      "Entrevistadora: Dana",
    ],
    looking: ["Buscar:", "Qué buscar:", "Qué escuchar:", "Aspectos a evaluar:", "Criterios:"],
    areas: ["Metas claras", "Aporte propio", "Respeto por los demás"],
    probing: ["Preguntas de seguimiento:", "Seguimiento:", "Repreguntas:"],
    handingOver: "¿Tienes alguna pregunta para nosotros?",
    competencies: ["Trabajo en equipo", "Motivación", "Conocimientos técnicos", "Parte 2: Experiencia"],
    numbered: ["Pregunta", "P"],
  },
  de: {
    titles: [
      "Vorstellungsgespräch Backend-Entwicklung",
      "Fragen für das Vorstellungsgespräch",
      "Interviewfragen",
      "Interviewleitfaden",
      "Fragen an Bewerber",
      "Bewerbungsgespräch",
      "Fragenkatalog",
      "Unsere Fragen",
    ],
    questions: [
      "Was suchen Sie in einem Team?",
      "Erzählen Sie von der Arbeit, auf die Sie am meisten stolz sind.",
      "Wie arbeiten Sie unter Druck?",
      "Was haben Sie aus einem Fehler gelernt?",
    ],
    requests: [
      "Erzählen Sie von einer verpassten Frist.",
      "Beschreiben Sie ein Projekt, das Sie geleitet haben.",
      "Schildern Sie eine schwierige Entscheidung.",
      "Nennen Sie ein Beispiel für eine Rückmeldung.",
    ],
    introductions: [
      "Danke, dass Sie das Gespräch führen.",
      "Bitte alle Fragen stellen und mitschreiben.",
      "Dauer: 45 Minuten",
      "Interviewerin: Dana",
    ],
    looking: [
      "Worauf achten:",
      "Worauf Sie achten:",
      "Achten auf:",
      "Beobachtungspunkte:",
      "Bewertungskriterien:",
    ],
    areas: ["Klare Ziele", "Eigener Beitrag", "Respekt vor anderen"],
    probing: ["Nachfragen:", "Vertiefungsfragen:", "Rückfragen:"],
    handingOver: "Haben Sie noch Fragen an uns?",
    competencies: ["Zusammenarbeit", "Motivation", "Fachwissen", "Teil 2: Erfahrung"],
    numbered: ["Frage", "F"],
  },
  fr: {
    titles: [
      "Entretien développeur backend",
      "Questions pour l’entretien",
      "Questions d'entretien",
      "Questions à poser au candidat",
      "Guide d'entretien",
      "Grille d'entretien",
      "Questions",
    ],
    questions: [
      "Que recherchez-vous dans une équipe ?",
      "Parlez-moi du travail dont vous êtes le plus fier.",
      "Comment travaillez-vous sous pression ?",
      "Qu'avez-vous appris d'une erreur ?",
    ],
    requests: [
      "Parlez-moi d'une échéance manquée.",
      "Décrivez un projet que vous avez dirigé.",
      "Racontez une décision difficile.",
      "Donnez un exemple de retour reçu.",
    ],
    introductions: [
      "Merci de mener cet entretien.",
      "Posez toutes les questions et prenez des notes.",
      "Durée : 45 minutes",
      "Intervieweuse : Dana",
    ],
    looking: ["À observer :", "Points à observer :", "Ce que l'on cherche :", "Critères :", "À écouter :"],
    areas: ["Objectifs clairs", "Contribution propre", "Respect des autres"],
    probing: ["Relances :", "Questions de relance :", "Pour approfondir :"],
    handingOver: "Avez-vous des questions pour nous ?",
    competencies: ["Travail en équipe", "Motivation", "Compétences techniques", "Partie 2 : expérience"],
    numbered: ["Question", "Q"],
  },
  pt: {
    titles: [
      "Entrevista desenvolvedor backend",
      "Perguntas para entrevista",
      "Perguntas ao candidato",
      "Roteiro de entrevista",
      "Perguntas",
    ],
    questions: [
      "O que você procura em uma equipe?",
      "Conte-me sobre o trabalho de que mais se orgulha.",
      "Como você trabalha sob pressão?",
      "O que você aprendeu com um erro?",
    ],
    requests: [
      "Conte sobre um prazo que você perdeu.",
      "Descreva um projeto que liderou.",
      "Fale sobre uma decisão difícil.",
      "Dê um exemplo de feedback que recebeu.",
    ],
    introductions: ["Obrigado por conduzir a entrevista.", "Duração: 45 minutos"],
    looking: ["O que observar:", "Observar:", "Critérios:"],
    areas: ["Metas claras", "Contribuição própria", "Respeito pelos outros"],
    probing: ["Perguntas de acompanhamento:", "Aprofundamento:"],
    handingOver: "Você tem alguma pergunta para nós?",
    competencies: ["Trabalho em equipe", "Motivação", "Conhecimento técnico"],
    numbered: ["Pergunta", "P"],
  },
  it: {
    titles: [
      "Colloquio sviluppatore backend",
      "Domande per il colloquio",
      "Domande al candidato",
      "Guida al colloquio",
      "Domande",
    ],
    questions: [
      "Cosa cerchi in un team?",
      "Parlami del lavoro di cui sei più orgoglioso.",
      "Come lavori sotto pressione?",
      "Cosa hai imparato da un errore?",
    ],
    requests: [
      "Raccontami di una scadenza mancata.",
      "Descrivi un progetto che hai guidato.",
      "Parlami di una decisione difficile.",
      "Fammi un esempio di un feedback ricevuto.",
    ],
    introductions: ["Grazie per condurre il colloquio.", "Durata: 45 minuti"],
    looking: ["Cosa osservare:", "Criteri:"],
    areas: ["Obiettivi chiari", "Contributo proprio", "Rispetto per gli altri"],
    probing: ["Domande di approfondimento:", "Approfondimenti:"],
    handingOver: "Hai domande per noi?",
    competencies: ["Lavoro di squadra", "Motivazione", "Competenze tecniche"],
    numbered: ["Domanda", "D"],
  },
  nl: {
    titles: [
      "Sollicitatiegesprek backend-ontwikkelaar",
      "Vragen voor het sollicitatiegesprek",
      "Sollicitatievragen",
      "Vragen aan de kandidaat",
      "Vragen",
    ],
    questions: [
      "Wat zoek je in een team?",
      "Vertel eens over het werk waar je het meest trots op bent.",
      "Hoe werk je onder druk?",
      "Wat heb je geleerd van een fout?",
    ],
    requests: [
      "Vertel over een gemiste deadline.",
      "Beschrijf een project dat je leidde.",
      "Geef een voorbeeld van feedback.",
      "Vertel over een moeilijke beslissing.",
    ],
    introductions: ["Bedankt voor het voeren van het gesprek.", "Duur: 45 minuten"],
    looking: ["Waar op letten:", "Let op:", "Criteria:"],
    areas: ["Duidelijke doelen", "Eigen bijdrage", "Respect voor anderen"],
    probing: ["Vervolgvragen:", "Doorvragen:"],
    handingOver: "Heb je nog vragen voor ons?",
    competencies: ["Samenwerken", "Motivatie", "Technische kennis"],
    numbered: ["Vraag", "V"],
  },
  ru: {
    titles: [
      "Собеседование: backend-разработчик",
      "Вопросы для собеседования",
      "Вопросы кандидату",
      "Собеседование",
      "Вопросы",
    ],
    questions: [
      "Что вы ищете в команде?",
      "Расскажите о работе, которой вы больше всего гордитесь.",
      "Как вы работаете под давлением?",
      "Чему вы научились на ошибке?",
    ],
    requests: [
      "Расскажите о сорванном сроке.",
      "Опишите проект, которым вы руководили.",
      "Приведите пример сложного решения.",
      "Назовите пример полученной обратной связи.",
    ],
    introductions: ["Спасибо, что проводите собеседование.", "Длительность: 45 минут"],
    looking: ["На что обратить внимание:", "Что искать:", "Критерии:"],
    areas: ["Ясные цели", "Личный вклад", "Уважение к другим"],
    probing: ["Уточняющие вопросы:", "Дополнительные вопросы:"],
    handingOver: "У вас есть вопросы к нам?",
    competencies: ["Командная работа", "Мотивация", "Технические знания"],
    numbered: ["Вопрос"],
  },
  zh: {
    titles: ["后端工程师面试", "面试问题", "面试提纲", "面试指南", "问候选人的问题"],
    questions: [
      "你希望加入怎样的团队？",
      "请谈谈你最自豪的一项工作。",
      "你在压力下如何工作？",
      "你从一次错误中学到了什么？",
    ],
    requests: [
      "请讲一次你错过截止日期的经历。",
      "描述一个你负责的项目。",
      "谈谈一次困难的决定。",
      "举例说明你收到的反馈。",
    ],
    introductions: ["感谢你参与面试。", "时长：45分钟"],
    looking: ["考察点：", "关注点：", "评估要点："],
    areas: ["目标清晰", "个人贡献", "尊重他人"],
    probing: ["追问：", "跟进问题："],
    handingOver: "你有什么问题想问我们吗？",
    competencies: ["团队合作", "动机", "技术能力"],
    numbered: ["问题"],
  },
  ja: {
    titles: ["バックエンドエンジニア面接", "面接の質問", "面接ガイド", "候補者への質問", "質問リスト"],
    questions: [
      "どのようなチームで働きたいですか？",
      "最も誇りに思う仕事について教えてください。",
      "プレッシャーの中でどのように働きますか？",
      "失敗から何を学びましたか？",
    ],
    requests: [
      "締め切りに遅れた経験を話してください。",
      "主導したプロジェクトを説明してください。",
      "難しい決断について教えてください。",
      "受けたフィードバックの例を挙げてください。",
    ],
    introductions: ["面接へのご協力ありがとうございます。", "時間：45分"],
    looking: ["評価ポイント：", "確認ポイント：", "見るポイント："],
    areas: ["明確な目標", "自分の貢献", "他者への敬意"],
    probing: ["深掘り質問：", "追加質問："],
    handingOver: "何かご質問はありますか？",
    competencies: ["チームワーク", "動機", "技術力"],
    numbered: ["質問"],
  },
  he: {
    titles: ["ראיון מפתח בקאנד", "שאלות לראיון", "שאלות למועמדים", "מדריך ראיון", "שאלות"],
    questions: [
      "מה אתה מחפש בצוות?",
      "ספר לי על העבודה שאתה הכי גאה בה.",
      "איך אתה עובד תחת לחץ?",
      "מה למדת מטעות שעשית?",
    ],
    requests: [
      "ספר על מועד שפספסת.",
      "תאר פרויקט שהובלת.",
      "ספרי לי על החלטה קשה.",
      "תן דוגמה למשוב שקיבלת.",
    ],
    introductions: ["תודה על העזרה בראיון.", "משך: 45 דקות"],
    looking: ["למה לשים לב:", "מה לחפש:", "קריטריונים:"],
    areas: ["מטרות ברורות", "תרומה אישית", "כבוד לאחרים"],
    probing: ["שאלות המשך:", "העמקה:"],
    handingOver: "יש לך שאלות אלינו?",
    competencies: ["עבודת צוות", "מוטיבציה", "ידע טכני"],
    numbered: ["שאלה"],
  },
  ar: {
    titles: ["مقابلة مطور خلفية", "أسئلة المقابلة", "أسئلة للمرشح", "دليل المقابلة", "الأسئلة"],
    questions: [
      "ما الذي تبحث عنه في فريق العمل؟",
      "حدثني عن العمل الذي تفخر به أكثر.",
      "كيف تعمل تحت الضغط؟",
      "ماذا تعلمت من خطأ ارتكبته؟",
    ],
    requests: [
      "حدثني عن موعد نهائي فاتك.",
      "صف مشروعا قدته.",
      "أخبرني عن قرار صعب.",
      "أعط مثالا على ملاحظات تلقيتها.",
    ],
    introductions: ["شكرا لإجراء المقابلة.", "المدة: 45 دقيقة"],
    looking: ["ما نبحث عنه:", "نقاط التقييم:", "المعايير:"],
    areas: ["أهداف واضحة", "مساهمة شخصية", "احترام الآخرين"],
    probing: ["أسئلة متابعة:", "للتعمق:"],
    handingOver: "هل لديك أسئلة لنا؟",
    competencies: ["العمل الجماعي", "الدافع", "المعرفة التقنية"],
    numbered: ["سؤال"],
  },
};

/** A guide, and how much a reader finds in it. */
export interface Frame {
  readonly name: string;
  readonly format: "markdown" | "text";
  readonly source: string;
  readonly questions: number;
  readonly areas: number;
  readonly followUps: number;
}

const marks: Readonly<Record<string, (index: number) => string>> = {
  "“-”": () => "- ",
  "“*”": () => "* ",
  "“1.”": (index) => `${index + 1}. `,
  "“1)”": (index) => `${index + 1}) `,
  "“(1)”": (index) => `(${index + 1}) `,
  "“1 -”": (index) => `${index + 1} - `,
  "“a)”": (index) => `${"abcd".charAt(index)}) `,
  "“•”": () => "• ",
  "“–”": () => "– ",
  "boxes of Markdown": () => "- [ ] ",
  "“☐”": () => "☐ ",
  "no mark": () => "",
};

const forms: Readonly<Record<string, (question: string, index: number) => string>> = {
  bold: (question) => `**${question}**`,
  "bold items": (question) => `- **${question}**`,
  italic: (question) => `*${question}*`,
  "quoted items": (question) => `- “${question}”`,
  "quoted lines": (question) => `> ${question}`,
  headings: (question) => `## ${question}`,
  "numbered headings": (question, index) => `### ${index + 1}. ${question}`,
};

/** The same guide in every way in which it may be written. */
export function* framesOf(wording: Wording): Generator<Frame> {
  const {
    titles,
    questions,
    requests,
    introductions,
    looking,
    areas,
    probing,
    handingOver,
    competencies,
    numbered,
  } = wording;
  const [title = ""] = titles;
  const [first, second, third, fourth] = questions;
  const all = { questions: 4, areas: 0, followUps: 0 };
  const write = (lines: readonly string[], mark: (index: number) => string, between = "\n") =>
    lines.map((line, index) => `${mark(index)}${line}`).join(between);
  const dash = () => "- ";
  const number = (index: number) => `${index + 1}. `;
  const markdown = (name: string, body: string, found: Partial<Frame> = {}): Frame => ({
    name,
    format: "markdown",
    source: `# ${title}\n\n${body}\n`,
    ...all,
    ...found,
  });
  const text = (name: string, body: string, found: Partial<Frame> = {}): Frame => ({
    name,
    format: "text",
    source: `${title}\n\n${body}\n`,
    ...all,
    ...found,
  });

  for (const called of titles) {
    yield { ...markdown(`called “${called}”`, ""), source: `# ${called}\n\n${write(questions, dash)}\n` };
    yield {
      ...text(`called “${called}”, as text`, ""),
      source: `${called}\n\n${write(questions, () => "")}\n`,
    };
    yield {
      ...markdown(`with a part “${called}”`, ""),
      source: `# Backend\n\n## ${called}\n\n${write(questions, dash)}\n`,
    };
  }
  for (const [name, mark] of Object.entries(marks)) {
    for (const between of ["\n", "\n\n"]) {
      const words = `a list with ${name}${between === "\n" ? "" : ", spaced"}`;
      if (name === "no mark" && between === "\n") continue;
      yield markdown(words, write(questions, mark, between));
      yield text(`${words}, as text`, write(questions, mark, between));
    }
  }
  for (const [name, form] of Object.entries(forms)) yield markdown(name, questions.map(form).join("\n\n"));
  for (const word of numbered)
    for (const behind of [": ", ". ", " - "])
      yield text(
        `“${word} 1${behind}”`,
        write(questions, (index) => `${word} ${index + 1}${behind}`, "\n\n"),
      );
  for (const introduction of introductions)
    yield markdown(`below “${introduction}”`, `${introduction}\n\n${write(questions, number)}`);
  yield markdown(`above “${handingOver}”`, `${write(questions, number)}\n\n${handingOver}`);
  yield markdown(`with “${handingOver}” in the list`, write([...questions, handingOver], number));
  for (const [index, competency] of competencies.entries()) {
    const next = competencies[(index + 1) % competencies.length] ?? "";
    yield markdown(
      `below “${competency}”`,
      `## ${competency}\n\n${write([first, second], dash)}\n\n## ${next}\n\n${write([third, fourth], dash)}`,
    );
  }
  for (const label of looking) {
    const list = write(areas, dash);
    const inner = write(areas, () => "   - ");
    const found = { areas: 12 };
    const each = (one: (question: string, index: number) => string, between = "\n\n") =>
      questions.map(one).join(between);
    yield markdown(
      `“${label}” in an item`,
      each((question, index) => `${number(index)}${question}\n\n   ${label}\n${inner}`),
      found,
    );
    yield markdown(
      `“${label}” below headings`,
      each((question) => `## ${question}\n\n${label}\n\n${list}`),
      found,
    );
    yield markdown(
      `“${label}” in bold`,
      each((question) => `### ${question}\n\n**${label}**\n\n${list}`),
      found,
    );
    yield text(
      `“${label}” as text`,
      each((question, index) => `${number(index)}${question}\n${label}\n${list}`),
      found,
    );
    yield markdown(
      `“${label}” in one line`,
      each((question, index) => `${number(index)}${question}\n   - ${label} ${areas[index % 3]}`, "\n"),
      { areas: 4 },
    );
  }
  yield markdown("requests", write(requests, dash));
  yield text(
    "requests, as text",
    write(requests, () => ""),
  );
  for (const [name, asked] of [
    ["requests", requests],
    ["questions", questions],
  ] as const) {
    const [label = ""] = looking;
    const list = write(areas, dash);
    yield markdown(
      `${name} below headings, with “${label}”`,
      asked.map((one) => `## ${one}\n\n${label}\n\n${list}`).join("\n\n"),
      { areas: 12 },
    );
    yield markdown(
      `${name} in lists in lists, with “${label}”`,
      write(
        asked.map((one) => `${one}\n    * ${label}\n${write(areas, () => "        * ")}`),
        () => "* ",
      ),
      { areas: 12 },
    );
  }
  const two = { questions: 2, followUps: 4 };
  const probes = write([third, fourth], () => "   - ");
  for (const label of probing) {
    const each = (one: (question: string, index: number) => string) => [first, second].map(one).join("\n\n");
    yield markdown(
      `“${label}” in an item`,
      each((question, index) => `${number(index)}${question}\n\n   ${label}\n${probes}`),
      two,
    );
    yield text(
      `“${label}” as text`,
      each((question, index) => `${number(index)}${question}\n${label}\n${write([third, fourth], dash)}`),
      two,
    );
  }
  yield markdown(
    "probes set in",
    write(
      [first, second].map((question) => `${question}\n${probes}`),
      dash,
    ),
    two,
  );
}
