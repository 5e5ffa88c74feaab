/*
 * How a sentence begins that tells somebody to do something, by language and as `plain` writes it. Said of a candidate it is
 * a question, of whoever interviews an instruction: what stands beside it says which.
 */

/** One word each. */
export const taskVerbs = `act|adapt|add|analyse|analyze|annotate|argue|arrange|assemble|assess|bring|build|calculate|calm|categorise|categorize
choose|classify|close|comment|compare|complete|compose|conduct|configure|convince|correct|count|create|critique|cut|debug|decide|define|defend
demonstrate|describe|design|develop|diagnose|discuss|draft|draw|edit|estimate|evaluate|examine|explain|fill|find|finish|fix|fold|give|greet|group
identify|imagine|improve|improvise|inspect|interpret|introduce|invent|lay|lead|list|listen|make|mark|measure|mix|model|name|negotiate
open|operate|order|organise|organize|outline|pack|perform|persuade|pick|pitch|place|plan|play|point|pour|prepare|present|pretend|price|prioritise
prioritize|propose|prove|put|rank|react|read|rearrange|recall|recite|recommend|reconcile|record|redesign|rehearse|repair|repeat|rephrase|replace
reply|report|respond|rewrite|roleplay|schedule|select|sell|set|share|show|simplify|simulate|sing|sketch|solve|sort|spell|spot|state|suggest|sum
summarise|summarize|take|talk|taste|teach|test|think|translate|treat|try|turn|verify|walk|weigh|write
analice|anote|argumente|arregle|atienda|busque|calcule|clasifique|comente|compare|complete|componga|convenza|convenceme|corrija|corte|cree|defienda
defina|demuestre|describa|dibuje|dime|digame|diganos|dinos|disene|elabore|elija|encuentre|ensename|ensene|enumere|escoja|escriba|escuche|esboce|estime
evalue|explique|exponga|finja|haga|haz|identifique|ilustre|imagine|improvise|indique|invente|interprete|justifique|lea|localice|mida|monte|muestre
muestrame|muestranos|negocie|nombre|ordene|organice|piense|planifique|pon|ponga|ponte|pongase|prepare|presente|presentate|presentese|priorice|proponga
pruebe|reaccione|realice|recomiende|recuerde|redacte|represente|resuelva|responda|resuma|revise|seleccione|senale|simule|sirva|situe|suponga|tome
traduzca|trace|trate|valore|venda|vendeme
adatti|analizzi|ascolti|calcoli|classifichi|commenti|compili|componga|confronti|convinca|convincimi|corregga|crei|definisca|descriva|difenda|dimostri
disegni|elenchi|esamini|esegua|esponga|faccia|finga|illustri|immagini|improvvisi|indichi|leggi|legga|mettiti|metta|mostri|mostraci|mostrami|negozi
ordini|organizzi|pianifichi|prepari|presenti|presentati|progetti|proponga|provi|racconti|reciti|rediga|riassuma|ricordi|risolva|risponda|scelga|scriva
simuli|spieghi|stimi|supponga|tracci|traduca|valuti|venda|vendimi
adapte|analise|apresente|argumente|calcule|classifique|comente|compare|complete|componha|conte|convenca|corrija|crie|defenda|defina|demonstre|descreva
desenhe|diga|elabore|encontre|ensine|enumere|escolha|escreva|esboce|estime|explique|exponha|faca|fale|finja|identifique|ilustre|imagine|improvise|indique
interprete|justifique|leia|liste|mostre|negocie|nomeie|ordene|organize|ouca|pense|planeje|planeie|prepare|priorize|proponha|reaja|recomende|redija|relate
resolva|responda|resuma|selecione|simule|sugira|suponha|traduza|venda|voltemos
analyseer|beantwoord|bedenk|bekijk|bereken|beschrijf|bespreek|bouw|definieer|deel|doe|geef|ga|illustreer|interpreteer|kies|lees|leg|luister|maak|meet
neem|noem|omschrijf|ontwerp|onderhandel|overtuig|plan|presenteer|reageer|rangschik|schat|schets|schrijf|simuleer|speel|stel|teken|toon|verkoop|vergelijk
verdedig|vertaal|vertel|verzin|vul|zet|zoek
analysiere|begrunde|berechne|beschreibe|beurteile|bewerte|definiere|demonstriere|entwirf|erarbeite|erfinde|erganze|erklare|erlautere|formuliere
gestalte|identifiziere|interpretiere|kommentiere|korrigiere|lies|lose|mach|male|nenne|ordne|plane|prasentiere|schatze|schreibe|schreib|skizziere|spiele
spiel|stelle|simuliere|sortiere|teste|ubersetze|uberzeuge|verfasse|verkaufe|vergleiche|verteidige|wahle|zeichne|zeig|zeige
choisis|concois|convaincs|decris|defends|definis|ecris|fais|lis|mets|reagis|reponds|resous|traduis|vends
נתח|נתחי|נתחו|בנה|בני|בנו|בחר|בחרי|בחרו|בדוק|בדקי|בדקו|דבר|דברי|דברו|דווח|דווחי|דווחו|דרג|דרגי|דרגו|הגב|הגיבי|הגיבו|הגדר|הגדירי|הגדירו|הדגם|הדגימי|הדגימו|הוסף|הוסיפי|הוסיפו
הכן|הכיני|הכינו|המחש|המחישי|המחישו|הסבר|הסבירי|הסבירו|הצג|הציגי|הציגו|הצע|הציעי|הציעו|הקלט|הקליטי|הקליטו|הקרא|הקריאי|הקריאו|הראה|הראי|הראו|השווה|השווי|השוו|השלם|השלימי|השלימו
זהה|זהי|זהו|חשב|חשבי|חשבו|חשוב|כתוב|כתבי|כתבו|מיין|מייני|מיינו|מנה|מני|מנו|מצא|מצאי|מצאו|נמק|נמקי|נמקו|נסח|נסחי|נסחו|נסה|נסי|נסו|סדר|סדרי|סדרו|סכם|סכמי|סכמו|ספר|ספרי|ספרו
עבור|עברי|עברו|ערוך|ערכי|ערכו|פתור|פתרי|פתרו|פרט|פרטי|פרטו|צייר|ציירי|ציירו|קח|קחי|קחו|קרא|קראי|קראו|שחק|שחקי|שחקו|שכנע|שכנעי|שכנעו|שרטט|שרטטי|שרטטו|תאר|תארי|תארו|תכנן|תכנני
תכננו|תרגם|תרגמי|תרגמו|תעדף|תעדפי|תעדפו|תאמר|תאמרי|תאמרו|תגיד|תגידי|תגידו|תחשוב|תחשבי|תחשבו|תבחר|תבחרי|תבחרו|תכתוב|תכתבי|תכתבו|תציג|תציגי|תציגו|תראה|תראי|תראו
اجر|اجري|احسب|احسبي|احك|احكي|اخبرنا|اخبرني|اختر|اختاري|ادرس|ادرسي|اذكر|اذكري|ارسم|ارسمي|استخدم|استخدمي|استمع|استمعي|اشرح|اشرحي|اصنع|اضف|اضيفي|اعد|اعدي|اعرض|اعرضي|اقترح|اقترحي
اقرا|اقري|اقنع|اقنعي|اكتب|اكتبي|اكمل|اكملي|انشئ|بع|بيع|بين|بيني|تخيل|تخيلي|ترجم|ترجمي|تصور|تصوري|جهز|جهزي|حدد|حددي|حضر|حضري|حلل|حللي|خذ|خذي|خطط|خططي|رتب|رتبي|راجع|راجعي|سم
سمي|شخص|شخصي|شكل|شكلي|صحح|صححي|صغ|صوغي|صف|صفي|صمم|صممي|صنف|صنفي|ضع|ضعي|عد|عدد|عددي|عرف|عرفي|علق|علقي|فاوض|فسر|فسري|فكر|فكري|قارن|قارني|قدر|قدري|قدم|قدمي|قس|قيسي|قيم|قيمي|لخص|لخصي
مثل|مثلي|ناقش|ناقشي|نظم|نظمي|وضح|وضحي|وجه`;

