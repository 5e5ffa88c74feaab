import { isUnspaced } from "../../../domain/text/tokens.ts";
import { endingIn, openingIn, wordIn } from "../words/phrases.ts";
import { plain, says } from "../words/plainText.ts";
import {
  handingOverOpenings,
  instructionEndings,
  instructionOpenings,
  requestEndings,
  requestOpenings,
  verbsOfYou,
} from "../words/spokenWords.ts";

/** What an interviewer says to a candidate, told from other sentences by its words. */

const openings = [
  // "… me", "… us" right behind what is to be done
  "(?!(?:let|call|ring|phone|text|ping|message|send|contact|e?mail|join|find|follow|visit|reach|about|to|for|with|of|between|in|on|at|and|like|from|by|some|home|time|name|come|same|give or take) )[a-z]{3,10} (?:me|us)(?= )|\\p{L}{3,12}[- ](?:moi|nous) |\\p{L}{3,14}n sie (?:mir|uns) |\\p{L}{2,12}[aeén](?:me|nos) (?:un|una|uno|sobre|de|del|la|el|los|las|qué|que|cómo|por|cuándo|lo|tu|su|algo|alguna?|dos|tres|cuál|cuáles|dónde|quién)(?= )|\\p{L}{2,8} (?:לי|לנו)(?= )|\\p{L}{2,9}(?:ني|نا) |\\p{L}{2,8} (?:لي|لنا)(?= )",
  // English
  "(?:please |now,? |first,? |next,? |so,? |in your own words,? |briefly |can you |could you |would you |i(?:['’]d| would) (?:like|love) you to |take (?:me|us) )*(?:tell (?:me|us)|describe\\b|give (?:me |us )?(?:an?|one|some|two|three|your) |walk (?:me|us)|talk (?:me|us|about)|talk through\\b|explain\\b|share (?:an?|your|with|one|some|how|the)|discuss\\b|imagine\\b|think (?:of|about|back)|recall\\b|suppose\\b|consider (?:a|this|the)|summari[sz]e\\b|outline (?:how|your|the|a)|provide (?:an?|me|us|one|some)|illustrate\\b|compare |name (?:an?|one|two|three|some)|reflect on\\b|pretend\\b|show (?:me|us)|help (?:me|us) understand|paint (?:me|us)|teach (?:me|us)|pitch (?:me|us)|sell (?:me|us)|convince (?:me|us)|role[- ]play\\b(?! (?:[-–—|]|scenarios?|exercises?))|rate your(?:self)?|define |list (?:an?|the|some|three|two)|design (?:an?|the) |(?:write|create|implement|build|code) (?:an?|the|some) (?:[a-z-]+ )?(?:script|function|program|method|class|query|test|algorithm|service|api|component|sql)\\b|introduce yourself|take me through)",
  "(?:how|what|why|when|where|which|who) (?:do|did|would|have|had|are|is|was|were|can|could|will|should|has|does) (?:you|your)\\b",
  "(?:have|are|were|did|do|would|could|can) you\\b",
  "(?:what|which) (?:[\\p{L}/&-]+ ){1,4}(?:do you (?:use|know|like|prefer|enjoy|bring|read|follow)|have you \\p{L}+)\\b",
  "(?:how (?:many|much|long|often|far)|which|what (?:kind|sort)s? of)\\b[^.:]{0,60}\\byou(?:r|['’]re|['’]ve)?\\b",
  "(?:if (?:so|not|yes|no)|and|or|but),? (?:how|what|why|when|where|which|who)\\b",
  "let['’]?s (?:say|talk|discuss|imagine|assume)",
  "you(?:['’]re| are|['’]ve| have) (?:been |just |asked |given |working |in )",
  // What somebody wants to hear, or see done
  "(?:just |please )*(?:(?:i|we)(?:['’]d| would)? (?:like|love|want|be (?:interested|curious|keen)) (?:you to (?!cover|ask|use|rate|score|note|make|keep|read|record)|to (?:hear|know|understand|learn|see)\\b(?=[^.:]{0,120}\\byour?\\b|[^.:]{0,30} (?:an?|one) (?:time|project|example|situation)))(?!.*:$)|(?:draw|sketch) (?:an?|the|your|for|on|us|me|out)\\b|say something about|put yourself in|estimate (?:how|the)|(?:finish|complete) (?:this|the) sentence|take (?:a moment|your time|a minute) |talk (?:to|with) us about|demonstrate (?:how|the|an?)|act out|(?:assume|picture) (?:you|that|an?|the)|spell out|argue (?:for|against|the case)|defend )",
  // What is to be programmed
  "(?:implement|reverse) (?:an? |two |[a-z_]+$)|given (?:an? |two |the following )|implementiere(?:n sie)? (?:eine?n? |\\p{L}+$)|gegeben (?:sei|ist|sind) |implémentez |étant donnée?s? |implement[ae] una? |реализуйте |(?:实现|給定|给定)(?:一|两|兩)",
  // French
  "(?:pouvez|pourriez)[- ]vous|(?:parlez|racontez|décrivez|donnez|expliquez|présentez|citez|partagez|dites|imaginez|commentez|détaillez|évoquez|illustrez|comparez|pensez|rappelez|exposez|résumez|nommez)(?:[- ](?:moi|nous))?\\b|(?:parle|raconte|décris|donne|explique|présente|cite|partage|imagine|dis)[- ]moi|décris |comment (?:avez|faites|gérez|réagi|procéd|abord)|avez[- ]vous",
  "(?:j['’]aimerais|je (?:souhaite|voudrais|serais (?:curieu|intéress))|nous (?:aimerions|souhaite|voudrions))\\p{L}* (?:vous entendre|(?:de )?savoir|comprendre|connaître|que vous)|(?:veuillez|merci de(?: bien vouloir)?|pourriez-vous)(?: nous| me)? (?:expliquer|décrire|présenter|raconter|exposer|préciser|donner|indiquer|détailler|citer|parler|résumer|dire) |(?:parlons|revenons|discutons|partons) (?:un peu )?(?:de|sur) v(?:otre|os) |(?:retracez|dessinez|estimez|complétez (?:la|cette) phrase|définissez|mettez-vous|lisez|improvisez|jouez|reformulez|argumentez|situez|montrez|vendez|convainquez|apprenez|supposez|supposons|imaginons|admettons|prenez un)(?:[- ](?:moi|nous))?(?=[ ,:])|et maintenant,? l['’]inverse",
  // German
  "(?:bitte )?(?:erzählen|beschreiben|schildern|nennen|erklären|geben|erläutern|berichten|stellen|teilen|denken|führen|skizzieren|sprechen|vergleichen|zeigen|fassen) sie\\b|(?:erzähl|beschreib|schildere|nenne|erkläre|erklär|gib|erläutere|berichte|stell)e? (?:mir|uns|dir|ein|eine|einen|bitte|von|doch|mal|die|wie|kurz|deine)\\b|(?:können|könnten|würden|haben) sie\\b",
  "(?:ich|wir) (?:würden?|möchten?|hätten?|wüssten?) gern(?:e)? (?:\\p{L}+ ){0,8}(?:hören|wissen|erfahren|verstehen|sehen|kennenlernen|etwas)|(?:ich|wir) (?:möchten?|würden?) (?:gern(?:e)? )?(?:von ihnen|wissen|hören|verstehen|mehr|über ihre)|(?:mich|uns) (?:interessiert|würde interessieren)|(?:sprechen|reden) wir über (?:ihre?n?|die|das)\\b|(?:begründen|zeichnen|kommentieren|definieren|schätzen|vervollständigen|ergänzen|beurteilen|charakterisieren|rechnen|spielen|überzeugen|verkaufen|planen|entwerfen|demonstrieren|argumentieren|ordnen|gliedern|analysieren|diskutieren|erinnern|simulieren|formulieren|versetzen|lesen|malen|gehen|nehmen) sie (?:bitte |sich |uns |mir |einmal |mal |kurz |nun |jetzt |laut |doch ){0,3}(?!(?:die fragen?|alle|jede[nrs]?|bitte alle|den bewerb|dem bewerb|der bewerb)(?=[^\\p{L}]))(?=[^.?!]{0,90}(?:ihre?[nmrs]?|sie|uns|mir|satz|moment)(?=[^\\p{L}]))",
  // Spanish
  "¿|(?:cuénte(?:me|nos)|cuénta(?:me|nos)|cuente|cuenta|describa|describe|descríbe(?:me|nos)|descríba(?:me|nos)|háble(?:me|nos)|hábla(?:me|nos)|explique|explica|explíque(?:me|nos)|explíca(?:me|nos)|comparta|comparte|dé |da un |dame|deme|díga(?:me|nos)|dime|mencione|menciona|relate|relata|imagine|imagina|piense|piensa|ponga|presente|hábleme)\\b",
  "(?!términos|régime)(?=\\p{L}*[áéíóú])\\p{L}{3,12}(?:nos|me) |(?:me|nos) (?:gustaría|interesa(?:ría)?|encantaría) (?:que|saber|conocer|escuchar|oír|entender)|(?:quisiera|quisiéramos|querría|querríamos|queremos|quiero) (?:que (?:nos|me)|saber|conocer|oír|escuchar|entender)|(?:tengo|tenemos) curiosidad|hablemos de (?:su|tu)s? |(?:resuma|resume(?= (?:tus?|sus?|el|las?|los?|en|brevemente|cómo|qué) )|dibuje|dibuja|defina|define|exponga|estime|razone|argumente|comente|enumere|calcule en voz|complete (?:esta|la) frase|diga (?:tres|dos|una?|qué|cómo)|ahora,? lo contrario|supongamos|suponga|póngase|ponte|tómese un|tómate un|lea (?:la|el|este|esta) [^.]{0,40} y d[ií])(?=[ ,:])",
  // Italian, Portuguese, Dutch
  "(?:mi |ci )?(?:parli|racconti|descriva|spieghi|f(?:accia|ammi|ai|accio) un esempio|(?:dammi|mi dia|porti|porta) un esempio|illustri|immagini|parlami|raccontami|descrivi|spiega)\\b|(?:conte|descreva|fale|explique|compartilhe|partilhe|dê um|relate|cite|imagine|pense|me fale|me conte|conta|descreve|fala)[- ,]?(?:me|nos|sobre|um|uma|como|com)?\\b|(?:vertel|beschrijf|geef|noem|leg uit|bespreek|deel een|licht toe|schets|kunt u|kun je)\\b",
  "(?:mi|ci) (?:piacerebbe|interessa|interesserebbe) (?:sapere|sentire|capire|che)|(?:vorrei|vorremmo) (?:sapere|sentire|capire|che (?:mi|ci|lei))|(?:per favore,? )?(?:mi |ci )?(?:racconti|descriva|dica|faccia (?:vedere|capire)|porti|elenchi|riassuma|definisca|disegni|spiegami|dimmi|raccontaci|parlaci|provi a|prova a|simuli|si metta|mettiti|immagina|supponiamo|parliamo d|pensi a|pensa a|venda|accompagni|illustri|esponga|commenti|legga .{0,40} e (?:ci|mi) )(?=[ \\p{L}])|(?:gostaria|gostaríamos) (?:de|que)|(?:quero|queria|queríamos) (?:que|saber|ouvir|perceber)|(?:diga|explica|explique|descreva|relate|resuma|defina|desenhe|venda|imagina|suponha|suponhamos|coloque-se|ponha-se|apresente|apresenta|partilhe|enumere|exemplifique|dê|dá|leve|guie|comente|falemos|fale|indique|recorde|pense|leia .{0,40} e )(?:-(?:me|nos))?(?=[ ,:])|(?:ik|wij|we|ons) (?:hoor|hoort|horen|wil|willen|zou|zouden|ben|zijn|benieuwd)[^.?]{0,40}(?:graag|benieuwd|horen|weten)|(?:stel|neem|schets|teken|verkoop|leg|licht|praat|loop|deel|omschrijf|overtuig|verplaats|laat|zeg|doe|speel|schat|maak|lees|definieer|reageer|onderbouw|som)(?:t u)? (?:je |u |ons |mij |me |eens |dat |deze |dit |in |uw |jouw |jezelf |uzelf )(?!punten|score)",
  // Polish
  "proszę (?:(?:sobie|mi|nam|się|krótko|jeszcze|pana|panią|teraz) )*(?!zada|zapis|zanotow|notow|oceni|wypełni|nie |wysł|podzięk|poinform|przywit|unika|pamięta|wyjaśnić kandydat)\\p{L}+ć(?=[ ,])|niech pani? |(?:opowiedz|opisz|wyjaśnij|powiedz|wyobraź|podaj|wymień|omów|pokaż|narysuj|porównaj|streść|odegrajmy|załóżmy|porozmawiajmy|przeprowadź nas|(?:interesuje|ciekawi) mnie)(?=[ ,])|chciał(?:a)?bym |chcieli(?:byśmy|śmy) ",
  // Russian
  "(?:пожалуйста,? )?(?:расскажите|опишите|приведите|объясните|назовите|поделитесь|представьте|вспомните|расскажи|опиши)",
  // Chinese, Japanese
  "(?:(?:请|請)(?:您|你|先|再)?(?:简单|简要|详细|具体|简短)?(?:地)?(?:谈|談|说|說|讲|講|描述|介绍|介紹|分享|举|舉|回忆|回憶|解释|說明|说明|告诉|告訴|列举|列舉|聊|想|用|给|分析|设计|设想|评价|演示|画|模拟|比较|总结|复盘)|讲一|說一|谈谈|談談|说说|說說|说一说|讲讲|講講|讲述|描述|介绍|介紹|分享|举例|舉例|举一|举个|谈一谈|假设|假設|假如|如果你|如果您|你(?:如何|怎么|是否|曾|在|会|认为|最|为什么)|您(?:如何|怎么|是否|曾|在|会|认为|最|为什么)|能否|可否|回忆|告诉我|(?:(?:最后|首先|接下来|现在|再)[，,]?)?请(?!在面试|面试官|勿|不要|注意|确保|参考|按照评|填|给分|评分|打分|根据评|于).{0,12}(?:谈|说|讲|描述|介绍|分享|举|画|演示|总结|指出|补充|说服|示范|回答|估算|排序|解释)|(?:简单|简要|具体|先)?(?:聊聊|说说|讲讲|谈谈|想听听|想了解|说一下|讲一下|介绍一下|描述一下|演示一下|模拟一下|想象一下|回想一下|设想一下)|(?:跟|给|向|和)我们?(?:讲|说|聊|介绍|描述|演示)|把.{1,20}(?:卖给|讲给|解释给)|我们?(?:想|希望|很想)(?:听|了解|知道|请)|用.{1,12}(?:时间|分钟|句话|个词).{0,20}(?:总结|介绍一下你|介绍自己|说|讲|概括|描述))",
  // Hebrew
  "(?:אנא |נא |בבקשה )?(?:ספר|ספרי|ספרו|תאר|תארי|תארו|תן|תני|תנו|הסבר|הסבירי|הסבירו|שתף|שתפי|שתפו|הצג|הציגי|הציגו|פרט|פרטי|פרטו|דמיין|דמייני|דמיינו|נסה להיזכר|חשוב על|חשבו על|ציין|ציינו|הדגם|הדגימו|איך (?:אתה|את|היית|תגיב|תתמודד|התמודדת)|מה (?:אתה|את|היית|עשית))(?= |\\.|,|/)",
  "(?:אנא |נא |בבקשה )?(?:דבר|נמק|שחזר|הדגם|הדגימ|הראה|תספר|תספרי|תספרו|תסביר|תסבירי|תסבירו|תחשוב|תחשבי|תחשבו|דברי|דברו|נמקי|נמקו|שחזרי|שחזרו|הדגימי|הדגימו|הראי|הראו|תאר|ספר|הסבר|שתף|הצג|פרט|סכם|סכמי|סכמו)(?:/\\p{L}{1,2})? |(?:קח|קחי|קחו|צייר|ציירי|ציירו|כתוב|כתבי|כתבו|קרא|קראי|קראו|העבר|העבירי|העבירו|הגדר|הגדירי|הגדירו|תן|תני|תנו|הבא|נסה|נסי|נסו|השלם|השלימי|השלימו|מכור|מכרי|מכרו|שכנע|שכנעו|הדריך|נתח|נתחו|תכנן|תכננו|הניחו)(?:/\\p{L}{1,2})?(?: [^.?]{1,60})? (?:אותנו|לנו|לי|אותי|עבורנו|בפנינו)(?= )|(?:ציירו|ציירי|צייר|קראו|כתבו) (?:על הלוח|את קטע|בשלוש|לנו)|(?:אשמח|נשמח|הייתי רוצה|היינו רוצים|אני רוצה|אנחנו רוצים|מעניין אותי|מעניין אותנו) (?:לשמוע|להבין|לדעת|ש)|בוא[יו]? נדבר|נא ל(?:פרט|תאר|ספר|הסביר|ציין|הציג|הדגים)",
  // Arabic
  "(?:احكِ|احكي?|حدثي?ني|حدثي?نا|[أا]خبري?ني|أخبري?نا|صف|اذكري?|اشرحي?|[أا]عطي?ني|[أا]عط[ِي]? مثال[اً]*|شاركي?|تحدثي? عن|هل|كيف|ما هو|ما هي)(?= )|(?:أود|نود|أريد|نريد|أرغب|يهمني|يهمنا) أن (?:أ|ن|ت)\\p{L}+ (?:عن|كيف|منك|إلى|ماذا|رأيك|لنا|لي|ما)|(?:يرجى|نرجو|أرجو|الرجاء|من فضلك،?) (?:أن تذكر|أن تصف|أن تشرح|توضيح|شرح|وصف|ذكر|تفصيل|تقديم مثال|ذكري|إعطا)|لنتحدث|لنفترض|دعنا نتحدث|(?:ارسم|تخيل|استحضر|تذكر|هات|صف|تكلم|اعرض|فسر|لخص|تحدث|احك|حدثن|اقرأ(?! السؤال| الأسئلة)|أقنع|افترض|وضح|اسرد|قارن|اختر مثال|قيم نفس|خذنا|أعد علينا|أكمل)(?:ي|وا|ا)?(?= )(?!.{0,30}(?:للمرشح|المرشحين|درجة))",
].join("|");

