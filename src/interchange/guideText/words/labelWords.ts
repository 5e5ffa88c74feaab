/** The words that guides use for their parts, by language. To teach the reader another one, add its words here. */

/**
 * What the lines below a label are. "strong", "middle" and "weak" are answers at a place of the scale, "levels"
 * a list of its points. "purpose" says why a question is asked, "form" is a field to fill in.
 */
export type LabelKind =
  | "areas"
  | "followUps"
  | "strong"
  | "middle"
  | "weak"
  | "levels"
  | "question"
  | "competency"
  | "minutes"
  | "purpose"
  | "form";

export const labelWords: Readonly<Record<LabelKind, string>> = {
  areas: `areas to cover|area to cover|areas to explore|areas to probe|areas to assess|areas of focus|areas|focus areas|focus area|focus points|focus
    what to look for|expected answer|expected answers|desired answer|what to look for in an answer|what to look for in the answer|what to look for in answers|what to look for in a response|what to look for in responses
    what to look for in a candidate|what to look for in the response|things to look for|what interviewers look for|what employers look for|what recruiters look for|what hiring managers look for|measure|assess|evaluate|look for|looking for|we are looking for|what we are looking for|what we look for|what you are looking for
    what to listen for|things to listen for|listen for|listening for|listen fors|look fors|look listen for
    key points to cover|key points|points to cover|points to be covered|points to listen for|points to look for|points to consider|key things to look for|key areas|key areas to cover|key areas to explore|topics to cover|key topics|talking points
    evaluation criteria|assessment criteria|evaluation points|assessment points|what to evaluate|what to assess|what we assess|criteria|success criteria|scoring criteria|key indicators|indicators
    behavioral indicators|behavioural indicators|behaviors to look for|behaviours to look for|positive behaviours|signals to look for|signals|evidence|evidence to look for|evidence sought|what good looks like|what great looks like
    key behaviors|key behaviours|desired behaviors|desired behaviours|candidate should mention|candidate should cover|candidate should|the candidate should|answer should include|answers should include|expected points
    should cover|should mention|considerations|key considerations|elements to cover|what you should hear|what you want to hear|checklist|key elements
    points a aborder|points a couvrir|points cles|points cles a aborder|points cles a couvrir|points a explorer|points d attention|points a evaluer|elements a aborder|elements a couvrir|sujets a aborder|aspects a couvrir|themes a aborder
    axes a explorer|domaines a couvrir|domaines a aborder|criteres d evaluation|criteres|a ecouter|a rechercher|ce qu il faut ecouter|ce qu il faut rechercher|ce qu il faut chercher|ce que l on recherche|ce que nous recherchons|elements de reponse
    elements attendus|elements de reponse attendus|elements a rechercher|ce qu il faut observer|a observer|grille d observation|indicateurs|indicateurs comportementaux|points a verifier|ce qu on cherche
    zu behandelnde themen|zu behandelnde punkte|zu behandelnde bereiche|abzudeckende bereiche|abzudeckende themen|abzudeckende punkte|themen|schwerpunkte|worauf zu achten ist|worauf sie achten sollten|worauf achten|darauf achten|achten auf
    kernpunkte|wichtige punkte|bewertungskriterien|beurteilungskriterien|kriterien|beobachtungspunkte|worauf es ankommt|zu beachten|punkte die abgedeckt werden sollten|themenbereiche|worauf man achten sollte|worauf ist zu achten|achte auf|achten sie auf
    areas a cubrir|areas por cubrir|areas a explorar|areas a tratar|areas clave|aspectos a cubrir|aspectos a explorar|aspectos a tratar|aspectos clave|puntos a cubrir|puntos a tratar|puntos clave|puntos clave a cubrir|temas a cubrir|temas a tratar
    que buscar|que escuchar|que observar|en que fijarse|a que prestar atencion|criterios de evaluacion|criterios|indicadores|elementos a considerar|que debemos buscar|buscar|areas de enfoque|puntos a evaluar
    aree da coprire|aree da esplorare|punti da trattare|punti chiave|cosa cercare|cosa ascoltare|criteri di valutazione|aspetti da approfondire|argomenti da trattare
    areas a abordar|pontos a abordar|pontos a cobrir|pontos chave|pontos principais|o que procurar|o que observar|o que ouvir|criterios de avaliacao|topicos a abordar
    te behandelen onderwerpen|te behandelen punten|aandachtspunten|waar op te letten|waar let je op|let op|beoordelingscriteria|kernpunten|luister naar
    考察要点|考察点|考察重点|考察方向|考察内容|评估要点|评估点|评估重点|评价要点|评价标准|评估标准|关注点|关注要点|关注重点|重点关注|要点|重点|倾听要点|听取要点|观察要点|观察点|需要了解的内容|需要涵盖的内容|涵盖要点|覆盖要点|涵盖的方面|需要关注的方面|应涵盖的要点|考察维度|要覆盖的方面|需涵盖的内容|考核要点|关键点|了解要点|面试官关注点
    考察要點|評估要點|評估重點|評價要點|關注點|重點|觀察要點|觀察重點|涵蓋要點|需要涵蓋的內容|關鍵點
    確認ポイント|評価ポイント|評価基準|着眼点|確認事項|見るべきポイント|注目点|聞くべきポイント|チェックポイント
    נושאים לכיסוי|נושאים לבדיקה|נושאים שיש לכסות|נקודות לכיסוי|נקודות לבדיקה|נקודות מפתח|נקודות עיקריות|תחומים לכיסוי|תחומים שיש לכסות|תחומים לבדיקה|תחומי מיקוד|תחומי התמקדות|על מה להקשיב|למה להקשיב|מה לחפש|מה מחפשים|מה אנחנו מחפשים|למה לשים לב|על מה לשים לב|קריטריונים להערכה|קריטריונים|מדדים|נקודות להקשבה|נושאים|נקודות להתייחסות|היבטים לבחינה
    المجالات المطلوب تغطيتها|نقاط للتغطية|نقاط التغطية|مجالات التغطية|النقاط الرئيسية|نقاط رئيسية|ما الذي تبحث عنه|ما يجب الاستماع اليه|معايير التقييم|النقاط الواجب تغطيتها
    что оценивать|на что обратить внимание|что слушать|ключевые моменты|критерии оценки|критерии|области для обсуждения|темы для обсуждения|обратите внимание
    evaluation areas|assessment areas|areas to evaluate|areas to discuss|areas to listen for|areas to look for|areas of interest|coverage areas|discussion points|points to probe|aspects to cover|key aspects|items to cover|topics to explore|key themes|what to cover|what to note|what to watch for|what we want to hear|you are looking for|look for evidence of|listen for evidence of
    points a observer|points a ecouter|a noter|a evaluer|elements cles|elements a evaluer|aspects a explorer|aspects cles|sujets a couvrir|ce que l on evalue|ce que nous evaluons|ce que l on attend|quoi ecouter|que rechercher
    wichtige aspekte|zentrale punkte|zu besprechende punkte|zu klarende punkte|abzudeckende aspekte|worauf wir achten|worauf zu horen ist|erwartete inhalte|beurteilungspunkte
    que evaluar|que valorar|se valora|se valorara|que analizar|que se evalua|aspectos a evaluar|aspectos a valorar|aspectos a observar|aspectos a considerar|conductas a observar|comportamientos a observar|puntos a considerar|puntos a explorar|puntos a observar|temas clave|temas a explorar|elementos clave|indicadores de conducta|areas de evaluacion|lo que buscamos
    听什么|看什么|考察什么|评估什么|倾听重点|聆听要点|关注内容|讨论要点|考察范围|参考要点|答题要点|回答要点|评分要点|得分点|采分点|考点|考查要点|考查点|测评要点|测评要素|观测点|覆盖范围|涵盖内容|需要覆盖的内容|应覆盖的内容|需要覆盖的方面|需要涵盖的方面|覆盖领域|涵盖领域|考察领域
    מה לבדוק|מה לבחון|על מה להסתכל|מה רוצים לשמוע|מה לשמוע|מה להעריך|נקודות לבחינה|נקודות לדיון|נקודות חשובות|נושאים לבחינה|נושאים לדיון|תחומים לבחינה|תחומי כיסוי|היבטים לכיסוי|אזורים לכיסוי|נושאים מרכזיים|ממה להתרשם
    evidence of|what a good answer contains|what a good answer includes|a good answer includes|a good answer contains|good answers include|we hope to hear|hope to hear|scoring notes|model answer should include|expected content|expected elements|key messages|observation points|what we hope to hear|what i look for|what i am looking for|points for scoring|what matters|what counts|assessor notes|notes for assessors
    points d appreciation|elements d appreciation|attendus|ce qui est attendu|on espere entendre|une bonne reponse comprend|une bonne reponse contient|la bonne reponse comprend|a reperer|a entendre|contenu attendu|reponse attendue|reponses attendues|on attend|on valorise|ce qui compte|a apprecier|criteres d appreciation|observables|comportements attendus|ce que nous voulons entendre|ce que l on veut entendre|preuves de|pistes d evaluation
    indikatoren|beobachtbar|beobachtung|erwartungshorizont|bewertungshinweise|das mochten wir horen|das wollen wir horen|eine gute antwort enthalt|gute antworten enthalten|hinweise auf|anzeichen fur|anhaltspunkte|erwartet wird|erwartete antwort|erwartete antworten|erwartung|erwartungen|was wir horen wollen|was wir horen mochten|darauf kommt es an|darauf achten wir|wir achten auf|kriterien fur die bewertung|pluspunkte|punkte gibt es fur|verhaltensanker|verhaltensindikatoren|bewertungsaspekte|inhalte|antwortelemente
    senales|una buena respuesta incluye|una buena respuesta contiene|la respuesta deberia incluir|la respuesta debe incluir|se espera oir|se espera|esperamos oir|lo que esperamos|evidencias|evidencia|observar|a tener en cuenta|tener en cuenta|elementos de la respuesta|contenido esperado|respuesta esperada|respuestas esperadas|que esperamos|que se busca|fijarse en|prestar atencion a|se puntua|valorar|puntos de observacion|comportamientos esperados
    indicatori|segnali|cosa osservare|elementi attesi|risposta attesa|una buona risposta contiene|una buona risposta comprende|da ascoltare|da osservare|a cosa prestare attenzione|criteri|aspetti da valutare|elementi di valutazione|ci aspettiamo|cosa valutare|punti da osservare|elementi da rilevare|prestare attenzione a
    indicadores|sinais|o que avaliar|elementos esperados|resposta esperada|uma boa resposta inclui|uma boa resposta contem|a observar|a ouvir|prestar atencao a|aspetos a avaliar|aspectos a avaliar|espera se|evidencias de|o que se procura|o que valorizamos|pontos a observar|criterios|a ter em conta
    indicatoren|waar letten we op|waar we op letten|een goed antwoord bevat|verwacht antwoord|goede antwoorden bevatten|te observeren|signalen|criteria voor beoordeling|waar je op let|wat we willen horen|aanwijzingen voor|pluspunten|verwachtingen|verwachte elementen|luisterpunten
    na co zwrócić uwagę|na co zwracać uwagę|na co zwracamy uwagę|zwracamy uwagę na|zwróć uwagę na|wskaźniki|kryteria|kryteria oceny|oczekiwana odpowiedź|oczekiwane elementy|dobra odpowiedź zawiera|czego szukamy|czego słuchać|co chcemy usłyszeć|oceniane elementy|kluczowe punkty odpowiedzi|obserwować|sygnały|punkty do oceny|co oceniamy|elementy odpowiedzi|obszary do omówienia
    观察指标|好的回答应包括|好的回答包括|优秀回答应包括|重点看|参考答案要点|期望听到|希望听到|期望回答|预期回答|判断依据|评判要点|评判标准|评价维度|考核点|记录要点|面试官观察|看点|听点|行为指标|行为表现|应答要点|理想要点|考察指标
    評価のポイント|評価の視点|評価の観点|評価観点|評価項目例|観点|見るべき点|見るポイント|見極めポイント|見極めたい点|期待される回答|期待する回答|期待する内容|ここに注目|判断の目安|判断基準|判断ポイント|聞き取りたい内容|聞きたい内容|聞くポイント|確認したいこと|確認すること|確認したい点|観察ポイント|観察の視点|評価の基準|着目点|チェック項目|採点ポイント|採点の目安|回答に含まれてほしい内容|押さえたい点
    סימנים לתשובה טובה|תשובה טובה כוללת|תשובה טובה תכלול|נקודות להערכה|אינדיקטורים|שימו לב|שים לב|שימו לב ל|מה אנחנו רוצים לשמוע|דגשים|דגשים למראיין|דגשים להקשבה|מה נרצה לשמוע|מצופה לשמוע|תשובה מצופה|ציפיות|מדדים להערכה|מה להקשיב|סימנים|להקשיב ל|לבדוק|התנהגויות מצופות|קריטריונים לניקוד|נקודות לניקוד|עדויות
    انتبه الى|مؤشرات|المؤشرات|مؤشرات الاجابة الجيدة|نقاط التقييم|تتضمن الاجابة الجيدة|لاحظ ما يلي|ما نود سماعه|عناصر الاجابة|دلائل|دلائل ايجابية|نبحث عن|ابحث عن|ما يجب ملاحظته|الاجابة المتوقعة|عناصر التقييم|معايير|جوانب التقييم|استمع الى|ما الذي تستمع اليه|نقاط الملاحظة|ما نتوقعه|محاور التقييم|ما يقيم|ما نقيمه|علامات الاجابة الجيدة
    평가 포인트|평가 기준|평가 항목|확인 사항|확인 포인트|관찰 포인트|체크 포인트|체크포인트|주의 깊게 볼 점|살펴볼 점|기대 답변|기대하는 답변|좋은 답변의 요소|평가 요소|평가 요점|핵심 포인트|눈여겨볼 점|듣고자 하는 것|관찰 사항|확인할 점|평가 관점|행동 지표|주목할 점|좋은 답변의 특징`,
  followUps: `if stuck|if they are stuck|if they get stuck|follow up questions|follow up question|follow up|follow ups|followup questions|followup question|followup|followups|follow on questions|follow on|follow up probes|follow up prompts
    probing questions|probing question|probing|probe|probes|probe questions|probe further|probing follow ups|prompts|prompt|prompting questions|prompts probes|probes prompts|supporting questions|secondary questions|sub questions|subquestions
    deeper questions|dig deeper|digging deeper|go deeper|drill down|drill down questions|drill downs|clarifying questions|additional questions|additional probes|additional prompts|if needed|if needed ask|then ask|also ask|ask also|nudges|hints
    questions de suivi|question de suivi|questions de relance|question de relance|relance|relances|questions complementaires|question complementaire|questions d approfondissement|pour approfondir|approfondissement|questions supplementaires|sous questions|suivi|questions pour approfondir
    nachfragen|nachfrage|anschlussfragen|anschlussfrage|folgefragen|folgefrage|vertiefende fragen|vertiefungsfragen|vertiefungsfrage|zusatzfragen|zusatzfrage|rueckfragen|weiterfuhrende fragen|weiterfuehrende fragen|ruckfragen|vertiefung|mogliche nachfragen
    preguntas de seguimiento|pregunta de seguimiento|seguimiento|preguntas complementarias|preguntas de profundizacion|para profundizar|repreguntas|repregunta|preguntas adicionales|preguntas de sondeo|preguntas de apoyo|profundizar
    domande di approfondimento|domanda di approfondimento|domande di follow up|domande successive|approfondimento|approfondimenti|domande aggiuntive
    perguntas de acompanhamento|pergunta de acompanhamento|perguntas de seguimento|perguntas complementares|perguntas adicionais|para aprofundar|aprofundamento
    vervolgvragen|vervolgvraag|doorvragen|doorvraag|verdiepende vragen|aanvullende vragen
    追问|追问问题|后续问题|跟进问题|跟进|延伸问题|深入问题|进一步提问|进一步追问|补充问题|可追问|可以追问|后续追问|延伸追问|追问方向|深入追问|跟进提问
    追問|追問問題|後續問題|跟進問題|延伸問題|補充問題|深掘り質問|追加質問|フォローアップ質問|深掘り|フォローアップの質問|掘り下げ質問
    שאלות המשך|שאלת המשך|שאלות מעקב|שאלת מעקב|שאלות העמקה|שאלת העמקה|שאלות נוספות|שאלות משלימות|המשך|העמקה|מעקב|שאלות הבהרה|שאלות חידוד
    اسئلة المتابعة|أسئلة المتابعة|سؤال متابعة|اسئلة متابعة|أسئلة متابعة|سؤال إضافي|سؤال اضافي|اسئلة اضافية|أسئلة إضافية
    уточняющие вопросы|дополнительные вопросы|вопросы для уточнения|последующие вопросы|уточняющий вопрос
    pour aller plus loin|questions additionnelles|questions de sondage|a creuser|pour creuser|creuser|approfondir|relancer|questions secondaires|questions de precision|relances possibles
    weitere fragen|erganzende fragen|ergaenzende fragen|anschliessende fragen|nachhaken|bei bedarf nachhaken|bei bedarf nachfragen|sondierungsfragen|unterfragen|detailfragen
    preguntas secundarias|preguntas de ampliacion|preguntas para profundizar|para indagar|preguntas de indagacion|preguntas posteriores|preguntas de continuacion
    追加问题|追加提问|深挖问题|深挖|参考追问|后续提问|补充提问|引导问题|探询问题|延展问题
    שאלות מעמיקות|שאלות עומק|שאלות להעמקה|שאלות תחקור|שאלות גישוש|שאלות נלוות
    further questions|further probes|to probe further|to probe|supplementary questions|supplementaries|optional follow ups|dig into|dig into it|drill into|push further|press for|ask about|if not mentioned|if not covered|if unclear|if vague|backup questions|back up questions|clarify|clarification|clarifications|elaborate|explore|explore further|more detail|for more detail|second question|next ask
    au besoin|si besoin|si necessaire|au besoin demander|puis demander|demander ensuite|questions facultatives|pour preciser|precisions|preciser|a approfondir|insister|insister sur|question subsidiaire|questions subsidiaires|questions d appui|aller plus loin|rebondir|questions de rebond|explorer
    zur vertiefung|zum vertiefen|zum nachhaken|zum nachfragen|weiterfragen|nachbohren|bei bedarf|falls notig|klarende fragen|klarung|konkretisierung|zur klarung|hilfsfragen|stutzfragen|anstosse|impulse|impulsfragen|erganzungsfragen|mogliche vertiefungen|dann fragen|danach fragen|zusatzlich fragen
    si hace falta|si hace falta preguntar|si es necesario|posibles repreguntas|indagar|indagar en|para ir mas alla|despues preguntar|luego preguntar|ahondar|ahondar en|para aclarar|aclarar|aclaraciones|preguntas aclaratorias|preguntas de aclaracion|insistir|insistir en|preguntas ampliar|para ampliar|sondear|explorar|sondeo|ampliacion
    se necessario|per approfondire|domande supplementari|ulteriori domande|domande di precisazione|per chiarire|chiarimenti|indagare|scavare|domande di sondaggio|eventuali domande|domande di rilancio|rilanci|rilancio|possibili approfondimenti|insistere su
    se necessario|explorar|perguntas de apoio|perguntas de exploracao|perguntas opcionais|para explorar|insistir|aprofundar|esclarecer|para esclarecer|a seguir perguntar|perguntas suplementares|questoes complementares|questoes de seguimento
    doorvragen op|verdieping|verdiepingsvragen|zo nodig|indien nodig|om door te vragen|verder vragen|extra vragen|hulpvragen|ter verduidelijking|verduidelijking|toelichting vragen|vraag door|vraag verder
    pytania dodatkowe|pytania pogłębiające|pytania pomocnicze|pytania uzupełniające|pytania doprecyzowujące|pytania kontrolne|dopytać|dopytaj|w razie potrzeby|zapytać też|ewentualnie zapytać też|pogłębienie|doprecyzowanie|aby dowiedzieć się więcej|drążyć|dalsze wątki|dalsze pytania
    深入了解|可以继续问|继续问|继续追问|如有需要|视情况提问|视情况追问|必要时追问|必要时提问|可选追问|进一步了解|细节追问|还可以问|接着问|再问|备用问题|探究问题|澄清问题|可追问的点|追问要点|追问建议|追问示例|挖掘细节
    さらに聞く|さらに質問|掘り下げ|掘り下げる|掘り下げの質問|補足質問|補足の質問|補足|必要に応じて尋ねる|必要に応じて質問|必要に応じて|追加で確認|追加で聞く|追加で尋ねる|重ねて聞く質問|突っ込んだ質問|続けて尋ねること|続けて聞く|続けて質問|深掘りする|深掘りポイント|確認質問|フォロー質問|フォローアップ|派生質問|関連質問|さらに深掘り|プローブ|促しの質問
    להעמקה|לחדד|לשאול גם|העמיקו|המשך תשאול|שאלות עזר|לפי הצורך|בירור נוסף|להמשך|שאלות בירור|לברר|תחקור|לתחקר|להרחבה|שאלות הרחבה|במידת הצורך|הרחבה|חידוד|שאלות אפשריות להמשך
    للتعمق|اسئلة توضيحية|اسأل ايضا|تعمق اكثر|استيضاح|اسئلة مساعدة|عند الحاجة|اسئلة فرعية|لمزيد من التفاصيل|للاستيضاح|اسئلة استيضاحية|اسئلة تعمق|اسئلة استكشافية|اسئلة تكميلية|اسئلة داعمة|متابعة|المتابعة|للمتابعة|اسئلة المتابعه|تعمق|استكشاف|ثم اسأل|اذا لزم الامر|توضيح
    추가 질문|후속 질문|꼬리 질문|꼬리질문|심층 질문|보충 질문|이어서 묻기|더 깊이 묻기|필요 시 질문|필요하면 질문|파고들기|확인 질문|추가로 물어볼 것|더 알아보기|구체화 질문|탐색 질문|심화 질문|추가 확인`,
  strong: `strong signal|strong signals|strong answer|strong answers|strong response|strong responses|good signal|good signals|good answer|good answers|good response|good responses|good sign|good signs|great answer|great answers|great response|great|excellent answer|excellent response|excellent responses
    green flag|green flags|positive signal|positive signals|positive sign|positive signs|positive indicator|positive indicators|positive evidence|positive|positives|strong|strong candidate|strong candidates|strong indicators|strong evidence|ideal answer|ideal response|ideal answers|model answer|example|sample answer|sample answers|sample response|sample responses|example answer|example answers|example response|example of a good answer|suggested answer|possible answer|best answer|high|outstanding|excellent|exceptional|exceeds expectations|high score|good|best response|what a good answer looks like|what a good answer sounds like|what a strong answer looks like|what a great answer looks like|a good answer|a strong answer|good looks like|answer|response|sample
    stark|gut|fort|bon|fuerte|bueno|חזק|טוב|قوي|جيد|良い|強い
    bonne reponse|bonnes reponses|signal positif|signaux positifs|signal fort|signaux forts|reponse forte|indicateurs positifs|indicateur positif|points positifs|point positif|reponse ideale|exemple de reponse|excellente reponse|signes positifs|feux verts|drapeaux verts
    gute antwort|gute antworten|starke antwort|starke antworten|starkes signal|starke signale|positive signale|positives signal|positive anzeichen|positive indikatoren|gute anzeichen|musterantwort|beispielantwort|ideale antwort
    buena respuesta|buenas respuestas|respuesta fuerte|respuesta solida|senal positiva|senales positivas|senal fuerte|senales fuertes|buena senal|indicadores positivos|respuesta ideal|respuesta excelente|ejemplo de respuesta|banderas verdes|aspectos positivos
    buona risposta|risposta forte|segnali positivi|segnale positivo|risposta ideale|boa resposta|resposta forte|sinais positivos|sinal positivo|resposta ideal|goed antwoord|sterk antwoord|goede signalen|positieve signalen
    优秀回答|好的回答|良好回答|优质回答|强信号|正面信号|积极信号|加分项|优秀表现|高分回答|理想回答|优秀|亮点|好答案|较好的回答|绿旗|参考答案|参考回答|优秀答案|強信號|優秀回答|好的回答|正面信號|加分項|良い回答|良いサイン|良い回答例|ポジティブサイン|優れた回答
    תשובה טובה|תשובות טובות|תשובה חזקה|תשובות חזקות|סימן חיובי|סימנים חיוביים|סימן טוב|סימנים טובים|איתות חזק|אות חזק|אותות חיוביים|איתות חיובי|דגלים ירוקים|דגל ירוק|תשובה מצוינת|תשובה אידיאלית|אינדיקציות חיוביות
    اجابة جيدة|إجابة جيدة|اجابة قوية|إجابة قوية|مؤشرات ايجابية|مؤشرات إيجابية|хороший ответ|сильный ответ|положительные признаки|позитивные сигналы|зелёные флаги`,
  middle: `average answer|average response|acceptable answer|acceptable response|acceptable|adequate answer|adequate response|okay answer|ok answer|average|mixed signal|mixed signals|medium|moderate|adequate|satisfactory|meets expectations|fair|solid answer|neutral
    solide|mittel|solid|solido|regular|medio|בינוני|متوسط|普通
    reponse moyenne|reponse acceptable|moyen|durchschnittliche antwort|mittelmassige antwort|respuesta media|respuesta aceptable|respuesta regular|一般回答|普通回答|中等回答|合格回答|一般|תשובה בינונית|תשובה סבירה|תשובה ממוצעת`,
  weak: `weak signal|weak signals|weak answer|weak answers|weak response|weak responses|poor answer|poor answers|poor response|poor responses|poor signal|bad answer|bad answers|bad response|bad sign|bad signs|red flag|red flags|negative signal|negative signals|negative sign|negative signs|negative indicator|negative indicators|negative evidence|negative|negatives|warning sign|warning signs|warning signals|watch out for|watch outs|watchouts|weak|weak candidate|poor|low|below expectations|unsatisfactory|unacceptable|unacceptable answer|concerns|concern|weak indicators|low score|insufficient|a weak answer|a poor answer|what a poor answer looks like|what a weak answer looks like|bad
    schwach|schlecht|faible|mauvais|debil|malo|חלש|ضعيف|弱い|悪い
    mauvaise reponse|mauvaises reponses|signal negatif|signaux negatifs|signal faible|signaux faibles|reponse faible|indicateurs negatifs|signaux d alerte|signal d alerte|points negatifs|drapeaux rouges|signes negatifs|points de vigilance
    schlechte antwort|schlechte antworten|schwache antwort|schwache antworten|schwaches signal|schwache signale|negative signale|negative anzeichen|negative indikatoren|warnsignale|warnsignal|warnzeichen
    mala respuesta|malas respuestas|respuesta debil|respuesta pobre|respuesta deficiente|senal negativa|senales negativas|senal debil|senales debiles|mala senal|senales de alerta|senales de alarma|indicadores negativos|banderas rojas|aspectos negativos
    risposta debole|cattiva risposta|segnali negativi|segnali d allarme|resposta fraca|ma resposta|sinais negativos|sinais de alerta|slecht antwoord|zwak antwoord|rode vlaggen|negatieve signalen
    较差回答|差的回答|不佳回答|弱信号|负面信号|消极信号|减分项|扣分项|危险信号|警示信号|红旗|低分回答|欠佳回答|较弱回答|弱回答|薄弱回答|不好的回答|不良信号|弱信號|負面信號|危險信號|減分項|悪い回答|悪いサイン|懸念点|弱い回答
    תשובה חלשה|תשובות חלשות|תשובה גרועה|תשובה לא טובה|סימן שלילי|סימנים שליליים|סימני אזהרה|סימן אזהרה|איתות חלש|אות חלש|אותות שליליים|איתות שלילי|דגלים אדומים|דגל אדום|נורות אזהרה|נורה אדומה|אינדיקציות שליליות
    اجابة ضعيفة|إجابة ضعيفة|مؤشرات سلبية|علامات تحذير|слабый ответ|плохой ответ|красные флаги|отрицательные признаки|тревожные сигналы`,
  levels: `rating scale|rating guide|rating rubric|rating|ratings|scoring|scoring guide|scoring scale|scoring rubric|score guide|scale|rubric|interview rubric|evaluation rubric|evaluation scale|grading|grading scale|grading rubric|benchmarks|benchmark|benchmark answers|benchmark responses|anchors|rating anchors|behavioral anchors|behavioural anchors|anchored rating scale|behaviorally anchored rating scale|levels|proficiency levels|performance levels|scorecard|interview scorecard|how to score|score
    echelle|echelle de notation|echelle d evaluation|bareme|grille d evaluation|grille de notation|notation|niveaux|bewertungsskala|bewertung|skala|punkteskala|bewertungsstufen|escala|escala de evaluacion|escala de puntuacion|escala de calificacion|puntuacion|rubrica|baremo|niveles
    评分标准|评分|评分等级|评分量表|评分细则|打分标准|等级|評分標準|評分|評価スケール|סולם דירוג|סולם הערכה|סולם|דירוג|ציון|ציונים|מחוון|שקלול|مقياس التقييم|шкала оценки|шкала`,
  question: `question|main question|primary question|core question|lead question|opening question|interview question|behavioral question|behavioural question|situational question|key question|ask this|ask|scenario|prompt question|question text|the question|technical question
    question principale|question d entretien|hauptfrage|leitfrage|einstiegsfrage|frage|interviewfrage|pregunta principal|pregunta|pregunta de entrevista|domanda|pergunta|vraag|hoofdvraag|вопрос
    问题|主问题|主要问题|面试问题|提问|問題|主要問題|質問|שאלה|שאלה ראשית|שאלה מרכזית|שאלת ראיון|سؤال|السؤال`,
  competency: `competency|competencies|competency area|competency assessed|competencies assessed|competency tested|competence|skill|skills|skill assessed|skills assessed|skill area|attribute|core value|value|trait|dimension|capability|assesses|assessing|measures|evaluates|tests for|maps to|theme|category|topic
    competence|competence evaluee|competences|competences evaluees|kompetenz|kompetenzen|kompetenzbereich|fahigkeit|competencia|competencias|competencia evaluada|habilidad|competenza|competenze|competentie|vaardigheid|компетенция
    能力|胜任力|考察能力|能力项|素质|能力维度|核心能力|能力素质|胜任能力|考核能力|勝任力|職能|コンピテンシー|評価項目|כשירות|מיומנות|יכולת|כישור|מיומנויות|כישורים|תחום|الكفاءة|المهارة`,
  minutes: `time limit|time|duration|planned time|estimated time|time allotted|allotted time|time allocation|suggested time|recommended time|interview length|length|total time|timing|time needed|interview duration|interview time|time for this question
    duree|temps|temps imparti|temps alloue|temps prevu|duree prevue|zeit|zeitlimit|dauer|zeitrahmen|zeitvorgabe|tiempo|tiempo limite|limite de tiempo|duracion|tiempo estimado|durata|tempo|duracao|duur|tijd|время
    时间|时长|时间限制|时限|用时|建议时间|建议时长|預計時間|時間|時間限制|所要時間|制限時間|זמן|הגבלת זמן|מגבלת זמן|משך|משך זמן|משך הראיון|משך הריאיון|זמן מוקצב|الوقت|المدة`,
  purpose: `definition|definicion|begriffsbestimmung|定义|定義|purpose|when to ask|when to use|why ask|why ask this|warum wir das fragen|pourquoi on le demande|why ask this question|why we ask|why we ask this|why you should ask this|why it works|why this works|why it matters|rationale|goal|objective|intent|what it assesses|what this assesses|what this tests|what this question assesses|what it reveals|what this reveals|reason|aim|reason for asking|note|notes for interviewer|interviewer note|interviewer notes
    objectif|but|pourquoi cette question|pourquoi poser cette question|ziel|zweck|warum diese frage|objetivo|proposito|por que preguntar|por que esta pregunta|目的|提问目的|设计意图|考察目的|出题意图|目標|מטרה|מטרת השאלה|למה שואלים|למה לשאול|الهدف|цель`,
  form: `notes|candidate notes|candidate response|candidate s response|candidate answer|interviewer comments|comments|comment|your rating|your score|overall rating|overall score|final score|total score|signature|date|candidate|candidate name|interviewer|interviewer name|interviewers|interview date|recommendation|hiring recommendation
    remarques|commentaires|candidat|date|signature|notizen|bemerkungen|anmerkungen|kommentare|datum|unterschrift|notas|comentarios|observaciones|fecha|firma|备注|笔记|记录|评语|备註|הערות|רשימות|תאריך|ملاحظات|заметки`,
};

