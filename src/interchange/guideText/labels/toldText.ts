import { isAddressed, isRequest } from "../labels/askedText.ts";

/**
 * The two kinds of questions that structured interviews are made of, by their words: what somebody did ("When did you
 * last …?"), and what somebody does in a scene ("The oven fails. What do you do?").
 */
const did = [
  String.raw`\b(?:how|what|when|why|where|which|who|whom)\b[^?]{0,60}\b(?:did|have|had|were|was) you\b|\bhave you ever\b|\bthe last time\b`,
  String.raw`(?:^|[^\p{L}])(?:wie|was|wann|warum|wo|welche[rsnm]?|wen|wem|womit|worauf|worüber|wofür|schon einmal|zuletzt)(?=[^\p{L}])[^?]{0,60}(?:haben|hatten|waren|sind|mussten|wurden|konnten) Sie(?=[^\p{L}])|(?:hast|hattest|warst|bist|musstest) du(?=[^\p{L}])|ihnen zuletzt(?=[^\p{L}])`,
  String.raw`(?:quel|quelle|quels|quelles|qui|quoi|quand|comment|pourquoi|où|déjà|dernière fois)(?=[^\p{L}])[^?]{0,60}(?:avez|aviez|êtes|étiez)-vous|(?:as|avais|étais)-tu`,
  String.raw`(?:^|[^\p{L}])\p{L}{2,}[ai]ste(?=[^\p{L}])|(?:^|[^\p{L}])(?:has?|han|habéis) \p{L}+[ai]do(?=[^\p{L}])[^?]{0,60}|última vez`,
  "(?:ました|でした|なかった|たこと|たとき|た経験)",
  "[你您].{0,24}(?:过|過|了)|上一?次|最近一次|的时候|曾经|一次.{0,12}(?:经历|經歷)",
  "(?:בפעם האחרונה|היית|עשית|למדת|קרה ש)",
  "(?:آخر مرة|سبق أن|(?:متى|كيف|ماذا|ما الذي) (?:اختلفت|تعلمت|واجهت|رفضت|قررت|فعلت|تعاملت))",
];
const scene = [
  String.raw`\b(?:what|how|who|whom|where)\b[^?]{0,60}\byou\b[^?]{0,60}\b(?:when|if)\b|(?:wie|was|wen|wem|wo)(?=[^\p{L}])[^?]{0,40} sie(?=[^\p{L}])[^?]{0,60}, wenn(?=[^\p{L}])|(?:que|comment|qui)[^?]{0,40}-vous[^?]{0,60} (?:quand|si|lorsqu)|(?:qué|cómo|quién)(?=[^\p{L}])[^?]{0,60} (?:cuando|si)(?=[^\p{L}])`,
  String.raw`\bwhat (?:do|would|will) you (?:do|say|tell|ask|check|answer)\b|\bhow (?:do|would|will) you (?:handle|react|respond|deal|decide|plan|prioriti[sz]e|approach|go about|explain|make sure|keep|tell|organi[sz]e|solve|manage|balance|convince|begin|start)\b|\bwhere (?:do|would) you (?:look|start|begin)\b`,
  String.raw`(?:was|wie) (?:tun|machen|sagen|antworten|gehen|reagieren|würden|verteilen|entscheiden|planen|erklären|sprechen|ordnen|sorgen|bringen) sie(?=[^\p{L}])`,
  String.raw`(?:que|quoi|comment)[^?]{0,12} (?:faites|feriez|dites|diriez|répondez|réagissez|réagiriez|gérez|procédez|organisez|décidez|expliquez|placez|préparez)-vous`,
  String.raw`qué (?:haces|hace|harías|haría|dices|dice|dirías|diría)|cómo (?:organizas?|manejas?|reaccionas?|actúas?|decides?|resuelves?|explicas?|planificas?|priorizas?|harías?)(?=[^\p{L}])`,
  "(?:どうし|どう対応し|どう答え|何をし|何から|どのように|どうやって|どう説明し|どう判断し).{0,16}(?:ますか|ですか)",
  "[你您].{0,8}(?:怎么|怎样|如何|会|先).{0,8}(?:做|办|處理|处理|安排|回应|解释|说|沟通|开始|查|判断|决定|应对)",
  "(?:מה (?:את|אתה|אתם|את/ה|הייתם|היית) (?:עוש|אומר)|איך (?:את|אתה|אתם|את/ה) )",
  "(?:ماذا تفعل|ماذا ستفعل|ماذا تقول|كيف (?:تتعامل|تتصرف|تشرح|ترتب|توزع|تقرر|تنظم|تحل|تقنع|تبدأ))",
];
const work = [
  String.raw`\byour (?:last|previous|current|former|present) (?:job|role|manager|team|boss|company|employer|position|post|work)\b|\byour (?:strengths?|weakness(?:es)?|career)\b|\bwhy (?:do you want|would you like) to (?:work|join|leave)`,
  String.raw`letzten? (?:stelle|arbeit|job|betrieb|arbeitgeber)|(?:dernier|précédent|ancien) (?:poste|emploi|travail|employeur)|(?:último|anterior|actual) (?:trabajo|empleo|puesto)|(?:trabajo|empleo|puesto) (?:anterior|actual)`,
  "前職|現職|志望|上一份|上家|(?:之前|现在|目前)的(?:公司|工作|单位|岗位)|העבודה (?:הקודמת|האחרונה|הנוכחית)|(?:عملك|وظيفتك) (?:السابق|الحالي)",
];
const telling = new RegExp([...did, ...scene, ...work].join("|"), "iu");
/** A sentence, and behind it what is asked. */
const afterSentence = /[.。!！]["”»]?\s*([^.。!！?？؟]{4,}[?？؟])["”»]?\s*$/u;

/** "Did you lock the door?" is answered with yes or no: it checks, and asks for no story. */
const checking =
  /^(?:(?:have|are|were|did|do|would|could|can|will) you\b(?! (?:ever|tell|describe|give|explain|share|walk|talk|think|name|show))|(?:haben|können|würden|sind) sie(?! schon einmal| je)(?=[^\p{L}])|(?:avez|êtes|pouvez|pourriez)-vous(?! déjà| me| nous| d[ée])|هل (?!سبق)|[你您](?:是否|有没有))/iu;

/** @returns whether a text asks somebody what they did, or what they do in a scene that it tells */
export function isTelling(text: string): boolean {
  const end = text.slice(-400);
  if (checking.test(text.slice(0, 60)) && !telling.test(end)) return false;
  if (isRequest(text) || telling.test(end)) return true;
  return isAddressed(afterSentence.exec(end)?.[1] ?? "");
}