/** What tells by its form: "Classez …", "Ordnen Sie …", "Нарисуйте …", and in Chinese, Japanese and Korean by its parts. */
export const taskForms =
  /^(?!(?:assez|chez|rendez|avez|voulez|pouvez|notez)(?=[^\p{L}]))\p{L}{2,}ez(?:-(?:nous|moi|vous|les?|la))?(?=[ ,])|^(?:bitte )?(?!(?:haben|sind|können|würden|wissen|kennen)(?= ))\p{L}{3,}n sie(?=[ ,])|^\p{L}{3,}(?:йте|ите|ьте)(?:сь)?(?=[ ,])|^(?:请|請|试着|試著|(?:读完|讀完|听完|聽完|看完))|^(?:(?:给你|給你|用|在|从|從|根据|根據|对照|對照|为|為|把).{1,20})?(?:写|寫|画|畫|计算|計算|设计|設計|比较|比較|分析|指出|挑|演示|模拟|模擬|翻译|翻譯|排序|扮演|说服|說服)(?!作?能力|感)|(?:て|で)(?:ください|下さい|みましょう)。?$|(?:お話し|お聞かせ|ご説明|ご提案)(?:いただきます|願えますでしょうか).{0,16}$|を(?:どうぞ|お願いします)。?$|(?:세요|십시오)\.?$/iu;