const opening = new RegExp(`^["“„«'‘「『]?(?:${openings})`, "iu");
/** What the interviewer does, in the words of a request. */
const instruction =
  /^(?:briefly )?(?:introduce yourself (?:and|to|,)|explain (?:the (?:order|structure|format|purpose) of (?:the|this|our) (?:interview|conversation|call|meeting|talk|day)(?=$|[.,]| and | to the )|next steps|expenses|benefits|logistics|the (?:timeline|next steps)|what happens (?:next|after)|that|to the (?:candidate|applicant)|(?:what|why) we(?:['’]re| are) |they |a (?:bit|little) (?:about|of) (?!.*\byour?\b))|share the (?:brief|agenda)\b|(?:give|tell|describe|discuss|explain|share|show)\b[^?]{0,60}\b(?:the|each|every) (?:candidate|applicant|interviewee)s?\b|(?:describe|explain) the (?:role|position|post|job|company|team|process|format|structure|agenda|next steps)(?:$|[.,:]| and | to )|(?:présentez?|expliquez?|rappell?ez?|décri(?:vez|s)) (?:rapidement |brièvement )?(?:que |le (?:poste|déroul|cadre|but)|les membres|le jury|la durée|l['’](?:équipe|organis|objectif)|(?:au|aux|à la) candidat)|(?:explique|presente|describa|recuerde) (?:que |al? (?:la )?candidat|el (?:puesto|proceso|tribunal)|a los miembros)|pensez à (?:bien |leur |lui |ne pas )*(?!votre|notre|quatre|autre)\p{L}+(?:er|ir|re)(?= )|denken sie (?:bitte )?daran|(?:erklären|erläutern|schildern) sie (?:den ablauf|(?:der|dem|den) (?:bewerb|kandidat)|die stelle))/iu;
const namedOpening = new RegExp(`^\\p{L}[^:：?.]{1,40}[:：]\\s*["“„«](?:${openings})`, "iu");
const mark = /[?？؟]/u;
/** What is only cited in a sentence that goes on behind it. */
const quotedOnTheWay = /(?<=[\p{L}:,] )["“„«][^"”»]*["”»](?= \p{Ll})/gu;
const closingMark =
  /[?？؟](?:\s?["”“»'’」』)）\]])*\s*(?:\([^()?]{1,80}\)|（[^（）]{1,40}）|\[[^[\]]{1,80}\])?\s*$/u;
/** What is told, and not what is done: "…を教えてください", and not "名札を受け取ってください". */
const japaneseTelling =
  "(?:教え|聞かせ|話し|語っ|述べ|説明し|挙げ|あげ|紹介し?|思い出し|思い浮かべ|想像し|比べ|示し|振り返っ|描い|言っ|答え|伝え|表現し|再現し|要約し|まとめ|演じ|おっしゃっ|伺わせ|売っ|実演し|提案し)(?:て)?(?:ください|下さい|いただけますか|いただきたい(?:です)?|いただければと思います|みて(?:ください|下さい)?)|(?:ご説明|ご紹介|お話し|お聞かせ|お答え|ご提案)(?:ください|下さい|願います|いただければと思います)|(?:してみて|てみて)(?:ください|下さい)|(?:自己紹介|自己PR|志望動機|ご説明|説明|実演|お話)を?お願い(?:いた)?します";
const japaneseAsking = new RegExp(
  `(?:${japaneseTelling}|ますか|ましたか|ですか|でしたか|でしょうか)[。？?]?$`,
  "u",
);
const japaneseRequest = new RegExp(`${japaneseTelling}[。？?]?$`, "u");

/** "…에 대해 말씀해 주세요", and not "기록해 주세요". */
const koreanRequest =
  /(?<!(?:평가|기록|작성|확인|체크|유지|준수|메모|사용|안내|참고|질문|표시|기입|제출|연락|문의)(?:을|를)? ?(?:해|하여) ?)(?:주세요|주십시오|주시기 바랍니다|줘요|보세요|보십시오|들려주세요|들려주십시오|듣고 싶습니다)[.。]?$/u;

/** "Drive: Tell me about …", and no example of it */
const namedRequest =
  /^(?!(?:examples?|e\.?g|samples?|format|tips?|notes?|hints?|instead|better|not|don['’]t|avoid|beispiele?|hinweis|ejemplos?|exemples?)\b)\p{Lu}[^:：?.]{1,30}[:：]\s+(?:tell (?:me|us) (?:about|how|what|of)|describe (?:an?|how|the|your)|(?:walk|talk) (?:me|us) through|give (?:me|us) an example|erzählen sie (?:mir|uns|von)|beschreiben sie|parlez[- ](?:moi|nous)|décrivez|cuénte(?:me|nos)|háble(?:me|nos)|describa)(?=[^\p{L}])/iu;

/** "Drive: “Describe …”" */
function asksBehindName(text: string): boolean {
  const start = text.slice(0, 120);
  return namedRequest.test(start) || (namedOpening.test(start) && /["“”»]$/u.test(text));
}

/** "A customer waits on the phone. Talk us through what you do." */
function asksAtItsEnd(text: string): boolean {
  const last = /[.!?。！？؟]["”]?\s*([^.!?。！？؟]{2,}[.!。！]?["”]?)$/u.exec(text)?.[1] ?? "";
  return (
    opensAsking(last) &&
    (isUnspaced(last) ||
      /\b(?:me|us|you (?:would|do|did))\b|^(?:can|could|would|will) you\b/i.test(last) ||
      /(?:^|[^\p{L}])(?:vous|tu|sie|ihnen|du|dir|usted|te)(?=$|[^\p{L}])/iu.test(last))
  );
}

/** What hands over to the candidate, and asks nothing that is weighed. */
const handingOver =
  /\b(?:is|was) there anything (?:else )?(?:that )?(?:you|we) (?:\p{L}+ ){0,4}(?:add|mention|forgot|missed|asked?)\b|\b(?:any|what) (?:other |further )?questions (?:do you have|would you like to ask|for (?:us|me)|(?:can|could|may) (?:we|i) answer)|\b(?:do you have|have you(?: got)?) (?:any(?:thing)? )?(?:questions?\b|(?:else )?(?:you (?:would|['’]d) like )?to (?:ask|add))|\b(?:what|anything)(?: else)?(?: that)? (?:(?:would|do|['’]d) you|you(?:['’]d| would)?) (?:like|want|wish) to (?:ask|know|add|raise|mention)\b(?! first| before you| about the (?:case|data|problem|task))|^\P{L}*(?:any )?questions for (?:us|me) ?\?|\bwhat (?:can|could|may) (?:we|i) (?:tell|answer) you\b|fragen (?:haben|hast|hätten) (?:sie|du)\b|fragen an (?:uns|mich)|(?:möchten|wollen|möchtest|willst) (?:sie|du) (?:noch |gern |von (?:uns|mir) ){0,3}(?:wissen|fragen|ergänzen|hinzufügen|etwas)|(?:gibt es|haben sie) (?:noch |sonst |vielleicht )*(?:etwas|punkte|dinge)[^?]{0,60}(?:sagen|ergänzen|hinzufügen|loswerden|ansprechen|mitteilen|wissen)(?: möchten| wollen| möchtest)?|(?:des|vos|quelles|une) questions? (?:à|pour|avez|souhaitez)[^?]{0,20}(?:nous|vous|moi)|(?:souhaitez|voulez|aimeriez)-vous (?:\p{L}+ ){0,2}(?:savoir|ajouter|demander)|avez[- ]vous (?:des |d['’]autres |une |d['’]éventuelles )?questions?\b|(?:quelque|autre) chose[^?]{0,40}(?:ajouter|préciser|aborder|évoquer)|(?:algo|alguna cosa)[^?]{0,40}(?:añadir|agregar|comentar)|preguntarnos|preguntarme|preguntas? (?:para (?:m[ií]|nosotr[oa]s)(?=[^\p{L}]|$)|tiene|tienes|quiere)|(?:desea|quiere|quieres|deseas|le gustaría|te gustaría) (?:añadir|agregar|preguntar|saber)|(?:hacernos|hacerme) (?:alguna|una) pregunta|(?:alguma|mais|outras?|quer fazer (?:alguma )?) ?perguntas? (?:para|a) (?:n[óo]s|mim|gente)(?=[^\p{L}]|$)|domande (?:per|da fare a|da far) ?(?:noi|me|ci)(?=[^\p{L}]|$)|domand[ae] (?:da farci|per noi)|qualcosa[^?]{0,30}aggiungere|alguma coisa[^?]{0,30}acrescentar|nog iets (?:kwijt|toevoegen|vragen|weten)|(?:pytania do nas|coś (?:jeszcze )?dodać)|vragen (?:voor|aan) (?:ons|mij)\b|вопросы (?:к нам|ко мне)|질문(?:이|은|하실)?.{0,4}(?:있으|있나|있습)|궁금한 (?:점|것|사항)|(?:더 )?알고 싶은 (?:점|것)|(?:何か)?(?:ご)?質問は(?:あり|ござい)|聞きたいこと(?:は|が)|お聞きになりたい|言い残し|聞いておきたい|(?:不明|気になる)点は|[你您](?:还|還)?(?:有什么|有没有|想).{0,4}(?:想|要)?(?:问|了解|知道|补充)|(?:有什么|有没有|还有).{0,6}(?:想问|问题).{0,8}(?:我们|吗)|שאלות (?:אלינו|אליי|עבורנו)|(?:מה|משהו) .{0,20}(?:לשאול|לדעת) (?:אותנו|עלינו|מאיתנו)|(?:מה|משהו) עוד .{0,12}(?:לדעת|לשאול|להוסיף)|משהו (?:נוסף )?ש?.{0,16}להוסיף|(?:تود|تودين|تريد|ترغب)\p{L}* (?:معرفته|إضافته|إضافة|في إضافة|أن تضيف|أن تسأل)|(?:لديك|عندك|لديكم) (?:أي |أية )?(?:أسئلة|سؤال)|(?:تود|تودين|تريد) (?:أن )?(?:تسأل|تعرف|تضيف)/u;

/** @returns whether a text asks for the candidate's own questions, at its end where more is said before */
export function handsOver(text: string): boolean {
  if (text.length < SHORT_LINE) return says(handingOver, text) || handsOverWhole(text);
  return says(handingOver, lastSentence.exec(text.slice(-SHORT_LINE))?.[1] ?? "");
}

/** What opens as a sentence that hands over does, and ends soon. */
function handsOverWhole(text: string): boolean {
  const { handingOver: length } = opened(text);
  return length > 0 && plain(text).length - length <= LONGEST_END;
}

const LONGEST_END = 15;
const lastSentence = /[.!。！]["”]?\s*([^.!?。！？؟]+[?？؟]["”»」]?)$/u;
const SHORT_LINE = 100;

/** What is read aloud to begin, in the words of a greeting. */
const greeting =
  /^["“„«「]?(?:hi|hey|hello|hola,? (?:soy|me llamo|gracias)|good (?:morning|afternoon|day)|welcome|thanks? (?:you )?for|i(?:['’]m| am) (?:going to|excited|happy|glad)|we(?:['’]re| are) (?:going to|excited|happy|glad)|hallo|guten (?:tag|morgen)|herzlich willkommen|schön,? dass|vielen dank|bonjour|bienvenue|merci (?:de|d['’]|pour)|buen(?:os|as) (?:días|tardes)|bienvenid[oa]s?|gracias por|本日は(?=.*ありがとう)|お越しいただき|שלום|ברוכ(?:ה|ים|ות)|ברוך הבא|תודה ש|أهلا|أهلًا|مرحبا|مرحبًا|السلام عليكم|شكرا|شكرًا)(?=[^\p{L}])/iu;

/** @returns whether a text is read aloud to begin */
export function isGreeting(text: string): boolean {
  return greeting.test(text);
}

/** "Ask the candidate how …": it is whoever interviews who is told to ask. */
const asksByWay =
  /^find out (?:how|what|why|whether|which|when|where|who) (?=.*\b(?:they|she|he|their|her|his)\b)|^(?:(?:then |next |also |finally )?ask (?:(?:her|him|them) )?(?:\(or \p{L}+\) )?(?:first )?(?:how|what|why|whether|which|for an example) (?=.*\b(?:they|she|he|their|her|his)\b))|^(?:ask|probe) (?:(?:the |your |each |every )?(?:candidate|applicant|interviewee|them|her|him)|the (?:developer|designer|engineer|programmer|analyst|nurse|teacher|writer|person))s? (?:to (?!wait|sign|bring|take a seat|leave)|how|what|why|about|whether|which|when|where|on |for (?:an?|their|one|two) )|^(?:fragen|bitten) sie (?:den |die )?(?:bewerber|kandidat)\p{L}* (?:nach|wie|was|warum|ob|um)(?=[^\p{L}])|^fragen (?:sie )?nach (?:den |dem |der |seine[nmr]? |ihre[nmr]? |bisherigen |gründen )(?!.*(?:unzulässig|verboten|nicht erlaubt))|^chied(?:ere|ergli|erle|i|a|igli) (?:(?:al |alla )?candidat\p{L}* )?(?:come|cosa|che cosa|quali?|quando|perché|se|di|sul(?:la)?|informazioni|degli?)(?= )|^pergunt(?:e|ar|em) (?:ao |à )?candidat\p{L}* |^vraag (?:de (?:kandidaat|sollicitant) |naar )|^(?:zapytaj|spytaj|poproś|zapytać|poprosić) (?:kandydat\p{L}* |o )|^(?:спросите|попросите|спросить|попросить) (?:у )?(?:кандидат\p{L}* |как |почему |о |про |рассказать )|^demande[zr] (?:au |à la |aux )candidat\p{L}* (?:de |comment|pourquoi|ce |quel)|^(?:请|询问|让|請)(?:候选人|候選人|应聘者|面试者)|^(?:候補者|応募者)に.{1,60}(?:聞|尋ね|質問し|話し)|^(?:pedir|solicitar) (?:que|al? (?:la )?candidat)|^faire (?:raconter|décrire|expliquer|préciser|citer|présenter)(?= )|\p{L} (?:schildern|erzählen|beschreiben|erklären|nennen|vorstellen|erläutern) lassen(?=$|[.,;])|^(?:pregunte|pregunta|pídale|pídele)(?:le)? (?:a la |al )?(?:candidat\p{L}* )?(?:que|cómo|qué|por qué|cuál)(?=[^\p{L}])/iu;

/** "Give the candidate a scenario: …", as in a role play. */
const setsScene =
  /^(?:give|present) (?:the |your |each )?(?:candidate|applicant|interviewee)s? (?:with )?an? (?:\p{L}+ )?(?:scenario|situation|case|problem|task)\b|^(?:geben|stellen|legen|schildern) sie (?:dem |der )?(?:bewerber|kandidat)\p{L}* eine?n? (?:\p{L}+ )?(?:szenario|situation|fall|problem|aufgabe)|^(?:donnez|présentez|soumettez|exposez) (?:au|à la|aux) candidat\p{L}* une? (?:scénario|situation|cas|problème|exercice)|^(?:dé|da|plantee|plantea|presente|presenta)(?:le)? (?:al|a la) candidat\p{L}* una? (?:escenario|situación|caso|problema|ejercicio)|^дайте кандидату (?:задач|ситуаци|кейс)|^(?:给|給)(?:候选人|候選人|应聘者)(?:一个|一道|一個)|^(?:候補者|応募者)に.{0,20}(?:場面|課題|事例)を(?:出|示|提示)/iu;

/** @returns whether a text says what to ask, and not as it is asked: "Ask the candidate how …" */
export function isAskedByWay(text: string): boolean {
  return asksByWay.test(text) || setsScene.test(text);
}

/** "Ask for figures", "Nach Zahlen fragen": what to ask further, as a note. */
const probing =
  /^(?:ask (?:for|about|what|how|why|whether|who|when|if|them|to)|probe|dig (?:in|deeper)|(?:push|press) (?:for|on)|follow up on|drill)\b|^(?:pedir|preguntar|indagar|averiguar|aclarar|profundizar|insistir|ahondar)(?= )|^(?:demander|faire préciser|creuser|relancer|approfondir|insister|réclamer)(?= )|(?:erfragen|nachfragen|nachhaken|nachbohren|(?:nach|ob|wie|was) .{2,60} fragen|nennen lassen|geben lassen)\.?$|(?:尋ねる|聞く|聞き出す|掘り下げる|質問する|聞いてみる)。?$|^(?:追问|询问|请其|请对方|再问|继续问|问清)|^(?:לשאול|לבקש|לברר|לחדד|להעמיק|שאל|בקש|שאלו|בקשו)(?= )|^(?:اسأل|اطلب|استفسر|تعمق|استوضح)(?:ي|وا)?(?= )|^(?:chiedere|domandare|approfondire|insistere|perguntar|aprofundar|vraag|doorvragen|zapytać|dopytać)(?= )|(?:물어보기|묻기|질문하기)$/iu;

/** @returns whether a note says what to ask further */
export function isProbeNote(text: string): boolean {
  return probing.test(text);
}

/** "Tell me when …" in quotes is how questions may begin, and none. */
function isStem(text: string): boolean {
  const cut = /(?:\.{3}|…)["”»」]$/u.exec(text.slice(-5));
  if (cut === null || text.length > SHORT_LINE * 2) return false;
  const from = Math.max(...["“", "„", "«", "「"].map((sign) => text.lastIndexOf(sign)), text.indexOf('"'));
  return from >= 0 && opensAsking(text.slice(from + 1).trim());
}

/** "Avoid questions with a bias, e.g. “You like Mondays, right?”" speaks of a question, and asks none. */
function isCited(text: string): boolean {
  if (text.length > LONGEST_HINTED) return false;
  const said = text.replaceAll(/["“„«「][^"”“»」]*["”“»」]/gu, "");
  if (said === text || opensAsking(text)) return false;
  return !mark.test(said) && questionNoun.test(said) && citing.test(said.slice(-60));
}

const questionNoun =
  /\b(?:questions?|fragen?|preguntas?|perguntas?|domand[ae]|vra(?:ag|gen))\b|вопрос|问题|問題|質問|שאל|سؤال|أسئلة/iu;
const citing =
  /(?:(?:^|[^\p{L}])(?:e\. ?g\.|(?:p\. ?)?ex[:,.]|exemplo|example|z\. ?b\.|ejemplo|exemple|such as|(?:to|like) the question|wie|как|например)|比如|例如|例えば|למשל|مثل)[\s,:：]*$/iu;

/** Of a template: "<insert question 1>", "[Verification question 2]". */
const placeholder =
  /^[<[{]+(?!(?:repeat|read|ask|skip)\b)[^<>[\]{}.]{0,30}\b(?:question|frage|pregunta|pergunta|domanda)(?: [\p{N}#X]{1,3})?[>\]}]+$/iu;

/** @returns whether a text is likely said to a candidate: it has a question mark, or opens like a request */
export function isAsked(line: string): boolean {
  const text = withoutHint(line);
  if (isStem(text) || isCited(text)) return false;
  if (placeholder.test(text)) return true;
  if (/[!！]["”»]?$/u.test(text) || handsOver(text)) return false;
  if (isAskedByWay(text)) return true;
  if (greeting.test(text)) return false;
  return (
    endsInAsking(text) ||
    (text.length < 300 &&
      mark.test(text.replaceAll(quotedOnTheWay, " ")) &&
      /\b(?:you|your|vous|votre|sie|ihr|usted|su)\b|[你您]/iu.test(text))
  );
}

/** What is noted behind a question: "… → calm, honest", "… (people, pace)", "… Look for: pace", "… [Who noticed? Push.]". */
const hint =
  /(?<=\S)\s*(?:(?:→|->|=>|⇒|➔)[^?？؟]*|[(（][^()（）?？؟]{1,80}[)）]|\[[^[\]]{1,300}\]|(?<=[?？؟]["”»]?\s+)\p{L}[^.:：?？؟]{2,30}[:：] [^?？؟]+)$/u;

function withoutHint(text: string): string {
  return text.length < LONGEST_HINTED ? text.replace(hint, "") : text;
}

/** A longer line is no question with a note. */
const LONGEST_HINTED = 600;

/** @returns whether an item asks without a mark: "who helped you" */
export function isAskedBare(text: string): boolean {
  return text.length < SHORT_LINE && bareAsking.test(text);
}

const bareAsking =
  /^(?:who|what|how|why|where|when|which)(?! you| to)\b[^.:?]*\byou(?:r|['’]re|['’]ve)?\b[^.:?]*$/iu;

/** @returns whether it is with a question or a request that a text ends: what is read out may ask on the way */
export function endsAsking(line: string): boolean {
  return endsInAsking(withoutHint(line));
}

function endsInAsking(text: string): boolean {
  return (
    closingMark.test(text.slice(-120)) || opensAsking(text) || asksBehindName(text) || asksAtItsEnd(text)
  );
}

/** @returns whether a text asks on the way and goes on to say something: "Do you still hire on a hunch? Most do." */
export function isRhetorical(text: string): boolean {
  return (
    /[?？؟][^?？؟]{8,}[.。!！]["”»]?$/u.test(withoutHint(text).slice(-LONGEST_HINTED)) && !asksAtItsEnd(text)
  );
}

/** @returns whether a text opens like a request to a candidate: "Tell me about …" */
export function opensAsking(text: string): boolean {
  return !isTold(text) && (isWordedAsRequest(text) || japaneseAsking.test(text.slice(-30)));
}

/** @returns whether a text tells whoever interviews what to do */
export function isTold(text: string): boolean {
  const start = text.slice(0, 120);
  return (
    instruction.test(withoutPoints(start)) || onDesk.test(start) || instructionIn(text) > requestIn(text)
  );
}

function isWordedAsRequest(text: string): boolean {
  return (
    requestIn(text) > 0 ||
    opening.test(withoutPoints(text.slice(0, 120))) ||
    koreanRequest.test(text.slice(-30))
  );
}

const opened = openingIn({
  request: requestOpenings,
  instruction: instructionOpenings,
  handingOver: handingOverOpenings,
});
const ended = endingIn({ request: requestEndings, instruction: instructionEndings, handingOver: "" });

const ofOwn =
  /\b(?:you|your|Ihre?[nmrs]?|vous|votre|vos|usted|su|sus|tu|tus)\b(?! (?:notes?|notizen|impressions?|bewertung))/u;
/** What whoever interviews has on the desk is asked of nobody. */
const onDesk =
  /\b(?:your notes|ihre(?:n|r)? (?:notizen|unterlagen|bewertung)|vos notes|sus notas|la note|fiche d['’]évaluation|grille d['’]évaluation|la puntuación|de 1 a 5|sur 5|score sheet)\b|面试官|考官|公司和岗位|评分表|הערות במהלך|الملاحظات/iu;

/** @returns of how many characters the request is that a text opens or ends with, by the lists of wordings: 0 for none */
function requestIn(text: string): number {
  return Math.max(opened(text).request, ended(text).request);
}

/** @returns the same of what is said to whoever interviews, and not of what is somebody's own: "Explain the process that you use" */
function instructionIn(text: string): number {
  if (ofOwn.test(text)) return 0;
  return Math.max(opened(text).instruction, ended(text).instruction);
}

/** Vowels and doubled letters may be written in Hebrew and Arabic, or not. */
function withoutPoints(text: string): string {
  return text.replaceAll(/[\u0591-\u05C7\u064B-\u0652]/gu, "");
}

/** What opens a question in general, and not only one that is asked of somebody. */
const weakOpening = /^["“„«'‘「『]?(?:¿|(?:هل|كيف|ما هو|ما هي) )/u;

/** @returns whether a text as a whole is to be said word for word, maybe on a condition in brackets before it */
export function isQuoted(text: string): boolean {
  return /^(?:\[[^[\]]{1,60}\] ?)?["“„«「『].*[?？؟.。]["”“»」』]$/u.test(text);
}

/** @returns whether a text asks somebody to tell something: "Tell me about …", "…について教えてください" */
export function isRequest(text: string): boolean {
  return (
    !weakOpening.test(text) &&
    !isTold(text) &&
    (isWordedAsRequest(text) || japaneseRequest.test(text.slice(-30)))
  );
}

const addressing =
  /(?:^|[^\p{L}])(?:you|your|you['’]ve|yourself|me|us|vous|votre|vos|toi|ton|ta|du|dein|deine|deinen|deiner|dir|dich|ihr|ihre|euer|eure|euch|usted|su|tu|te|tus|você|vocês|seu|sua|voi|ti|hai|puoi|vuoi|sapresti|potresti|faresti|suo|tuo|tua|tuoi|tue|vostro|vostra|u|uw|je|jouw|ditt|dina|tw(?:ój|oj[aeą]|ojego|ojej|oi[chm]+)|cię|tobie|pani|panu|panią|państw[oau]|masz|jesteś|możesz|chcesz|wiesz|znasz|\p{L}{2,}(?:łeś|łaś|łbyś|łabyś)|bạn|вы|вас|ваш|вам|אתה|את|לך|שלך|אתם|לכם|לי|לנו|היית|עשית)(?=$|[^\p{L}])|[你您]|あなた|당신|귀하|(?:^|[^\p{L}])(?:أنت|لك|\p{L}{2,}(?<!ذل|هنا|تل|بن|مل|كذل|لذل)ك|\p{L}{2,}(?<!דר|צרי|הלי|תהלי|חינו|ער|מש)ך)(?=$|[^\p{L}])/iu;

/** "Sie" is you, "sie" is they. */
const germanYou = /(?:^|[^\p{L}])(?:Sie|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihnen)(?=$|[^\p{L}])/u;

/** Verbs say whom they speak to: those that questions have most, in Hebrew; in Arabic those behind a word that asks. */
const verbOfYou =
  /(?:^|[^\p{L}])(?:ו|ש|כש)?(?:(?:עש|הי|טע|בנ|שינ|רצ|זכ|ראי|פנ)ית|(?:למד|קיבל|ניהל|סירב|נתקל|עבד|הובל|בחר|החלט|פעל|טיפל|התמודד|הצלח|נכשל|השג|יזמ|הגב|אמר|הרגש|הכר|נדרש|עזר|התנגד|ויתר|לקח|הגע|עזב|שיפר|הוביל|תרמ|גיל|פתר|ארגנ|הדרכ|התקש|השתמש|שמע|קרא|כתב|חשב)ת)(?:ם|ן|\/\p{L})?(?=$|[^\p{L}])|(?:^| )ת(?:עש|גיד|וכל|פעל|גיב|בחר|תחיל|סביר|רצ|עדיפ?|פנ|בדו?ק|תמודד|חליט|אמר|נהג|שכנע|ציע|תייחס|טפל|ארגנ|תכננ|דאג)\p{L}{0,3}(?:\/\p{L})?(?=$|[^\p{L}])|(?:^|[^\p{L}])(?:و|ف)?(?:كيف|ماذا|بماذا|متى|لماذا|هل|أين|الذي|التي|ممن|إذا|لو|عندما|كم)(?: (?:سوف|كنت|لا|لم|قد|من|أن|في|مرة|موقفا?|مشروعا?)){0,2} (?:س)?(?!تم |تتم |تكون |تعني |تعد |تعتبر |تختلف |توجد |تؤثر )(?:ت\p{L}{3,}|\p{L}{3,}(?<!وق|بي|صو|ذا)ت(?:م|ما|ن)?)(?=$|[^\p{L}])|(?:^|[^\p{L}])\p{L}{2,}كم(?=$|[^\p{L}])/u;

const saysYou = wordIn(verbsOfYou);

/** @returns whether a text speaks to somebody */
export function isAddressed(text: string): boolean {
  return namesYou(text) || opensAsking(text);
}

/** @returns whether a text has a word that says "you", and not only the beginning of a question */
export function namesYou(text: string): boolean {
  return (
    addressing.test(text) ||
    germanYou.test(text) ||
    verbOfYou.test(withoutPoints(text.slice(0, 400))) ||
    saysYou(text.slice(0, 400))
  );
}

const asking =
  /\b(?:ask\w*|questions?|frag(?:e|en|st)?|demand\w*|pose[rz]?|pregunt\w*|chied\w*|domand\w*|pergunt\w*|vraag|vragen)\b|спрос|вопрос|问|問|聞|質問|שאל|سأل|أسئلة/iu;

/** @returns whether a line says at its end that something is to be asked, or that questions follow */
export function speaksOfAsking(text: string): boolean {
  return asking.test(/[^.!?。！？]*$/u.exec(text.slice(-200))?.[0] ?? "");
}

/** @returns whether a line announces what follows, and does not say that it is questions: "Then pick from:" */
export function leadsOn(text: string): boolean {
  return /[:：]$/u.test(text) && !speaksOfAsking(text);
}