/** Words too common to be a label where nothing sets them off: they need a colon, a heading or a column. */
export const weakWords = new Set(
  (
    "stark gut fort bon fuerte bueno חזק טוב قوي جيد 强 好 良い 強い solide mittel solid solido regular medio בינוני متوسط 普通 schwach schlecht faible mauvais debil malo חלש ضعيف 弱い 悪い areas focus example benchmark anchors indicators evidence signals criteria considerations checklist ask hints prompt probe positive positives strong high good great excellent exceptional outstanding answer response sample " +
    "average acceptable medium moderate adequate satisfactory fair neutral negative negatives weak poor low bad concerns concern insufficient rating ratings scoring scale rubric grading levels score scorecard question scenario " +
    "explore explorer explorar elaborate clarify clarification clarifications precisions preciser aclarar ampliar ampliacion insister insistir indicatori segnali sinais indicadores indicatoren signalen criteri criterios kryteria wskazniki sygnaly evidencia evidencias observar observer beobachtung erwartung erwartungen inhalte impulse klarung senales attendus indicateurs verwachtingen pluspunkte pluspunten סימנים דגשים ציפיות עדויות מעקב הרחבה חידוד להמשך متابعة المتابعة توضيح معايير مؤشرات المؤشرات دلائل 観点 補足 判断基準 フォローアップ verdieping toelichting chiarimenti rilancio " +
    "skill skills attribute value trait dimension capability theme category topic competency competencies time duration length timing purpose rationale goal objective intent reason aim background context note notes comments " +
    "comment date candidate interviewer recommendation themen criteres criterios kriterien temps zeit tiempo tempo dauer but ziel suivi seguimiento 要点 重点 问题 能力 时间 一般 优秀 亮点 目的 等级 评分 נושאים קריטריונים המשך סולם ציון שאלה תחום זמן מטרה יכולת"
  ).split(" "),
);