/** What is played: "Role play: an angry guest calls." */
export const sceneHeads =
  /^(?:role[- ]?play|scenario|simulation|exercise|rollenspiel|szenario|fallbeispiel|jeu de rôles?|mise en situation|étude de cas|juego de rol(?:es)?|simulación|caso práctico|gioco di ruolo|simulazione|simulação|rollenspel|odgrywanie ról|ролевая игра|情景模拟|情境模擬|角色扮演|ロールプレイ|場面設定|역할극|상황극|סימולציה|משחק תפקידים|تمثيل أدوار|محاكاة|لعب أدوار) ?[:：.。—–]\s?\S/iu;

/** What whoever interviews is told to do, among questions. */
export const toInterviewer =
  /^(?:listen (?:for|closely|carefully)|take (?:notes|your time)|set (?:a timer|expectations)|(?:open|close) with|thank|achten sie|notieren sie|(?:be)?danken sie|begrüßen sie|(?:notez|relevez|remerciez|laissez|veillez|concluez)(?= )|tome notas?(?= )|(?:escuche|ascolti|ascolta) (?:sin|con|senza|bene|bien)|prenda (?:nota|appunti)|faccia attenzione|preste atención|preste atenção|anote|luister (?:goed|naar de)|zapisz|zwróć uwagę|обратите внимание|дайте (?:время|ему|ей|возможность)|запишите (?:его |ее |её )?ответ|поблагодарите|поприветствуйте|отметьте)(?=$|[^\p{L}])|^请(?:注意|记录|留意|给他|给她|保持)|(?:時間を与え|注意し|メモし|記録し|お礼を言っ)て(?:ください|下さい)。?$|(?:적으|기록하|살펴보|주의하)(?:세요|십시오)\.?$/iu;

/** What whoever interviews has to do with, and nobody else. */
export const ofInterviewing =
  /\b(?:interview|assessors?|the company|das unternehmen|l['’]entreprise|la empresa|scor(?:es?|ing)|questions?|notes|entretien|grille|entrevista|preguntas?|puntuaci|valoraci|\p{L}*gespräch\p{L}*|bewerb\p{L}*|anforderungsprofil|interviewleitfaden|\p{L}*fragen?|cv|colloquio|domand[ae]|perguntas?|quest(?:ões|ão|ioni)|vragen|(?:the|each|their|every) (?:answers?|responses?)|(?:die|jede) antwort(?:en)?|(?:les|la|chaque) réponses?|(?:la|las|cada) respuestas?|(?:la|le|ogni) rispost[ae]|(?:as|a|cada) respostas?|(?:de|het|elk) antwoord(?:en)?|gesprek|pyta|rozmow|вопрос|собеседов|оцен)|面接|質問|选考|選考|面试|追问|评分|打分|提问|社外秘|면접|질문|평가|ריאיון|ראיון|שאלות|ציון|הערכה|公司|החברה|مقابلة|أسئلة|السؤال|درجة|الشركة/iu;
