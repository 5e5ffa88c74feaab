import {
  labelKinds,
  labelWords,
  labelWordsBeforeColon,
  type LabelKind,
  weakWords,
} from "../words/labelWords.ts";
import { plain } from "../words/plainText.ts";

/** What a part of the page is about. "other" is nothing that an interviewer asks. */
export type PartKind = "questions" | "advice" | "other";

/** Words that stand before or behind a label and say nothing. */
const fillers =
  /^(?:possible|potential|suggested|optional|sample|example|recommended|key|core|some|useful|typical|general|standard|behavioral|competency|mogliche|questions possibles|可能的|建议的?|建議的?|可选|可能) (?=\S)|(?: \(?(?:optional|if needed|as needed|if time allows|if time permits|choose \d|pick \d)\)?| (?:include|includes|are|is|optional))$/;

const kindsByWord = new Map<string, LabelKind>();
/** Words that are a label with a colon alone. */
const beforeColon = new Set<string>();
for (const words of [labelWords, labelWordsBeforeColon]) {
  for (const kind of labelKinds) {
    for (const word of (words[kind] ?? "").split(/[|\n]/)) {
      const key = plain(word);
      if (key === "" || kindsByWord.has(key)) continue;
      kindsByWord.set(key, kind);
      if (words === labelWordsBeforeColon) beforeColon.add(key);
    }
  }
}

/** A label at the beginning of a line. */
export interface Label {
  readonly kind: LabelKind;
  /** What stands behind it on the same line. */
  readonly rest: string;
  /** False for a word that is often no label, and that no colon follows. */
  readonly isCertain: boolean;
}

/** "【追问】 …", "[Probe] …": a name in brackets before a line. */
export const inBrackets = /^[（(【[［〔]([^()（）【】[\]［］〔〕?？:：]{2,30})[)）】\]］〕][:：]? ?/u;
/** "<customize as needed>": what a template says of what is to be put there. */
const toFillIn = /^<[^<>]{0,80}\b(?:customi[sz]e|insert|add|replace|fill|enter)\b[^<>]{0,80}>$/iu;
const LONGEST_LABEL = 60;
const LONGEST_SENTENCE = 100;

/** "Look for: calm": the name that a colon ends. */
const beforeColonSign = /^([^:：]{1,60})[:：](?!:)/u;
/** "LOOK FOR people out first": capitals set off as bold does. */
const inCapitals = /^(\p{Lu}[\p{Lu} ]{3,30}?) (?=[\p{Ll}"“])/u;
/** "Look for – calm": many things stand before a dash, and few labels. */
const beforeDash = /^(.{3,40}?) [–—-] (?=\S)/u;
const kindsBeforeDash: ReadonlySet<LabelKind> = new Set(["areas", "followUps", "strong", "weak"]);

/**
 * Finds the label that a line opens with: it ends at a colon, at the end of what is bold, or with the line.
 *
 * @param lead what is bold at the beginning of the line
 */
export function labelOf(text: string, lead: string): Label | undefined {
  const forbidden = forbiddenBefore.exec(text);
  if (forbidden !== null) return { kind: "purpose", rest: text.slice(forbidden[0].length), isCertain: true };
  const named = labelNamed(inBrackets.exec(text), text) ?? labelNamed(beforeColonSign.exec(text), text);
  if (named !== undefined) return named;
  if (lead === "") {
    const capitals = labelNamed(inCapitals.exec(text), text);
    if (capitals !== undefined) return capitals;
    const dash = beforeDash.exec(text);
    const dashed = labelNamed(dash, text);
    if (dashed !== undefined && kindsBeforeDash.has(dashed.kind) && !weakWords.has(plain(dash?.[1] ?? "")))
      return dashed;
  } else if (text.startsWith(lead) && !beforeColon.has(plain(text))) {
    const kind = labelKindOf(lead);
    const rest = text.slice(lead.length).replace(/^\s*(?:[:：–—-]\s*)?(?:[^\p{L}\p{N}]+$)?/u, "");
    if (kind !== undefined) return { kind, rest, isCertain: true };
  }
  const said = text.length <= LONGEST_SENTENCE && /[:：]$/.test(text) ? kindOfSentence(text) : undefined;
  if (said !== undefined) return { kind: said, rest: "", isCertain: true };
  if (openSentence.test(text)) return { kind: "areas", rest: "", isCertain: true };
  if (text.length > LONGEST_LABEL || beforeColon.has(plain(text))) return undefined;
  const kind = labelKindOf(text);
  return kind === undefined ? undefined : { kind, rest: "", isCertain: !weakWords.has(plain(text)) };
}

/** "Rating: 1 2 3 4 5" */
function isToCircle(rest: string): boolean {
  return !/\p{L}/u.test(rest) && (rest.match(/\d+/g)?.length ?? 0) > 2;
}

/** @returns whether what stands behind a label is room to write in: "Score: ___" */
export function isBlank(rest: string): boolean {
  return /^[_.…\s/\][☐□]+\d{0,2}$/u.test(rest);
}

/** "Illegal: Are you married?" is told so that nobody asks it. */
const forbiddenBefore =
  /^(?:illegal|unlawful|off[- ]limits|unzulässig|verboten|illégal|interdit|ilegal|prohibid[ao]|vietat[ao])(?: (?:question|frage|pregunta|domanda))?s?[:：]\s*(?=[^.!?。！？]+(?:[?？](?:\s*[(（].*)?)?$)/iu;

/** The label that the name is which a line opens with. */
function labelNamed(opening: RegExpExecArray | null, text: string): Label | undefined {
  const kind = opening === null ? undefined : labelKindOf(opening[1] ?? "");
  if (opening === null || kind === undefined) return undefined;
  const rest = text.slice(opening[0].length).trim().replace(toFillIn, "");
  return { kind: kind === "levels" && isToCircle(rest) ? "form" : kind, rest, isCertain: true };
}

/** A sentence that the list below ends: "A good answer will". */
const openSentence =
  /^(?:an? |the )?(?:good|strong|great|solid|ideal|excellent|successful|complete) (?:answers?|responses?|structures?|solutions?|candidates?|approach(?:es)?)\b[^.?:]{0,30}\b(?:will|should|would|may|might|could|includes?|covers?|mentions?|has|have)$/iu;

/** "If the answer stays general:" */
const whenShort =
  /^(?:if|where) the (?:answer|response|reply)\b|^(?:falls|wenn|bleibt|ist) (?:die |eine )?antwort|^si (?:la|sa) réponse|^si la respuesta|^se (?:la risposta|a resposta)|^als het antwoord|^(?:jeśli|gdy) odpowiedź|^(?:如果?)?(?:若)?(?:候选人)?(?:的)?回答(?:较|过于|比较|不够|太)|^(?:回答|答え)が.{1,16}(?:場合|とき|時|なら)|^אם התשובה|^(?:إذا|إن) كانت (?:الإجابة|الاجابة)|^답변이 .{1,16}(?:경우|때|면)/iu;
/** "A good answer contains:" */
const goodAnswer =
  /^(?:an? |the )?(?:good|strong|full|complete|great) (?:answer|response)s? (?:contain|include|cover|mention|show|ha(?:s|ve))s?\b|^(?:eine )?(?:gute|vollständige|starke) antwort(?:en)? (?:enthält|enthalten|umfasst|nennt|zeigt)|^une? (?:bonne|solide) réponse (?:comprend|contient|inclut|comporte|mentionne|montre)|^una buena respuesta (?:incluye|contiene|menciona|abarca)|^una buona risposta (?:contiene|comprende|include)|^uma boa resposta (?:inclui|contém|menciona)|^een goed antwoord (?:bevat|noemt)|^dobra odpowiedź (?:zawiera|obejmuje)|^(?:好的|优秀的?|理想的?|完整的?)(?:回答|答案)(?:应|应该|应当|会|需)?(?:包括|包含|提到|涉及|体现)|^(?:良い|よい|優れた)回答(?:には|は)|^תשובה (?:טובה|מלאה|חזקה) (?:כוללת|תכלול|מזכירה)|^(?:تتضمن|تشمل|تحتوي) الإجابة|^좋은 답변/iu;

/** A whole sentence that announces a list: "If the answer is vague, use these probes:". */
function kindOfSentence(text: string): LabelKind | undefined {
  if (whenShort.test(text)) return "followUps";
  if (goodAnswer.test(text)) return "areas";
  if (/\b(?:follow[- ]?ups?|probes|probing questions|prompts)\b/i.test(text)) return "followUps";
  if (
    /^(?:look|listen) for\b|\b(?:answers?|responses?|candidates?) (?:should|might|will|may) \p{L}/iu.test(
      text,
    )
  )
    return "areas";
  return undefined;
}

/** "What sorts of answers do I look for", "What you are listening for". */
const lookingFor =
  /^(?:what\b(?!.* (?:are|do|did|would) you )|(?:qualities|traits|skills|strengths|signals|behaviou?rs)\b).{0,40} (?:look|listen|watch|screen)(?:ing)?(?: out)? for$/u;
/** "When I ask this question". */
const whenAsked = /^(?:when|why) (?:i|we|you)(?: \p{L}+)? ask(?: .{1,20})?$/u;

/** @returns the kind of the label that a text is as a whole */
export function labelKindOf(text: string): LabelKind | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const outside = text.replace(/\s*[(（][^()（）]{0,60}[)）]\s*$/u, "");
  const key = plain(outside === "" ? text : outside);
  const kind =
    kindsByWord.get(key) ?? kindsByWord.get(key.replace(fillers, "")) ?? kindsByWord.get(plain(text));
  if (kind !== undefined) return kind;
  if (!/[?？]$/u.test(text) && lookingFor.test(key)) return "areas";
  if (!/[?？]$/u.test(text) && whenAsked.test(key)) return "purpose";
  const general = key.replace(/ for (?:all|any|every|each) .{1,30}$/u, "");
  if (/^(?:follow|prob|prompt)/u.test(general) && kindsByWord.get(general) === "followUps")
    return "followUps";
  // "Follow-up 2": one question has more of them than one.
  const counted = /^(.*\p{L}) ?(?:\d{1,2}|(?<= )[a-f])$/u.exec(key)?.[1] ?? "";
  if (/^(?:competency|competence|competencia|kompetenz)$/u.test(counted)) return "competency";
  return kindsByWord.get(counted) === "followUps" ? "followUps" : undefined;
}

const questionsPart = new RegExp(
  [
    String.raw`^(?:(?:\p{L}[\p{L}\p{N}&/-]* ){0,5}(?:interview|screening|assessment) )?questions(?: (?:for|to ask|about|on|in|by|from|around|and|with) [^?]{1,100})?$`,
    String.raw`^(?:\p{L}[\p{L}\p{N}&/-]* ){1,5}questions$`,
    String.raw`^\d{1,3} (?:\p{L}[\p{L}\p{N}&/-]* ){0,6}questions(?: (?:for|to ask|about) [^?]{1,100})?$`,
    String.raw`^(?:\p{L}[\p{L}\p{N}&/-]* ){0,5}question (?:bank|list|set|pool)$`,
    String.raw`^(?:les |liste des )?questions? d[e'’] ?entre(?:tien|vue)(?: .{1,80})?$`,
    String.raw`^questions (?:\p{L}+(?:ques|elles|ales|aires|ives)|ouvertes)(?: (?:et|sur|pour) .{1,80})?$`,
    String.raw`^(?:(?:die|\p{L}+e) )?(?:interview|vorstellungs|leit|fach|verhaltens|wissens|kern|haupt|einstiegs)[- ]?(?:gesprachs)?fragen(?: .{1,80})?$`,
    String.raw`^(?:(?!(?:ihre|deine|eure|eigene|offene) )\p{L}+e )?fragen(?: (?:fur|zu[rm]?) .{1,80})?$`,
    String.raw`^preguntas(?: (?:de|para|sobre) .{1,80}| \p{L}{2,}(?: [ye] \p{L}+)?)?$`,
    String.raw`^(?:domande|perguntas|(?:interview|sollicitatie)vragen)(?: .{1,80})?$`,
    "^.{0,20}(?:面试问题|面试题|面試問題|问题列表|面接質問|質問例|質問リスト)(?:列表|清单)?$|^.{0,12}(?:技术|专业|知识|行为|情景)(?:问题|题)$|^.{2,30}(?:に関する|についての|的な|共通の)質問$",
    "^(?:שאלות ראיון|שאלות ריאיון|שאלות לראיון|שאלות לריאיון|שאלות הראיון|שאלות הריאיון|שאלות)(?: .{1,60})?$",
    String.raw`^أسئلة (?:المقابلة(?: .{1,60})?|(?:ال)?(?:تقنية|فنية|سلوكية|عامة|معرفية|شخصية|مهنية))$|^(?:\p{L}+[иы]е )?вопросы(?: (?:для|на|по|о) .{1,60})?$`,
  ].join("|"),
  "iu",
);

const advicePart = new RegExp(
  [
    String.raw`^(?:frequently asked questions|faqs?|(?:interview(?:ing|er)? )?(?:tips|advice|guidance|guidelines|best practices|instructions|dos and don'?ts|do'?s and don'?ts))(?: (?:for|on|about|to|when) [^?]{1,80})?$`,
    String.raw`^(?:quick |some |general |helpful |\d{1,2} )?(?:tips|best practices|instructions|directions|guidelines|notes) (?:for|to|on) (?:the |your )?(?:interview|hiring|conduct|scor|us|evaluat|assess|ask|run)[^?]{0,60}$`,
    String.raw`^how to (?:use|run|conduct|score|evaluate|assess|prepare|adapt|interpret|rate|structure|get|ask|take|make|hire|give)\b[^?]{0,80}$`,
    String.raw`^(?:before|during|after) the interview$|^(?:interviewer|interview) (?:instructions|directions|guidelines|preparation|prep|tips|process)$|^what happens after(?:wards| the (?:interview|call|meeting))[?]?$|^common (?:mistakes|pitfalls)[^?]{0,60}$|^(?:avoiding|reducing|mitigating) bias$`,
    String.raw`^(?:using|about|working with) (?:these|this|the) (?:interview )?(?:questions|guide|template|document|scorecard|kit)[^?]{0,40}$`,
    String.raw`^(?:pre-?interview|interview) (?:preparation|prep|checklist|set-?up)$|^before you (?:begin|start|interview)[^?]{0,40}$|^(?:the )?star (?:method|technique|format|framework|probing|probes|model|approach)[^?]{0,40}$`,
    String.raw`^(?:foire aux questions|questions (?:les plus )?frequentes|questions frequemment posees|conseils?(?: .{1,60})?|mode d'emploi|comment utiliser .{1,60})$`,
    String.raw`^(?:haufig gestellte fragen|haufige fragen|tipps(?: .{1,60})?|hinweise(?: .{1,60})?|(?:interview(?:er)?|gesprachs)-?(?:hinweise|tipps|regeln)|anleitung)$`,
    String.raw`^(?:preguntas frecuentes|consejos(?: .{1,60})?|instrucciones(?: .{1,60})?|como usar .{1,60})$`,
    String.raw`^(?:domande frequenti|consigli(?: .{1,60})?|perguntas frequentes|dicas(?: .{1,60})?|veelgestelde vragen|tips(?: .{1,60})?)$`,
    String.raw`^(?:vor|nach) dem (?:interview|gesprach|vorstellungsgesprach)$|^(?:avant|apres) l'entretien$|^(?:antes|despues) de la entrevista$`,
    "^面接の?(?:前|後)(?:に|の準備)?$|^面试(?:之?前|之?后|結束后|结束后)(?:的?准备)?$|^(?:לפני|אחרי|לאחר) הרי?איון$|^(?:قبل|بعد) المقابلة$",
    "^(?:怎么打分|如何打分|怎样打分|如何评分|怎么评分)[?？]?$|^(?:常见问题|常见问题解答|常見問題|面试技巧|面试官提示|面试建议|使用说明|使用方法|面试官须知|よくある質問)$",
    "^(?:שאלות נפוצות|שאלות ותשובות|טיפים(?: .{1,60})?|הנחיות(?: .{1,60})?|עצות(?: .{1,60})?)$",
    "^(?:الأسئلة الشائعة|أسئلة شائعة|نصائح(?: .{1,60})?|част(?:о задаваемы|ы)е вопросы|советы(?: .{1,60})?)$",
  ].join("|"),
  "iu",
);

/** Of links to what is further down, or of other pages. */
const contentsHead =
  /^(?:(?:table of )?contents|(?:on|in) this (?:page|article|guide)|(?:site )?navigation|menu|jump to|quick links|sommaire|table des matieres|inhalt|inhaltsverzeichnis|indice|contenido|tabla de contenidos?|目录|目錄|目次|תוכן עניינים|תוכן|المحتويات|فهرس|قائمة المحتوى|جدول المحتويات)$/u;

/** Of what whoever is interviewed asks the other side. */
const otherSide = new RegExp(
  [
    String.raw`^(?:the )?(?:candidate'?s? )?questions? (?:(?:for|to ask) (?:the |your |our |an? )?(?:interviewers?|company|employer|hiring manager|recruiter|us)|(?:from|by) (?:the |your |our |an? )?(?:candidates?|applicants?))\b[^?]{0,60}$`,
    String.raw`^(?:candidate|applicant|interviewee)(?:'?s'?|s'?)? questions(?: .{1,40})?$|^(?:\p{L}+ )?questions (?:the )?(?:candidates?|applicants?) (?:(?:may|might|can|could|will|should) )?asks?\b[^?]{0,60}$|^questions you (?:can|could|should|may|might) ask[^?]{0,60}$|^(?:your|their) (?:questions|turn)(?: (?:for|to) us)?$|^reverse interview[^?]{0,40}$|^questions i(?: have|'ve)? asked(?: (?:them|back|the (?:company|team|interviewers?|employer)))?$`,
    String.raw`^(?:\p{L}+ ){0,2}questions? to ask (?:an? |the |your )?(?:potential|prospective|future|new) (?:employers?|company)(?:$|[:,(–—-]| (?:in|at|during|before|when|about)\b.{0,40}$)`,
    String.raw`^(?:\p{L}+ ){0,2}questions (?:a poser|que vous pouvez poser) (?:au |aux |a la |a l'|a votre )(?:futur |future )?(?:employeur|recruteu|recrutri|entreprise|drh)\w*.{0,30}$`,
    String.raw`^(?:\p{L}+ ){0,2}fragen(?: an (?:den|die|einen|ihren|deinen|unseren)|,? die (?:sie|du|man) (?:an (?:den|die|ihren|deinen)|dem|der|ihrem|deinem)) (?:arbeitgeber|personaler|personalchef|firma|recruiter|interviewer|unternehmen)\w*.{0,30}$`,
    String.raw`^(?:\p{L}+ ){0,2}preguntas (?:para|que|a) (?:hacer|formular|plantear)(?:le|les)? (?:al|a la|a los|a tu|a su) (?:entrevistador|reclutador|empresa|empleador|compania)\w*.{0,30}$|^preguntas para (?:el|la|tu|su) (?:reclutador|empleador)\w*$`,
    String.raw`^(?:\p{L}+ ){0,2}perguntas (?:para|que|a) (?:voce pode )?fazer (?:ao?|para [oa]|aos) ?(?:entrevistador|recrutador|empresa|empregador)\w*.{0,30}$|^perguntas para o (?:recrutador|entrevistador)$`,
    String.raw`^(?:\p{L}+ ){0,2}domande (?:da|che (?:puoi|potete|si possono)) (?:fare|porre|rivolgere) (?:al|alla|all'|ai|agli) ?(?:recruiter|selezionator|aziend|datore|intervistator|esaminator)\w*.{0,30}$`,
    String.raw`^(?:\p{L}+ ){0,2}vragen (?:aan|om te stellen aan|die je kunt stellen aan) (?:de |het |een |je |uw )?(?:werkgever|recruiter|interviewer|bedrijf)\w*.{0,30}$|^pytania (?:do|dla) (?:rekrutera|pracodawcy).{0,30}$`,
    "^вопросы (?:к )?(?:работодателю|интервьюеру|рекрутеру).{0,30}$|^вопросы к компании.{0,30}$|^(?:反问面试官|向面试官(?:提问|反问)|(?:候选人)?问面试官).{0,12}$|^[问問](?:主管|老[板闆]|面[试試]官|hr|人[资資]|公司|部[门門]).{0,12}$|^(?:面接官|企業|会社|採用担当者?)(?:へ|に)の?(?:逆?質問|聞くべき質問).{0,12}$",
    "^שאלות (?:ל|שכדאי לשאול את ה)(?:מעסיק|מגייס|חברה המגייסת).{0,30}$|^أسئلة (?:تطرحها|يمكنك طرحها|لطرحها) على (?:صاحب العمل|المحاور|الشركة|مدير التوظيف).{0,30}$|^(?:면접관|회사|지원 회사)(?:에게|에) (?:할|물어볼|하는) 질문.{0,12}$",
  ].join("|"),
  "iu",
);

const otherPart = new RegExp(
  [
    contentsHead.source,
    otherSide.source,
    String.raw`^(?:illegal|inappropriate|off-limits) (?:interview )?questions[^?]{0,40}$|^questions (?:to avoid|not to ask|you (?:can'?t|cannot|should not|shouldn'?t) ask|never to ask)[^?]{0,40}$|^what not to ask[^?]{0,40}$`,
    String.raw`^(?:job|role|position) (?:description|summary|overview|requirements)$|^(?:key |core |main |primary )?(?:responsibilities|duties|requirements|qualifications)(?: .{1,60})?$|^about (?:us|the company|the team|the author|the role)$|^what you(?:'ll| will) (?:do|need|bring)$|^(?:required|preferred) (?:skills|qualifications|experience)$|^benefits$|^nice to have$`,
    String.raw`^[^?]{0,40}\b(?:referees?|reference (?:checks?|calls?)|(?:check|take|call)(?:ing)? (?:the |up )?references|referenz(?:geber\w*|en|gesprach\w*|anruf\w*)?|(?:prise|controle) (?:de|des) references|referencias|anciens? employeurs?|(?:former|previous) employers?|(?:fruher|ehemalig)\w* arbeitgeber\w*|empleador(?:es)? anterior(?:es)?)\b[^?]{0,40}$|^.{0,12}(?:背景调查|推荐人|リファレンス|ממליצים|המלצות|المُعرِّف|المعرفين).{0,12}$`,
    String.raw`^[^?]{0,20}\b(?:questions (?:for|to) (?:ask )?(?:yourself|yourselves|the interviewers?|the panel)|ask (?:yourself|yourselves)|frag(?:en sie sich|e? dich|t euch)|demand(?:ez-vous|e-toi)|preguntese|preguntate)\b[^?]{0,40}$|^[^?]{0,30}\b(?:fur (?:sie|dich|mich|uns) selbst|an (?:sich|dich|mich) selbst|(?:pour|a) (?:vous|toi|soi)-?meme|(?:para|a) (?:usted|ti|si|nosotr[oa]s) mism[oa]s?|para nosotr[oa]s$|para quien entrevista)\b[^?]{0,30}$|^.{0,40}(?:自问|问自己|自省|自己への質問|振り返り|ふりかえり|לעצמך|לעצמנו|לעצמו|לעצמה|לנפשך|لنفسك).{0,12}$`,
    String.raw`^(?:related|recommended|similar|more|further|popular) (?:articles|posts|resources|guides|reading|content|interview questions|templates)[^?]{0,40}$|^(?:references|sources|resources|footnotes|see also|read next|keep reading|share this.{0,30}|comments|leave a (?:reply|comment)|license|licence|contributing|contributors|changelog|acknowledg(?:e)?ments|credits)$`,
    String.raw`^for ourselves\b[^?]{0,60}$`,
    String.raw`^(?:sample|example|model) (?:answers?|responses?)(?: .{1,60})?$|^glossary$|^sign[- ]?off$`,
    String.raw`^(?:description du poste|questions du candidat|questions (?:pour|a poser) (?:le|au|a l)[ '’]?(?:recruteur|interviewer|intervieweur).{0,40}|missions|profil recherche|articles (?:similaires|lies)|reponses types)$`,
    String.raw`^(?:stellenbeschreibung|aufgaben|anforderungen|fragen (?:des bewerbers|der bewerber|an den interviewer|an uns|an das unternehmen).{0,40}|verwandte artikel|musterantworten)$`,
    String.raw`^(?:descripcion del puesto|responsabilidades|requisitos|preguntas (?:del candidato|para el entrevistador|del entrevistado|para la empresa).{0,40}|articulos relacionados|respuestas de ejemplo)$`,
    "^(?:职位描述|岗位职责|任职要求|岗位描述|候选人提问|候选人问题|向面试官提问|给面试官的问题|反问环节|反问|相关文章|参考资料|示例答案|逆質問)$",
    "^(?:תיאור התפקיד|תיאור משרה|דרישות(?: .{1,30})?|תחומי אחריות|שאלות (?:המועמד|למראיין|של המועמד|מועמדים|מצד המועמד).{0,40}|מאמרים קשורים|תשובות לדוגמה)$",
  ].join("|"),
  "iu",
);

/** Of whoever is interviewed, who may ask, too; "you can ask the candidate" is the other way round. */
const ofCandidate =
  /^(?:what|questions?)? ?(?:for )?(?:\p{L}+ )?(?:candidates?|applicants?) (?:\p{L}+ )?asks?\b|^(?:if|when) (?:they|(?:the |an? )?(?:candidates?|applicants?)) asks?\b.{0,12}$|^(?:was|welche fragen)? ?(?:die )?(?:bewerber\p{L}*|kandidat\p{L}*) (?:\p{L}+ )?(?:fragt|fragen|wissen wollen)$|^ce que (?:les |la |le )?candidat\p{L}* demanden?t?\b|^(?:lo que|que) (?:suelen )?pregunta\p{L}* (?:los |las )?(?:candidat|postulant)\p{L}*|\b(?:candidates?|applicants?|interviewees?) (?:may|might|can|could|will|would) (?!be )|\b(?:candidat\p{L}*|postulant\p{L}*) (?:peut|peuvent|pourra\p{L}*|puede\p{L}*|podr\p{L}*) |\b(?:bewerber\p{L}*|kandidat\p{L}*)(?: \p{L}+){0,2} (?:darf|durfen|mochte\p{L}*)$|(?:候选人|候選人|应聘者)(?:可能|会|可以|可)|(?:応募者|候補者)(?:が|から)|מועמד(?:ת|ים|ות)? (?:עשוי|יכול|רשאי)|(?:قد|أن) (?:يسأل|يطرح)\p{L}* ال(?:مرشح|متقدم)/iu;

function headOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .normalize("NFC")
    .replaceAll(/[’‘]/g, "'")
    .replace(/\s*\([^()]{0,40}\)\s*$/, "")
    .replace(/\s*[:：.]\s*$/, "")
    .trim();
}

/** @returns whether a head opens a list of links, which ends with it */
export function isContentsHead(text: string): boolean {
  return text.length <= LONGEST_LABEL && contentsHead.test(headOf(text).toLowerCase());
}

/** @returns whether a title says that whoever is interviewed asks what is below it: "Bakers: six good questions for the company" */
export function isOfOtherSide(title: string): boolean {
  const head = headOf(title);
  const from = Math.max(0, head.search(questionNoun));
  return head.length <= LONGEST_LABEL * 2 && otherSide.test(head.slice(from));
}

const questionNoun =
  /\b(?:questions?|fragen|preguntas|perguntas|domande|vragen|pytania)\b|вопросы|反问|逆質問|(?:向|给)面试官|שאלות|أسئلة/iu;

/** @returns whether a line ends with a colon and says that questions follow: "Examples of questions on trust:" */
export function announcesQuestions(text: string): boolean {
  return (
    text.length <= LONGEST_LABEL * 3 && /[:：]$/u.test(text) && questionNoun.test(headOf(text).toLowerCase())
  );
}

/** @returns what the part below a head is, or undefined for words that name no part */
export function partOf(text: string): PartKind | undefined {
  if (text.length > 130) return undefined;
  const head = headOf(text);
  if (
    (ofCandidate.test(head) && !/(?<!\.)[.。]$/u.test(text)) ||
    /^(?:illegal|unlawful|off-limits)[:：]$/iu.test(text) ||
    (head.length <= LONGEST_FORBIDDING && forbidding.test(head))
  )
    return "other";
  if (isClosingHead(text)) return "other";
  if (otherPart.test(head.replace(numberedPart, ""))) return "other";
  if (advicePart.test(head)) return "advice";
  // "Turn these into open questions." is a sentence.
  const isHead = questionsPart.test(head) && !text.endsWith(".");
  return isHead && labelKindOf(text) === undefined ? "questions" : undefined;
}

/** @returns whether a head opens the part in which an interview ends */
export function isClosingHead(text: string): boolean {
  return text.length <= LONGEST_LABEL * 2 && closing.test(headOf(text).replace(numberedPart, ""));
}

/** What must not be asked: a word that denies, and one for asking. */
const forbidding =
  /^(?!.*[?？؟]$)(?=.*(?:\b(?:not|never|avoid|forbidden|illegal|unlawful|off[- ]limits|don't|can't|mustn't|cannot|nicht|nie|niemals|keine|verboten\w*|unzulassig\w*|tabu\w*|jamais|pas|interdit\w*|prohibid\w*|evitar|nunca|ilegal\w*|no se|no (?=pregunt|hacer))\b|(?:不(?:要|得|能|可|应|應|宜|该|許|许|准)?|禁止?|勿|别|避免)(?:再|随意|以)?.{0,3}(?=问(?!题)|問(?!題)|询问|提问|使用)|(?:不(?:要|得|能|可|应|宜|该|准)|禁止|禁).{0,6}(?=问题)|いけない|ない質問|避け|NG(?=質問)|לא|אין|אסור|ממנוע|(?:^| )لا |ممنوع|محظور))(?=.*(?:\b(?:ask|asked|asking|use|questions?|frag\w*|gefragt|demander|poser|questions|pregunt\w*|hacer)\b|问|問|聞|質問|שאל|لسأل|سأل|أسئلة))/iu;
const LONGEST_FORBIDDING = 60;

/** What is told of, the order of an interview or its end: what is said there hands over and takes leave. */
const closing =
  /^(?:(?:interview )?(?:agenda|schedule|timeline)|(?:the )?(?:clos(?:e|ing)|wrap(?:ping)?[- ]?up|ending|end of (?:the )?interview|finish(?:ing)?(?: up)?|conclusion|to close|at the end|goodbye|next steps)|(?:zum )?(?:abschluss|schluss|ende)|nachste schritte|ausklang|cloture|conclusion|pour (?:finir|conclure)|fin(?: de l'entretien)?|cierre|para (?:terminar|cerrar)|final|despedida|encerramento|conclusao|per (?:finire|concludere)|conclusione|chiusura|congedo|afsluiting|afronding|tot slot|verabschiedung|zakonczenie|na koniec|завершение|заключение|в конце|завершення|마무리|맺음말|終わりに|おわりに|最後に|クロージング|结束|結束|结束语|收尾|最后|לסיום|סיום|לסיכום|סיכום|الختام|الخاتمة|ختام|في الختام)(?: (?:of|des|de|the|del) [^?]{1,30})?(?:,? \d.{0,12})?$/iu;

const numberedPart =
  /^(?:section|part|round|stage|block|theme|topic|competency|criterion|value|anforderung|kriterium|kompetenz|compétence|competencia|teil|abschnitt|partie|sección|parte|חלק)\s*(?:\d{1,2}|[ivx]{1,4}|[a-f])\s*[:.)–—-]\s*(?=\S)/iu;

/** @returns whether a head is one of a series: "Section 2: Planning" */
export function isNumberedPart(text: string): boolean {
  return numberedPart.test(text);
}

/**
 * Takes the words for questions off a head: "Leadership interview questions" is about leadership.
 *
 * @returns an empty string for a head that says no more than that questions follow
 */
export function partName(text: string): string {
  if (bareQuestions.test(headOf(text))) return "";
  const name = text
    .replace(/\s*[:：]\s*$/, "")
    .replace(numberedPart, "")
    .replace(
      /^(?:(?:sample|example|top|best) )?(?:interview )?questions (?:for|about|on|around|to assess|assessing) /i,
      "",
    )
    .replace(/ ?(?:interview |screening )?questions?(?: for .{1,80})?$/i, "")
    .trim();
  return /^(?:the |sample |example |interview |these |your |main |suggested |possible |our |all |more |other |\d+ |good |great |best |top |common )*(?:ask|interview|sample|example|main|suggested|possible)?$/i.test(
    name,
  )
    ? ""
    : name;
}

const bareQuestions =
  /^(?:(?:les )?questions (?:d'entretien|a poser)|(?:die )?(?:interview|leit)?-?fragen|preguntas(?: de (?:la )?entrevista)?|domande|perguntas|(?:interview|sollicitatie)?vragen|вопросы|(?:面试)?(?:问题|题目)|面试题|(?:面接)?質問(?:例)?|שאלות(?: (?:ה|ל)?רי?איון)?|(?:أسئلة المقابلة|الأسئلة))$/iu;

/** Competencies that guides name most often; a heading of such a word is no title of a single question. */
const competencyWords =
  /^(?:\p{L}+ (?:and|&) )?(?:communication|collaboration|team ?work|leadership|problem[- ]solving|adaptability|accountability|ownership|creativity|innovation|integrity|resilience|initiative|decision[- ]making|time management|conflict resolution|customer (?:focus|service|orientation)|critical thinking|strategic thinking|planning(?: and organi[sz]ing)?|interpersonal skills|attention to detail|learning agility|emotional intelligence|empathy|influence|influencing|negotiation|motivation|culture(?: fit| add)?|diversity(?: and inclusion)?|technical (?:skills|knowledge|expertise)|results orientation|self[- ]awareness|stakeholder management|delegation|coaching|mentoring|flexibility|oral communication|written communication|organi[sz]ation(?:al skills)?|prioriti[sz]ation|curiosity|growth mindset)(?: (?:and|&) \p{L}+| skills)?$/iu;

/** @returns whether a heading is the name of a competency by its words alone */
export function isCompetencyName(text: string): boolean {
  return competencyWords.test(text.trim());
}
