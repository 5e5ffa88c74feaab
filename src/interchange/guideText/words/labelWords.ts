/** The words that guides use for their parts, by language. To teach the reader another one, add its words here. */

/**
 * What the lines below a label are. "strong", "middle" and "weak" are answers at a place of the scale, "levels"
 * a list of its points. "purpose" says why a question is asked, "form" is a field to fill in.
 */
export const labelKinds = [
  "areas",
  "followUps",
  "strong",
  "middle",
  "weak",
  "levels",
  "question",
  "competency",
  "minutes",
  "purpose",
  "form",
] as const;

/** One of the kinds. */
export type LabelKind = (typeof labelKinds)[number];

export const labelWords: Readonly<Record<LabelKind, string>> = {
  areas: `areas to cover|area to cover|areas to explore|areas to probe|areas to assess|areas of focus|areas|focus areas|focus area|focus points|focus
    what to look for|expected answer|expected answers|desired answer|what to look for in an answer|what to look for in the answer|what to look for in answers|what to look for in a response|what to look for in responses
    what to look for in a candidate|what to look for in the response|things to look for|good things to look for|great things to look for|expected improvements|expected findings|evaluation for this question|how to evaluate this question|what interviewers look for|what employers look for|what recruiters look for|what hiring managers look for|measure|assess|evaluate|look for|looking for|we are looking for|what we are looking for|what we look for|what you are looking for
    what to listen for|things to listen for|listen for|listening for|you are listening for|you re listening for|you are looking for|you re looking for|listen fors|look fors|look listen for
    key points to cover|key points|points to cover|points to be covered|points to listen for|points to look for|points to consider|key things to look for|key areas|key areas to cover|key areas to explore|topics to cover|key topics|talking points
    evaluation criteria|assessment criteria|evaluation points|assessment points|what to evaluate|what to assess|what we assess|criteria|success criteria|scoring criteria|key indicators|indicators
    behavioral indicators|behavioural indicators|behaviors to look for|behaviours to look for|positive behaviours|signals to look for|signals to gather|signal to gather|signals|evidence|evidence to look for|evidence sought|what good looks like|what great looks like
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
    נושאים לכיסוי|נושאים לבדיקה|נושאים שיש לכסות|נקודות לכיסוי|נקודות לבדיקה|נקודות מפתח|נקודות עיקריות|תחומים לכיסוי|תחומים שיש לכסות|תחומים לבדיקה|תחומי מיקוד|תחומי התמקדות|על מה להקשיב|למה להקשיב|מה לחפש|מה מחפשים|מה אנחנו מחפשים|למה לשים לב|לשים לב|שים לב|שימו לב|על מה לשים לב|קריטריונים להערכה|קריטריונים|מדדים|נקודות להקשבה|נושאים|נקודות להתייחסות|היבטים לבחינה
    المجالات المطلوب تغطيتها|نقاط للتغطية|نقاط التغطية|مجالات التغطية|النقاط الرئيسية|نقاط رئيسية|ما الذي تبحث عنه|ما يجب الاستماع اليه|معايير التقييم|النقاط الواجب تغطيتها
    что оценивать|на что обратить внимание|что слушать|ключевые моменты|критерии оценки|критерии|области для обсуждения|темы для обсуждения|обратите внимание
    assessment focus|evaluation focus|evaluation areas|assessment areas|areas to evaluate|areas to discuss|areas to listen for|areas to look for|areas of interest|coverage areas|discussion points|points to probe|aspects to cover|key aspects|items to cover|topics to explore|key themes|what to cover|what to note|what to watch for|what we want to hear|you are looking for|look for evidence of|listen for evidence of
    points a observer|points a ecouter|a noter|a evaluer|elements cles|elements a evaluer|aspects a explorer|aspects cles|sujets a couvrir|ce que l on evalue|ce que nous evaluons|ce que l on attend|quoi ecouter|que rechercher
    wichtige aspekte|zentrale punkte|zu besprechende punkte|zu klarende punkte|abzudeckende aspekte|worauf wir achten|worauf zu horen ist|erwartete inhalte|beurteilungspunkte
    que evaluar|que valorar|se valora|se valorara|que analizar|que se evalua|aspectos a evaluar|aspectos a valorar|aspectos a observar|aspectos a considerar|conductas a observar|comportamientos a observar|puntos a considerar|puntos a explorar|puntos a observar|temas clave|temas a explorar|elementos clave|indicadores de conducta|areas de evaluacion|lo que buscamos
    听什么|看什么|考察什么|评估什么|倾听重点|聆听要点|关注内容|讨论要点|考察范围|参考要点|答题要点|回答要点|评分要点|得分点|采分点|考点|考查要点|考查点|测评要点|测评要素|观测点|覆盖范围|涵盖内容|需要覆盖的内容|应覆盖的内容|需要覆盖的方面|需要涵盖的方面|覆盖领域|涵盖领域|考察领域
    מה לבדוק|מה לבחון|על מה להסתכל|מה רוצים לשמוע|מה לשמוע|מה להעריך|נקודות לבחינה|נקודות לדיון|נקודות חשובות|נושאים לבחינה|נושאים לדיון|תחומים לבחינה|תחומי כיסוי|היבטים לכיסוי|אזורים לכיסוי|נושאים מרכזיים|ממה להתרשם`,
  followUps: `if stuck|if they are stuck|if they get stuck|follow up questions|follow up question|follow up|follow ups|followup questions|followup question|followup|followups|follow on questions|follow on|follow up probes|follow up prompts
    probing questions|probing question|probing|probe|probes|probe questions|probe further|probing follow ups|prompts|prompt|prompting questions|prompts probes|probes prompts|supporting questions|secondary questions|sub questions|subquestions
    deeper questions|diving deeper|dive deeper|dig deeper|digging deeper|go deeper|drill down|drill down questions|drill downs|clarifying questions|additional probes|additional prompts|if needed|if needed ask|then ask|also ask|ask also|nudges|hints
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
    שאלות מעמיקות|שאלות עומק|שאלות להעמקה|שאלות תחקור|שאלות גישוש|שאלות נלוות`,
  strong: `extra points|bonus points|extra credit|strong signal|strong signals|strong answer|strong answers|strong response|strong responses|good signal|good signals|good answer|good answers|good response|good responses|good sign|good signs|great answer|great answers|great response|great|excellent answer|excellent response|excellent responses
    green flag|green flags|positive signal|positive signals|positive sign|positive signs|positive indicator|positive indicators|positive evidence|positive|positives|strong|strong candidate|strong candidates|strong indicators|strong evidence|ideal answer|ideal response|ideal answers|star example|star example answer|star sample answer|star案例示例|star回答示例|star示例|star案例|star回答|model answer|example|sample answer|sample answers|sample response|sample responses|example answer|example answers|example response|example of a good answer|suggested answer|possible answer|best answer|high|outstanding|excellent|exceptional|exceeds expectations|high score|good|best response|what a good answer looks like|what a good answer sounds like|what a strong answer looks like|what a great answer looks like|a good answer|a strong answer|good looks like|answer|response|sample
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
  competency: `competency|leadership principle|competencies|competency area|competency assessed|competencies assessed|competency tested|competence|skill|skills|skill assessed|skills assessed|skill area|attribute|core value|value|trait|dimension|capability|assesses|assessing|measures|evaluates|tests for|maps to|theme|category|topic
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

/**
 * More of them, which also head sections or name what is looked for: a colon makes them a label, or what sets a column or
 * several lines off, and not that they stand alone.
 */
export const labelWordsBeforeColon: Readonly<Partial<Record<LabelKind, string>>> = {
  areas: `evidence of|what a good answer contains|what a good answer includes|a good answer includes|a good answer contains|good answers include|we hope to hear|hope to hear|scoring notes
    model answer should include|expected content|expected elements|key messages|observation points|what we hope to hear|what i look for|what i am looking for|points for scoring
    what matters|what counts|assessor notes|notes for assessors|points d appreciation|elements d appreciation|attendus|ce qui est attendu|on espere entendre|une bonne reponse comprend
    une bonne reponse contient|la bonne reponse comprend|a reperer|a entendre|contenu attendu|reponse attendue|reponses attendues|on attend|on valorise|ce qui compte|a apprecier
    criteres d appreciation|observables|comportements attendus|ce que nous voulons entendre|ce que l on veut entendre|preuves de|pistes d evaluation|indikatoren|beobachtbar|beobachtung
    erwartungshorizont|bewertungshinweise|das mochten wir horen|das wollen wir horen|eine gute antwort enthalt|gute antworten enthalten|hinweise auf|anzeichen fur|anhaltspunkte
    erwartet wird|erwartete antwort|erwartete antworten|erwartung|erwartungen|was wir horen wollen|was wir horen mochten|darauf kommt es an|darauf achten wir|wir achten auf
    kriterien fur die bewertung|pluspunkte|punkte gibt es fur|verhaltensanker|verhaltensindikatoren|bewertungsaspekte|inhalte|antwortelemente|senales|una buena respuesta incluye
    una buena respuesta contiene|la respuesta deberia incluir|la respuesta debe incluir|se espera oir|se espera|esperamos oir|lo que esperamos|evidencias|evidencia|observar
    a tener en cuenta|tener en cuenta|elementos de la respuesta|contenido esperado|respuesta esperada|respuestas esperadas|que esperamos|que se busca|fijarse en|prestar atencion a
    se puntua|valorar|puntos de observacion|comportamientos esperados|indicatori|segnali|cosa osservare|elementi attesi|risposta attesa|una buona risposta contiene
    una buona risposta comprende|da ascoltare|da osservare|a cosa prestare attenzione|criteri|aspetti da valutare|elementi di valutazione|ci aspettiamo|cosa valutare|punti da osservare
    elementi da rilevare|prestare attenzione a|sinais|o que avaliar|elementos esperados|resposta esperada|uma boa resposta inclui|uma boa resposta contem|a observar|a ouvir
    prestar atencao a|aspetos a avaliar|aspectos a avaliar|espera se|evidencias de|o que se procura|o que valorizamos|pontos a observar|a ter em conta|indicatoren|waar letten we op
    waar we op letten|een goed antwoord bevat|verwacht antwoord|goede antwoorden bevatten|te observeren|signalen|criteria voor beoordeling|waar je op let|wat we willen horen
    aanwijzingen voor|pluspunten|verwachtingen|verwachte elementen|luisterpunten|na co zwrócić uwagę|na co zwracać uwagę|na co zwracamy uwagę|zwracamy uwagę na|zwróć uwagę na|wskaźniki
    kryteria|kryteria oceny|oczekiwana odpowiedź|oczekiwane elementy|dobra odpowiedź zawiera|czego szukamy|czego słuchać|co chcemy usłyszeć|oceniane elementy|kluczowe punkty odpowiedzi
    obserwować|sygnały|punkty do oceny|co oceniamy|elementy odpowiedzi|obszary do omówienia|观察指标|好的回答应包括|好的回答包括|优秀回答应包括|重点看|参考答案要点|期望听到|希望听到|期望回答|预期回答|判断依据|评判要点|评判标准|评价维度|考核点|记录要点
    面试官观察|看点|听点|行为指标|行为表现|应答要点|理想要点|考察指标|評価のポイント|評価の視点|評価の観点|評価観点|評価項目例|観点|見るべき点|見るポイント|見極めポイント|見極めたい点|期待される回答|期待する回答|期待する内容|ここに注目|判断の目安|判断基準|判断ポイント|聞き取りたい内容|聞きたい内容|聞くポイント|確認したいこと
    確認すること|確認したい点|観察ポイント|観察の視点|評価の基準|着目点|チェック項目|採点ポイント|採点の目安|回答に含まれてほしい内容|押さえたい点|סימנים לתשובה טובה|תשובה טובה כוללת|תשובה טובה תכלול|נקודות להערכה|אינדיקטורים|שימו לב|שים לב|שימו לב ל
    מה אנחנו רוצים לשמוע|דגשים|דגשים למראיין|דגשים להקשבה|מה נרצה לשמוע|מצופה לשמוע|תשובה מצופה|ציפיות|מדדים להערכה|מה להקשיב|סימנים|להקשיב ל|לבדוק|התנהגויות מצופות|קריטריונים לניקוד
    נקודות לניקוד|עדויות|انتبه الى|مؤشرات|المؤشرات|مؤشرات الاجابة الجيدة|نقاط التقييم|تتضمن الاجابة الجيدة|لاحظ ما يلي|ما نود سماعه|عناصر الاجابة|دلائل|دلائل ايجابية|نبحث عن|ابحث عن
    ما يجب ملاحظته|الاجابة المتوقعة|عناصر التقييم|معايير|جوانب التقييم|استمع الى|ما الذي تستمع اليه|نقاط الملاحظة|ما نتوقعه|محاور التقييم|ما يقيم|ما نقيمه|علامات الاجابة الجيدة|평가 포인트
    평가 기준|평가 항목|확인 사항|확인 포인트|관찰 포인트|체크 포인트|체크포인트|주의 깊게 볼 점|살펴볼 점|기대 답변|기대하는 답변|좋은 답변의 요소|평가 요소|평가 요점|핵심 포인트|눈여겨볼 점|듣고자 하는 것|관찰 사항|확인할 점|평가 관점|행동 지표|주목할 점|좋은 답변의 특징|looking out for
    what we'd like to hear|what the panel is looking for|what the panel should hear|the panel should hear|the panel is looking for|the panel will want to hear|panel to look for
    panel to listen for|interviewer to look for|interviewers should look for|interviewers should listen for|look out for|watch for|watch and listen for|behavioural evidence
    performance indicators|competency indicators|indicators to look for|indicators of competence|evidence required|evidence we are looking for|examples of evidence|rating criteria
    selection criteria for this question|criteria for assessing the answer|assessment guidance|scoring guidance|assessor guidance|guidance for assessors|guidance for the panel
    points to note|points the candidate should cover|points we expect to be covered|points expected|key points to listen for|key points expected|key elements of the answer
    key messages to listen for|themes to listen for|elements to look for|elements of the answer|answer elements|components of an answer|content to look for|expected response
    expected responses|expected behaviours|expected evidence|anticipated answer|anticipated response|answer guide|answer guidelines|response guide|response guidelines|suggested content
    the answer should include|the answer should cover|the answer should touch on|answers should cover|answers may include|answers might include|answer may include
    the response should include|the response should cover|responses should include|responses may include|response to include|candidate should demonstrate|candidates should mention
    candidates should demonstrate|the candidate should refer to|the candidate is expected to mention|the candidate may refer to|the candidate might mention
    candidate's answer should show|applicant should mention|the applicant should address|we expect to hear|we would expect to hear|we would expect candidates to mention
    we are listening for|we want to see|hoping to hear|what the answer should cover|what the answer should show|what the answer should contain|what to score|what to observe
    behaviours to observe|skills to look for|qualities to look for|signals to listen for|signs to look for|things we look for|dimensions to assess|knowledge points
    technical points to listen for|clinical points to listen for|safeguarding points to listen for|prompts for the assessor|interviewer's listening points|listening points
    listening guide|listening cues|hints for assessment|ce qu'il faut repérer|ce qu'il faut évaluer|ce qu'on veut entendre|ce que nous souhaitons entendre|ce que l'on espère entendre
    ce que le jury attend|ce que le jury souhaite entendre|ce que le comité recherche|ce que le comité devrait entendre|ce que nous attendons|ce que la réponse doit contenir
    ce que la réponse devrait contenir|ce que la réponse doit montrer|à noter dans la réponse|à relever|points à rechercher|points à repérer|points à relever|points d'écoute
    points d'observation|points attendus|points clés attendus|points clés de la réponse|points essentiels|points importants|points d'évaluation|points de repère|éléments à écouter
    éléments à observer|éléments à repérer|éléments à prendre en compte|éléments attendus dans la réponse|éléments clés de la réponse|éléments d'évaluation|éléments recherchés
    éléments essentiels|éléments de correction|attendus de la réponse|attendus du jury|attentes du jury|attentes du comité|attentes envers la réponse|réponse suggérée
    réponses suggérées|réponses envisageables|exemples de réponses|pistes de réponse|pistes de réponses attendues|contenus attendus|contenu de la réponse|contenu recherché|corrigé type
    guide de correction|guide de notation|guide d'évaluation|clé de correction|indicateurs clés|indicateurs de comportement|indicateurs de compétence|indicateurs de réussite
    indicateurs à rechercher|indicateurs à observer|indicateurs observables|indicateurs recherchés|indices à rechercher|indices à repérer|signaux à repérer|signaux à rechercher
    signes à observer|critères de notation|critères de correction|critères de jugement|critères observables|critères à évaluer|critères d'évaluation de la réponse
    critères de sélection évalués|comportements recherchés|comportements observables|comportements à observer|comportements à rechercher|compétences à repérer|qualités recherchées
    qualités à repérer|aptitudes recherchées|preuves recherchées|preuves à rechercher|preuves attendues|faits à rechercher|faits observables|manifestations observables|thèmes à repérer
    thèmes attendus|notions attendues|notions à aborder|mots clés|mots-clés attendus|mots-clés à entendre|connaissances attendues|aspects à évaluer|aspects à observer
    aspects à aborder dans la réponse|aspects attendus|aspects recherchés|dimensions à évaluer|repères d'évaluation|repères pour l'évaluation|repères pour la notation
    repères pour le jury|indications pour le jury|indications pour la notation|indications de correction|aide à l'évaluation|aide à la notation|aide à la correction
    consignes d'évaluation|la réponse devrait inclure|la réponse doit inclure|la réponse doit comporter|la réponse devrait comprendre|la réponse devrait aborder
    la réponse devrait faire ressortir|la réponse peut inclure|la réponse pourrait comprendre|les réponses devraient inclure|les réponses peuvent inclure|dans la réponse, rechercher
    dans la réponse, on attend|on attend du candidat|on attend de la candidate|on attend dans la réponse|on s'attend à entendre|on s'attend à ce que le candidat|on recherche
    on écoutera|on cherchera à repérer|nous attendons|nous recherchons|nous écoutons|le jury attend|le jury sera attentif à|le jury appréciera|le comité sera attentif à
    le comité devrait entendre|le candidat devrait mentionner|le candidat doit mentionner|le candidat devrait aborder|le candidat peut évoquer|la candidate devrait mentionner
    la personne candidate devrait mentionner|le candidat est attendu sur|le candidat parle-t-il de|le candidat montre-t-il|le candidat a-t-il évoqué|être attentif à
    être attentif aux points suivants|être à l'écoute de|porter attention à|prêter attention à|rechercher dans la réponse|observer si le candidat|noter si le candidat
    évaluer si le candidat|éléments à entendre|idées attendues|idées à entendre|idées clés|arguments attendus|darauf ist zu achten|worauf geachtet werden soll|bitte achten auf
    hören Sie auf|worauf Sie hören sollten|hinhören bei|darauf hören wir|zu beachtende Punkte|worauf es uns ankommt|was die Kommission hören möchte|was das Gremium hören sollte
    die Kommission achtet auf|die Auswahlkommission achtet auf|die Jury achtet auf|das sollte zur Sprache kommen|das sollte genannt werden|das sollte vorkommen
    das sollte die Antwort enthalten|was die Antwort enthalten sollte|was in der Antwort vorkommen sollte|die Antwort sollte enthalten|die Antwort sollte umfassen
    die Antwort sollte erkennen lassen|die Antwort könnte enthalten|die Antworten sollten enthalten|in der Antwort sollten vorkommen|Inhalte der Antwort|Bestandteile der Antwort
    Elemente der Antwort|erwartete Antwortinhalte|erwartete Punkte|erwartete Aspekte|erwartete Elemente|erwartetes Verhalten|erwartete Verhaltensweisen|erwartete Kernpunkte
    zu erwartende Antwort|zu erwartende Inhalte|wir erwarten|wir erwarten als Antwort|wir erwarten Aussagen zu|Erwartungen an die Antwort|Erwartung an die Antwort
    Erwartungshorizont der Antwort|mögliche Antworten|mögliche Antwort|mögliche Antwortinhalte|mögliche Inhalte|mögliche Aspekte|mögliche Stichpunkte|mögliche Nennungen
    denkbare Antworten|denkbare Aspekte|Stichworte zur Antwort|Stichpunkte zur Antwort|Stichwörter für die Bewertung|Indikatoren für die Bewertung|Indikatoren für die Kompetenz
    zu beobachten|zu beobachtende Verhaltensweisen|beobachtbares Verhalten|beobachtbare Verhaltensweisen|Kriterien für die Antwort|Kriterien der Beurteilung
    Anforderungskriterien zur Frage|Auswahlkriterien zur Frage|Hinweise zur Bewertung|Hinweise zur Beurteilung|Hinweise zur Auswertung|Hinweise für die Kommission
    Hinweise zur Einschätzung der Antwort|Anhaltspunkte für die Bewertung|Anhaltspunkte für die Beurteilung|gesuchte Nachweise|gesuchte Belege|Belege für die Kompetenz
    gesuchte Merkmale|gesuchte Eigenschaften|gesuchte Verhaltensweisen|gewünschtes Verhalten|gewünschte Inhalte|gewünschte Aspekte|relevante Aspekte|relevante Punkte
    wichtige Stichworte|wesentliche Punkte|wesentliche Aspekte|zentrale Aspekte|Signale in der Antwort|die Bewerberin oder der Bewerber sollte nennen|der Bewerber sollte ansprechen
    der Bewerber sollte erwähnen|die Bewerberin sollte erwähnen|Bewerbende sollten ansprechen|der Kandidat sollte nennen|die Kandidatin sollte eingehen auf
    der Kandidat sollte eingehen auf|genannt werden sollten|angesprochen werden sollten|folgende Punkte sollten genannt werden|folgende Aspekte sollten angesprochen werden
    folgende Aspekte werden bewertet|bewertet wird|bewertet werden|beurteilt wird|beurteilt werden|was bewertet wird|was wird bewertet|was beurteilt wird|hier bewerten wir
    hier achten wir auf|hier zählt|geht der Bewerber ein auf|geht die Person ein auf|zeigt die Person|zeigt die Bewerberin oder der Bewerber|zeigt der Kandidat|wird deutlich, dass
    achten Sie darauf, ob|beachten Sie, ob|fachliche Inhalte|fachlich erwartete Punkte|pädagogische Aspekte der Antwort|Aspekte der Antwort|zu nennende Aspekte|zu nennende Punkte
    Leitpunkte für die Bewertung|Auswertung der Antwort|qué se espera|qué se valora|qué se evalúa en la respuesta|qué buscamos|qué esperamos oír|qué esperamos escuchar|qué queremos oír
    qué queremos escuchar|qué debe contener la respuesta|qué debe incluir la respuesta|qué debería mencionar|lo que se busca|lo que se espera oír|lo que esperamos escuchar
    lo que queremos escuchar|lo que el tribunal quiere oír|lo que el panel debe escuchar|lo que debe aparecer en la respuesta|en qué debe fijarse el entrevistador
    aspectos a tener en cuenta|aspectos que se valoran|aspectos que se deben mencionar|aspectos clave de la respuesta|aspectos esperados|aspectos observables|puntos a valorar
    puntos a escuchar|puntos clave de la respuesta|puntos esperados|puntos que debe tocar|puntos que debe mencionar|puntos importantes|puntos de atención|puntos de evaluación
    puntos de escucha|elementos a observar|elementos a valorar|elementos a buscar|elementos clave de la respuesta|elementos de valoración|elementos de evaluación
    elementos que debe incluir|indicadores clave|indicadores conductuales|indicadores de comportamiento|indicadores de competencia|indicadores de evaluación|indicadores de desempeño
    indicadores observables|indicadores a observar|indicadores a buscar|criterios de valoración|criterios de calificación|criterios de puntuación|criterios de corrección
    criterios de análisis|criterios de observación|criterios a evaluar|criterios a valorar|criterios para evaluar la respuesta|criterios para valorar la respuesta|pauta de evaluación
    pautas de evaluación|pauta de corrección|pautas de valoración|pautas para la evaluación|pautas para el tribunal|guía de evaluación|guía de puntuación|guía de corrección
    guía de respuesta|guía para el evaluador|clave de respuestas|clave de corrección|respuesta orientativa|respuestas orientativas|posibles respuestas|contenidos esperados
    contenido de la respuesta|contenidos de la respuesta|contenido mínimo|contenidos mínimos|conductas esperadas|conductas observables|conductas deseadas|conductas a buscar
    comportamientos observables|comportamientos a valorar|comportamientos clave|cualidades a observar|cualidades que buscamos|habilidades a observar|competencias a observar
    evidencias a buscar|evidencias esperadas|evidencias que buscamos|evidencias de la competencia|evidencia requerida|señales a observar|señales a buscar|señales que buscar
    señales que escuchar|indicios a observar|indicios que buscar|temas a escuchar|temas esperados|ideas clave|ideas esperadas|ideas que deberían aparecer|conceptos clave
    conceptos esperados|palabras clave|palabras clave a escuchar|conocimientos esperados|orientaciones para la valoración|orientaciones para la evaluación
    orientaciones para el evaluador|orientación para el tribunal|notas para la evaluación|claves de valoración|claves para la valoración|claves de la respuesta
    la respuesta debe contener|la respuesta debería contemplar|la respuesta debe reflejar|la respuesta debe mencionar|la respuesta puede incluir|la respuesta podría incluir
    las respuestas deben incluir|las respuestas pueden incluir|en la respuesta se valorará|en la respuesta debería aparecer|en la respuesta, buscar|se valorará que|se evaluará
    se observará|se tendrá en cuenta|se espera que mencione|se espera que el candidato|se espera que la persona candidata|se espera escuchar|se busca|se busca que|se buscará
    debe mencionar|debería mencionar|debe incluir|debería incluir|puede incluir|el candidato debe mencionar|el candidato debería mencionar|el candidato debe demostrar
    el candidato debería referirse a|la candidata debería mencionar|la persona candidata debería mencionar|la persona entrevistada debería abordar|el postulante debería mencionar
    el aspirante debe señalar|el tribunal valorará|el tribunal prestará atención a|el panel debe escuchar|el comité valorará|el comité busca|buscar en la respuesta|buscamos que
    buscar evidencias de|escuchar si|esperamos que mencione|esperamos escuchar|queremos oír|observar si|observar si el candidato|valorar si|valorar si el candidato
    evaluar si el candidato|preste atención a|esté atento a|estar atento a|menciona el candidato|muestra el candidato|dimensiones a evaluar|评分参考|评分依据|评分维度|评分指标|评价指标|评价参考|评价内容|评价依据|评价要素
    评估指标|评估维度|评估内容|评估依据|评估参考|评估项目|评判依据|评议要点|评审标准|评审要点|考察要素|考查重点|考查内容|考核标准|考核内容|考核重点|测评标准|测评维度|测评指标|观察重点|观察内容|观察维度|需关注的内容|留意以下内容|注意倾听|注意观察|答案要点|回答参考|回答应包含|回答应涵盖|回答中应体现|期望答案|预期答案|理想答案要点
    得分要点|计分标准|判断标准|判断要点|判断参考|识别要点|甄别要点|行为标准|行为要点|行为描述|关键行为|关键行为指标|关键要素|关键指标|核心要点|要点提示|面试要点|面试官参考|衡量标准|衡量指标|衡量维度|录用标准|选拔标准|胜任力指标|能力指标|应包含的要点|命题要点|評分重點|評分項目|評量標準|評量重點|評估標準|評核重點|評核準則|評審標準
    評審重點|觀察面向|評分面向|評估面向|評選標準|聆聽重點|留意重點|參考要點|預期答案|回答重點|關鍵行為|判斷依據|考核重點|給分標準|審查重點|甄選標準|評価の着眼点|評価の目安|評価要素|評価の手がかり|評価すべき点|評価すべきポイント|着目ポイント|着目すべき点|着目する点|注目ポイント|注目すべき点|注目してほしい点|チェックすべき点
    チェックする点|確認のポイント|確認すべき点|確認すべき事項|確認すべきポイント|確認項目|確認する内容|見極めのポイント|見極めるべき点|見たいポイント|見ているポイント|ここを見る|ここをチェック|聞きどころ|聞き取りのポイント|聞き取りポイント|聴くポイント|聴取ポイント|聴取事項|回答のポイント|回答で見るポイント|回答の着眼点|回答の評価ポイント
    回答を評価する観点|回答に期待する内容|回答に期待する要素|回答に含まれるべき要素|回答に含まれるべき内容|回答の例|期待回答|期待される内容|期待される要素|求める回答|求められる回答|求められる要素|求められる行動|判断のポイント|判定基準|判定のポイント|採点基準|採点のポイント|採点の観点|採点項目|採点の着眼点|審査基準|審査の観点|審査項目
    審査のポイント|選考基準|選考の観点|選考のポイント|合否の判断基準|観察のポイント|観察事項|行動特性|行動基準|面接官のチェックポイント|面接官の着眼点|面接官が見るポイント|面接官が確認すること|面接評価の観点|キーポイント|傾聴ポイント|盛り込まれるべき内容|必須要素|必ず確認する点|押さえるべきポイント|押さえておきたい点|着眼事項
    מה לחפש בתשובה|מה לבדוק בתשובה|מה בודקים|מה אנחנו בודקים|מה אנו מחפשים|מה אנו מחפשים בתשובה|מה מחפשים בתשובה|למה להקשיב בתשובה|לשים לב ל|שימו לב בתשובה ל|שים לב ל|יש לשים לב ל
    יש לבדוק|יש לחפש|יש להתייחס ל|יש להקשיב ל|חפש/י|חפשו בתשובה|חפשו עדויות ל|חפשו ראיות ל|הקשיבו ל|הקשב ל|הקשיבו האם המועמד|בדקו האם|בדקו אם המועמד|בדוק האם|התייחסו ל|דגשים לתשובה
    דגשים לבדיקה|דגשים להערכה|דגשים למראיינים|נקודות לתשומת לב|נקודות מפתח בתשובה|נקודות שיש לחפש|נקודות מרכזיות בתשובה|נקודות שצריכות לעלות בתשובה|נקודות שחשוב שיעלו|היבטים לבדיקה
    היבטים להערכה|ממדים להערכה|מדדי הערכה|קריטריונים להערכת התשובה|קריטריוני הערכה|תבחינים להערכה|אמות מידה|אמות מידה להערכה|אינדיקטורים התנהגותיים|סממנים התנהגותיים|סימנים שיש לחפש
    התנהגויות רצויות|התנהגויות נצפות|התנהגויות לזיהוי|התנהגויות שיש לחפש|עוגנים התנהגותיים|ביטויים התנהגותיים|ביטויים התנהגותיים שיש לחפש|תשובה צפויה|תשובות צפויות|תשובות מצופות
    תשובה רצויה|תשובות אפשריות|כיווני תשובה|כיוון תשובה|כיווני תשובה אפשריים|תשובה מלאה תכלול|תשובה מלאה כוללת|תשובה תכלול|התשובה צריכה לכלול|התשובה אמורה לכלול|על התשובה לכלול
    התשובה תתייחס ל|מצופה מהמועמד|מצופה מהמועמד/ת|מה מצופה מהמועמד|מה מצופה לשמוע|מה היינו רוצים לשמוע|מה חשוב לשמוע|נרצה לשמוע|נרצה לראות|נצפה לשמוע|נצפה לראות|מצפים לשמוע|מצפים לראות
    מרכיבי התשובה|מרכיבים מרכזיים בתשובה|רכיבי תשובה|ראשי פרקים לתשובה|תכנים צפויים|תוכן צפוי|תכנים מצופים|עדויות ל|ראיות ל|הערכת התשובה|הערכת תשובה|כיצד להעריך|כיצד להעריך את התשובה
    איך להעריך את התשובה|מפתח הערכה|מפתח תשובות|מפתח ניקוד|מאפייני התשובה|האם המועמד|האם המועמד/ת|האם המועמדת|המועמד מראה|מיומנויות נבדקות|כישורים נבדקים|תכונות נבדקות|ידע נדרש
    למראיין - מה לחפש|הנחיות להערכת התשובה|הנחיות לניתוח התשובה|פרשנות התשובה|פענוח התשובה|איך לנתח את התשובה|המועמד מפגין|האם התשובה כוללת|ما نبحث عنه|ما يجب البحث عنه
    ما ينبغي البحث عنه|ما الذي يجب البحث عنه|ما الذي ينبغي البحث عنه|ما تبحث عنه في الإجابة|ما نبحث عنه في الإجابة|عن ماذا نبحث|عما نبحث|ماذا تبحث عنه|ماذا نتوقع أن نسمع|ما نتوقع سماعه
    ما نريد أن نسمعه|ما ينبغي الانتباه له|ما يجب الانتباه إليه|ما يجب أن تتضمنه الإجابة|ما ينبغي أن تتضمنه الإجابة|ما ينبغي أن تشمله الإجابة|ما يجب تقييمه|ما يتم تقييمه|ما يتم قياسه
    ابحثي عن|ابحثوا عن|ابحث عن أدلة على|ابحث عن دلائل على|ابحث في الإجابة عن|استمع إلى ما يلي|تحقق من|تحقق مما إذا كان المرشح|يراعى في الإجابة|يراعى عند التقييم|يراعى ما يلي
    يجب أن تتضمن الإجابة|ينبغي أن تتضمن الإجابة|يجب أن تشمل الإجابة|يفترض أن تتضمن الإجابة|تتضمن الإجابة|تشمل الإجابة|الإجابة تتضمن|الإجابات المتوقعة|الجواب المتوقع|الأجوبة المتوقعة
    إجابة متوقعة|الاستجابة المتوقعة|الإجابة المطلوبة|الإجابة المرجعية|عناصر الإجابة المتوقعة|عناصر الجواب|مكونات الإجابة|محاور الإجابة|نقاط الإجابة|محتوى الإجابة|المحتوى المتوقع
    النقاط المتوقعة|النقاط المتوقعة في الإجابة|النقاط الأساسية|النقاط الرئيسية في الإجابة|النقاط الواجب توفرها في الإجابة|النقاط التي يجب تغطيتها|النقاط التي يجب أن يذكرها المرشح
    النقاط المطلوبة|نقاط يجب البحث عنها|نقاط يجب الانتباه إليها|نقاط للتقييم|نقاط التركيز|نقاط للملاحظة|نقاط مهمة في الإجابة|أبرز النقاط|معيار التقييم|معايير تقييم الإجابة
    معايير التقدير|معايير الحكم|معايير الحكم على الإجابة|معايير التصحيح|معايير القياس|معايير النجاح|معايير الأداء|معايير منح الدرجات|معايير الإجابة|بنود التقييم|مجالات التقييم
    أسس التقييم|سلم التقييم|إرشادات التقييم|إرشادات تقييم الإجابة|كيفية تقييم الإجابة|كيف تقيم الإجابة|كيف نقيم الإجابة|تقييم الإجابة|تحليل الإجابة|تفسير الإجابة|مؤشرات التقييم
    مؤشرات الأداء|مؤشرات الكفاءة|مؤشرات الجدارة|المؤشرات السلوكية|مؤشرات سلوكية|مؤشرات الإجابة|المؤشرات المطلوبة|المؤشرات المتوقعة|الدلائل السلوكية|أدلة على|أدلة يجب البحث عنها
    الأدلة المطلوبة|السلوكيات المتوقعة|السلوكيات المطلوبة|السلوكيات المرغوبة|السلوكيات الملاحظة|السلوكيات الدالة|السلوك المتوقع|الجوانب التي يجب تقييمها|الجوانب المطلوب تقييمها
    جوانب يجب ملاحظتها|المتوقع من المرشح|المتوقع من المتقدم|المتوقع من المرشح/ة|يتوقع من المرشح|يتوقع من المتقدم|يتوقع أن يذكر المرشح|يتوقع أن تشمل الإجابة|يتوقع أن تتضمن الإجابة
    نتوقع أن يذكر المرشح|المطلوب في الإجابة|هل المرشح|هل ذكر المرشح|هل أظهر المرشح|هل أظهر المتقدم|هل تضمنت الإجابة|هل يستطيع المرشح|يظهر المرشح|يظهر المرشح قدرته على
    المهارات المراد قياسها|المهارات المطلوب قياسها|المعرفة المطلوبة|الكفايات المستهدفة|ملاحظات للمقيم حول الإجابة`,
  followUps: `additional questions|further questions|further probes|to probe further|to probe|supplementary questions|supplementaries|optional follow ups|dig into|dig into it|drill into|push further|press for
    ask about|if not mentioned|if not covered|if unclear|if vague|backup questions|back up questions|clarify|clarification|clarifications|elaborate|explore|explore further|more detail
    for more detail|second question|next ask|au besoin|si besoin|si necessaire|au besoin demander|puis demander|demander ensuite|questions facultatives|pour preciser|precisions
    preciser|a approfondir|insister|insister sur|question subsidiaire|questions subsidiaires|questions d appui|aller plus loin|rebondir|questions de rebond|explorer|zur vertiefung
    zum vertiefen|zum nachhaken|zum nachfragen|weiterfragen|nachbohren|bei bedarf|falls notig|klarende fragen|klarung|konkretisierung|zur klarung|hilfsfragen|stutzfragen|anstosse
    impulse|impulsfragen|erganzungsfragen|mogliche vertiefungen|dann fragen|danach fragen|zusatzlich fragen|si hace falta|si hace falta preguntar|si es necesario|posibles repreguntas
    indagar|indagar en|para ir mas alla|despues preguntar|luego preguntar|ahondar|ahondar en|para aclarar|aclarar|aclaraciones|preguntas aclaratorias|preguntas de aclaracion|insistir
    insistir en|preguntas ampliar|para ampliar|sondear|explorar|sondeo|ampliacion|se necessario|per approfondire|domande supplementari|ulteriori domande|domande di precisazione
    per chiarire|chiarimenti|indagare|scavare|domande di sondaggio|eventuali domande|domande di rilancio|rilanci|rilancio|possibili approfondimenti|insistere su|perguntas de apoio
    perguntas de exploracao|perguntas opcionais|para explorar|aprofundar|esclarecer|para esclarecer|a seguir perguntar|perguntas suplementares|questoes complementares
    questoes de seguimento|doorvragen op|verdieping|verdiepingsvragen|zo nodig|indien nodig|om door te vragen|verder vragen|extra vragen|hulpvragen|ter verduidelijking|verduidelijking
    toelichting vragen|vraag door|vraag verder|pytania dodatkowe|pytania pogłębiające|pytania pomocnicze|pytania uzupełniające|pytania doprecyzowujące|pytania kontrolne|dopytać|dopytaj
    w razie potrzeby|zapytać też|ewentualnie zapytać też|pogłębienie|doprecyzowanie|aby dowiedzieć się więcej|drążyć|dalsze wątki|dalsze pytania|深入了解|可以继续问|继续问|继续追问|如有需要|视情况提问|视情况追问
    必要时追问|必要时提问|可选追问|进一步了解|细节追问|还可以问|接着问|再问|备用问题|探究问题|澄清问题|可追问的点|追问要点|追问建议|追问示例|挖掘细节|さらに聞く|さらに質問|掘り下げ|掘り下げる|掘り下げの質問|補足質問|補足の質問|補足|必要に応じて尋ねる|必要に応じて質問|必要に応じて|追加で確認|追加で聞く|追加で尋ねる|重ねて聞く質問
    突っ込んだ質問|続けて尋ねること|続けて聞く|続けて質問|深掘りする|深掘りポイント|確認質問|フォロー質問|フォローアップ|派生質問|関連質問|さらに深掘り|プローブ|促しの質問|להעמקה|לחדד|לשאול גם|העמיקו|המשך תשאול|שאלות עזר|לפי הצורך|בירור נוסף|להמשך|שאלות בירור
    לברר|תחקור|לתחקר|להרחבה|שאלות הרחבה|במידת הצורך|הרחבה|חידוד|שאלות אפשריות להמשך|للتعمق|اسئلة توضيحية|اسأل ايضا|تعمق اكثر|استيضاح|اسئلة مساعدة|عند الحاجة|اسئلة فرعية
    لمزيد من التفاصيل|للاستيضاح|اسئلة استيضاحية|اسئلة تعمق|اسئلة استكشافية|اسئلة تكميلية|اسئلة داعمة|متابعة|المتابعة|للمتابعة|اسئلة المتابعه|تعمق|استكشاف|ثم اسأل|اذا لزم الامر|توضيح
    추가 질문|후속 질문|꼬리 질문|꼬리질문|심층 질문|보충 질문|이어서 묻기|더 깊이 묻기|필요 시 질문|필요하면 질문|파고들기|확인 질문|추가로 물어볼 것|더 알아보기|구체화 질문|탐색 질문|심화 질문|추가 확인|follow up with|possible follow-ups
    possible follow-up questions|suggested follow-ups|suggested follow-up questions|potential follow-up questions|sample follow-up questions|supplementary question
    supplementary prompts|further probing|further prompts|probe for|probing prompts|suggested probes|possible probes|standard probes|neutral probes|probe if necessary|probe if needed
    probe as needed|probe on|prompt questions|prompts if needed|prompts if required|suggested prompts|possible prompts|prompt if necessary|prompt if needed|prompt the candidate with
    prompts for the candidate|prompts to use if the candidate is stuck|if necessary, ask|if required, ask|if not covered, ask|if not mentioned, ask|if not already covered
    if not addressed, ask|if the candidate is stuck|if the candidate struggles|if the candidate gets stuck|if the candidate needs help|if the answer is too general
    if the answer is vague|if the answer is thin|if no example is given|you might also ask|you could also ask|you may also ask|you can also ask|consider asking|now ask
    ask if not covered|ask for more detail|to go further|to go deeper|going deeper|drilling down|deep dive|deep-dive questions|deepening questions|to explore further|to explore
    to find out more|to draw out more|to draw the candidate out|to clarify|clarification questions|questions for clarification|related questions|linked questions|challenge questions
    stretch questions|push back with|hints to give the candidate|helper questions|helping questions|star prompts|star probes|situation, task, action, result prompts|reflection prompts
    ask for specifics|relance possible|relances éventuelles|relances suggérées|relances proposées|relances si nécessaire|relancer avec|relancer si nécessaire|relancer sur|pour relancer
    pour relancer le candidat|questions de suivi possibles|suites possibles|questions complémentaires possibles|question additionnelle|question supplémentaire|questions optionnelles
    questions connexes|autres questions|autres questions possibles|question d'approfondissement|approfondissements possibles|approfondir avec|approfondir si nécessaire
    points à approfondir|pistes d'approfondissement|pistes de relance|pistes à explorer|à explorer|explorer davantage|explorer aussi|pour explorer davantage|questions exploratoires
    questions d'exploration|sonder davantage|points à sonder|questions de clarification|question de clarification|questions d'éclaircissement|pour clarifier|à clarifier|à préciser
    demandes de précision|demander des précisions|demander des précisions sur|faire préciser|faire préciser si besoin|pour en savoir plus|en savoir plus|creuser davantage
    points à creuser|creuser si nécessaire|questions pour creuser|si nécessaire, demander|si nécessaire, demandez|si nécessaire, relancer|si besoin, demander|si besoin, relancer
    au besoin, demandez|le cas échéant, demander|le cas échéant|si non mentionné|si non abordé|si non évoqué, demander|si ce n'est pas abordé|si le candidat hésite
    si le candidat bloque|si le candidat est bloqué|si le candidat ne répond pas|si la candidate hésite|si la réponse est vague|si la réponse reste vague
    si la réponse est trop générale|si la réponse est courte|si la réponse est incomplète|si aucun exemple n'est donné|puis demandez|ensuite demander|demander aussi|demander également
    demandez aussi|demandez également|vous pouvez aussi demander|vous pouvez également demander|vous pourriez aussi demander|on peut aussi demander|on pourra demander|questions d'aide
    questions de soutien|aides possibles|indices à donner au candidat|coups de pouce|questions de rechange|rebondir avec|pour rebondir|questions de réflexion|relances star
    relances selon la méthode star|questions pour pousser la réflexion|pousser plus loin|mögliche Nachfrage|weitere Nachfragen|vertiefende Nachfragen|gezielte Nachfragen
    ergänzende Nachfragen|Nachfragen bei Bedarf|Nachfragen, falls nötig|Nachfragen zur Vertiefung|Nachfragen zur Klärung|Nachfragen zum Verhalten|Beispiele für Nachfragen
    Vorschläge für Nachfragen|mögliche Vertiefungsfragen|vertiefende Frage|vertiefend fragen|vertiefen mit|nachhaken mit|nachhaken bei|hier nachhaken|bitte nachhaken|nachfragen, wenn
    nachfragen, falls nicht genannt|gegebenenfalls nachfragen|ggf. nachfragen|evtl. nachfragen|gezielt nachfragen|konkret nachfragen|mögliche Anschlussfragen|im Anschluss fragen
    anschließend fragen|mögliche Folgefragen|mögliche Zusatzfragen|zusätzliche Fragen|ergänzende Frage|ergänzend fragen|weiterführende Frage|weiter fragen|sondierende Fragen
    Rückfragen an den Bewerber|mögliche Rückfragen|zur Präzisierung|zur Konkretisierung|Hilfestellung bei Bedarf|Impulse zur Vertiefung|Stichworte zum Nachfragen
    Stichworte für Nachfragen|falls nötig, fragen|falls nötig, fragen Sie|falls erforderlich, fragen|falls nicht genannt|falls nicht angesprochen|falls nicht erwähnt, fragen
    falls die Antwort vage bleibt|falls die Antwort zu allgemein ist|falls die Antwort oberflächlich bleibt|falls kein Beispiel genannt wird|falls der Bewerber stockt
    falls die Bewerberin nicht weiterkommt|wenn nötig, nachfragen|wenn noch nicht erwähnt|wenn die Antwort zu kurz ist|bei Bedarf fragen|bei Bedarf ergänzen mit|bei knappen Antworten
    bei ausweichenden Antworten|bei allgemeinen Antworten|bei Unklarheiten|fragen Sie auch|fragen Sie weiter|fragen Sie nach|fragen Sie gegebenenfalls|auch fragen|tiefer gehen
    tiefer einsteigen|genauer nachfragen|genauer erkunden|um mehr zu erfahren|STAR-Nachfragen|Nachfragen nach STAR|Nachfragen nach dem Verhaltensdreieck
    preguntas de seguimiento posibles|posibles preguntas de seguimiento|repreguntas posibles|repreguntas sugeridas|repreguntar si es necesario|repreguntar sobre|pregunta complementaria
    pregunta adicional|preguntas suplementarias|preguntas relacionadas|preguntas auxiliares|pregunta de apoyo|preguntas de ayuda|preguntas de refuerzo|otras preguntas
    otras preguntas posibles|más preguntas|pregunta de profundización|profundizar en|profundizar con|profundizar si es necesario|puntos en los que profundizar
    aspectos en los que profundizar|preguntas sondeo|sondear sobre|sondear si es necesario|para sondear|áreas a sondear|preguntas para indagar|indagar más|indagar sobre
    indagar si es necesario|aspectos a indagar|preguntas exploratorias|preguntas de exploración|explorar más|explorar también|pregunta aclaratoria|preguntas de clarificación|a aclarar
    pedir aclaraciones sobre|pedir más detalles|pedir más detalle|pedir ejemplos|pedir un ejemplo concreto|pedir concreción|preguntas de concreción|para concretar|para ahondar
    ir más allá|ir más a fondo|para saber más|insistir con|si es necesario, preguntar|si es necesario, pregunte|si procede, preguntar|si procede|en caso necesario, preguntar
    en caso necesario|de ser necesario, preguntar|de ser necesario, pregunte|si no lo menciona|si no lo menciona, preguntar|si no se ha mencionado|si no lo ha mencionado, preguntar
    si no se ha tratado|si no surge, preguntar|si el candidato duda|si el candidato se bloquea|si el candidato se atasca|si la candidata se bloquea|si el candidato no responde
    si la respuesta es vaga|si la respuesta es breve|si la respuesta es muy general|si la respuesta es incompleta|si la respuesta es demasiado genérica|si no da ningún ejemplo
    si no pone ejemplos|a continuación, preguntar|a continuación, pregunte|preguntar también|preguntar además|preguntar después|pregunte también|pregunte además|también puede preguntar
    también se puede preguntar|también se puede pedir|se puede preguntar|podría preguntar también|pistas para el candidato|recordatorios para el candidato|preguntas de contraste
    preguntas de reto|preguntas de reflexión|preguntas star|ampliar con|追问参考|追问提示|追问提纲|追问话术|可追问的问题|可追问问题|可追问内容|建议追问|深度追问|重点追问|根据回答追问|针对性追问|补充追问|连续追问|拓展追问|STAR追问|压力追问|情境追问|行为追问|主考官追问
    考官追问|面试官追问|如回答不完整可追问|如未提及可追问|后续跟进问题|后续探询|进一步问题|进一步探究|进一步探询|深入提问|深入探究|深入挖掘|深挖方向|探究性问题|探测问题|探查问题|试探性问题|延伸提问|拓展问题|扩展问题|扩展提问|补充询问|附加问题|附加提问|辅助问题|辅助提问|引导性问题|引导提示|提示问题|提示性问题|次级问题|相关问题
    衍生问题|细节问题|澄清性问题|若候选人答不上来|追問題目|追問方向|進一步追問|進一步提問|進一步了解|深入追問|後續追問|跟進提問|延伸提問|延伸追問|輔助問題|引導問題|探詢問題|探索性問題|提示問題|附加問題|深掘りの質問|深掘り質問例|深掘りの質問例|深掘りのポイント|深掘り用の質問|深掘りする質問|深掘りするなら|深堀り質問|深堀質問
    掘り下げる質問|掘り下げ質問例|掘り下げるポイント|掘り下げて聞く|追加質問例|追加の質問|追加の質問例|追加で聞く質問|追加で聞くこと|追加で確認すること|追加確認|追加確認事項|追加のヒアリング|追い質問|さらに聞くなら|さらに聞きたいこと|さらに深く聞く|さらに深掘りする場合|さらなる質問|さらに質問する場合|続けて聞く質問|続けての質問|続く質問
    重ね質問|再質問例|フォローアップ質問例|フォローの質問|フォロー質問例|プローブ質問|プロービング|プロービング質問|プローブ例|プロンプト|補足質問例|補足で聞く|補助質問|補助の質問|補助質問例|サブ質問|サブクエスチョン|関連する質問|展開質問|発展質問|詳細質問|詳細を聞く質問|詳細確認|具体化する質問|具体化質問|具体的に聞く|促しの言葉
    ヒントの出し方|回答に詰まった場合|回答が抽象的な場合|回答が不十分な場合|回答が不足している場合|回答が短い場合|回答が出ない場合|答えられない場合|答えに詰まったら|必要に応じて聞く質問|必要に応じて確認|必要に応じて追加|任意の追加質問|STARで深掘り|状況を聞く質問|行動を聞く質問|結果を聞く質問|切り返し質問|言い換え|質問の言い換え例|二次質問
    שאלות המשך אפשריות|שאלת המשך אפשרית|שאלות המשך מוצעות|שאלות המשך לפי הצורך|שאלות המשך במידת הצורך|שאלות המשך לדוגמה|שאלות המשך למראיין|הצעות לשאלות המשך|שאלה להעמקה
    שאלות העמקה אפשריות|להעמקה נוספת|להמשך העמקה|שאלת הבהרה|שאלות להבהרה|שאלות מבהירות|שאלות חקירה|שאלת תחקור|לתחקור נוסף|שאלת בירור|לבירור נוסף|שאלה נוספת|שאלות נוספות אפשריות
    שאלה משלימה|שאלות השלמה|שאלת עזר|שאלות מנחות|שאלות מכוונות|שאלות הכוונה|שאלות מדרבנות|שאלות תומכות|שאלות משנה|שאלת משנה|תת שאלות|תתי שאלות|שאלת הרחבה|בקשו להרחיב|בקש להרחיב
    בקש/י להרחיב|שאלות דיוק|שאלות אופציונליות|שאלות בונוס|שאלת אתגר|שאלות מאתגרות|אם צריך לשאול|אם צריך|במידת הצורך שאלו|במידת הצורך יש לשאול|אם המועמד מתקשה|אם המועמד/ת מתקשה
    אם המועמד לא מתייחס|אם המועמד לא מתייחס לכך שאלו|אם אין תשובה|אם התשובה כללית|אם התשובה חלקית|אם התשובה כללית מדי|אם לא עלה בתשובה|אם לא הוזכר|אם כן|אם לא|אם ענה בחיוב
    אם התשובה חיובית|אם התשובה שלילית|אפשר לשאול גם|ניתן לשאול גם|ניתן להמשיך ולשאול|ניתן להוסיף ולשאול|כדאי לשאול גם|שאלו גם|שאל גם|שאל/י גם|המשיכו לשאול|המשך לשאול|המשיכו ושאלו
    המשיכו עם|לשאול בנוסף|יש לשאול בנוסף|לשאול בהמשך|בהמשך לכך|בהמשך לשאלה|בהמשך לתשובה|רמזים למועמד|سؤال المتابعة|أسئلة متابعة محتملة|أسئلة متابعة مقترحة|أسئلة المتابعة المقترحة
    أسئلة متابعة إضافية|أسئلة متابعة عند الحاجة|أسئلة للمتابعة|سؤال للمتابعة|الأسئلة الإضافية|أسئلة إضافية محتملة|أسئلة إضافية عند الحاجة|الأسئلة التكميلية|سؤال تكميلي|أسئلة مكملة
    الأسئلة التوضيحية|سؤال توضيحي|أسئلة للتوضيح|أسئلة الاستيضاح|أسئلة استقصائية|الأسئلة الاستقصائية|سؤال استقصائي|الأسئلة الاستكشافية|أسئلة سابرة|الأسئلة السابرة|أسئلة سبر|أسئلة تعمقية
    أسئلة متعمقة|أسئلة معمقة|أسئلة للتعمق|أسئلة التعمق|سؤال للتعمق|للتعمق أكثر|التعمق في الإجابة|أسئلة تعميقية|الأسئلة الفرعية|سؤال فرعي|أسئلة تفصيلية|الأسئلة التفصيلية
    أسئلة تفصيلية إضافية|الأسئلة المساعدة|سؤال مساعد|أسئلة توجيهية|الأسئلة التوجيهية|أسئلة محفزة|أسئلة تحفيزية|أسئلة تحقق|أسئلة التحقق|أسئلة تدقيقية|أسئلة لاحقة|الأسئلة اللاحقة
    سؤال لاحق|أسئلة مرتبطة|أسئلة ذات صلة|عبارات محفزة|استفسارات إضافية|استفسارات متابعة|استفسار إضافي|عند الحاجة اسأل|عند الضرورة|إذا لزم الأمر اسأل|إن لزم الأمر|إذا كانت الإجابة نعم
    إذا كانت الإجابة لا|إذا كانت الإجابة عامة|إذا كانت الإجابة غير واضحة|إذا كانت الإجابة غير كافية|إذا كانت الإجابة مختصرة|إذا كان الجواب نعم|إذا كان الجواب لا|إذا كان الجواب بنعم
    في حال الإجابة بنعم|في حال الإجابة بلا|في حال كانت الإجابة غير كافية|إذا لم يذكر المرشح|إذا لم يذكر المرشح ذلك|إذا لم يجب المرشح|إذا تعثر المرشح|إذا واجه المرشح صعوبة|إذا نعم
    إن كان نعم|اسأل كذلك|اسأل بعد ذلك|يمكن السؤال أيضا|يمكنك السؤال أيضا|يمكنك أن تسأل أيضا|تابع بالسؤال|تابع بالأسئلة التالية|اطلب التوضيح|اطلب مزيدا من التفاصيل`,
  strong: `signs of a strong answer|a strong answer will include|a strong answer might include|a strong candidate will|strong candidates will|a good answer would include
    what excellent looks like|an excellent answer will|outstanding answer|exceptional answer|an ideal response|ideal candidate response|high-scoring answer|high scoring answers
    for a high score|full marks|for full marks|to score full marks|top marks|for top marks|positive indications|positive behaviors|green lights|encouraging signs|signs of strength
    strengths to look for|above the standard|well above the required level|effective behaviours|effective answer|more effective|hire signals|signs of a good fit|plus points
    credit given for|what impresses us|we love to hear|stand-out answers|gold standard answer|signes d'une bonne réponse|signes d'une réponse solide
    signes d'une excellente réponse|caractéristiques d'une bonne réponse|une bonne réponse|une bonne réponse inclut|à quoi ressemble une bonne réponse|ce qui fait une bonne réponse
    réponse solide|réponses solides|une réponse solide|réponses fortes|réponse convaincante|réponses convaincantes|très bonne réponse|excellentes réponses|réponse excellente
    réponse exemplaire|réponse remarquable|la réponse idéale|réponse optimale|meilleure réponse|réponse supérieure|réponse satisfaisante|réponse de haut niveau|note maximale
    pour la note maximale|maximum de points|tous les points|pour obtenir tous les points|score élevé|note élevée|indices positifs|signes favorables|signaux favorables|éléments positifs
    éléments favorables|points forts|points forts de la réponse|forces à repérer|comportements positifs|comportements efficaces|manifestations positives|preuves positives|bons signes
    bon signe|signes encourageants|signaux verts|points bonus|éléments valorisés|ce qui est valorisé|on valorisera|on appréciera particulièrement|ce qui nous convainc|candidat solide
    un bon candidat|un candidat solide|un excellent candidat|dépasse les attentes|supérieur aux attentes|au-delà des attentes|très satisfaisant|Anzeichen einer starken Antwort
    Anzeichen für eine gute Antwort|Merkmale einer guten Antwort|Kennzeichen einer guten Antwort|eine starke Antwort|eine starke Antwort enthält|eine gute Antwort
    eine gute Antwort umfasst|eine gute Antwort zeigt|so sieht eine gute Antwort aus|was eine gute Antwort ausmacht|daran erkennen Sie eine gute Antwort|sehr gute Antwort
    sehr gute Antworten|hervorragende Antwort|ausgezeichnete Antwort|überzeugende Antwort|überzeugende Antworten|optimale Antwort|beste Antwort|volle Punktzahl|für die volle Punktzahl
    volle Punkte|hohe Punktzahl|hohe Bewertung|positive Hinweise|positive Merkmale|positive Verhaltensweisen|positive Beispiele|positiv zu bewerten|positiv zu werten ist
    positiv fällt auf|dafür spricht|für die Person spricht|spricht für eine Eignung|spricht für den Bewerber|gute Zeichen|gutes Zeichen|grüne Flaggen|Stärken der Antwort
    übertrifft die Anforderungen|deutlich über den Anforderungen|starke Ausprägung|hohe Ausprägung|starke Kandidaten|ein starker Kandidat|starke Bewerberinnen und Bewerber
    effektives Verhalten|zielführendes Verhalten|erfolgreiches Verhalten|was uns überzeugt|sehr gut|señales de una buena respuesta|señales de una respuesta sólida
    signos de una buena respuesta|indicios de una buena respuesta|características de una buena respuesta|una buena respuesta|una buena respuesta incluiría
    una buena respuesta debería incluir|cómo es una buena respuesta|qué distingue a una buena respuesta|muy buena respuesta|respuestas sólidas|una respuesta sólida|respuestas fuertes
    respuestas excelentes|excelente respuesta|respuesta sobresaliente|respuesta destacada|respuesta ejemplar|la respuesta ideal|respuesta óptima|respuesta convincente
    respuestas convincentes|respuesta satisfactoria|respuesta superior|mejor respuesta|puntuación máxima|para la máxima puntuación|máxima puntuación|puntaje máximo|todos los puntos
    puntuación alta|puntaje alto|nota máxima|indicios positivos|signos positivos|evidencias positivas|elementos positivos|puntos positivos|puntos fuertes|puntos fuertes de la respuesta
    puntos a favor|fortalezas a observar|conductas positivas|conductas eficaces|comportamientos positivos|comportamientos eficaces|buenas señales|señales alentadoras|señales favorables
    luz verde|puntos extra|puntos adicionales por|se valora positivamente|se valorará positivamente|valorar positivamente|valorar favorablemente|lo que nos convence
    lo que nos gusta oír|un candidato sólido|un buen candidato|candidato fuerte|supera las expectativas|por encima de lo esperado|muy por encima de lo esperado|nivel excelente
    nivel sobresaliente|优秀回答示例|优秀回答特征|良好回答示例|良好表现|好的答案|较好回答|理想答案|理想表现|高分答案|高分表现|高分特征|高分行为|高分参考|满分回答|满分答案|加分表现|加分回答|加分行为|正面表现|正面指标|正向指标|正向行为|正向表现|积极表现|积极指标|绿灯信号|绿旗信号|合格表现|符合要求的表现
    超出预期的回答|强有力的回答|令人满意的回答|推荐录用的表现|優良回答|良好回答範例|好的回答範例|理想答案範例|加分項目|高分回答特徵|正面指標|正向指標|正面跡象|正面訊號|優異表現|良い回答の例|良い回答の特徴|良い回答のサイン|望ましい回答|望ましい回答例|望ましい行動|優れた回答例|優れた回答の特徴|優秀な回答|優良回答例|高評価の回答|高評価の例
    高評価のポイント|高評価となる回答|高評価につながる回答|評価が高い回答|評価できる回答|評価できる点|プラス評価|プラス評価のポイント|プラス評価となる回答|プラス要素|プラス材料|加点要素|加点ポイント|加点対象|加点項目|加点事項|ポジティブな兆候|ポジティブな要素|ポジティブ評価|好ましい回答|好ましい回答例|好ましい兆候|好印象の回答|合格の目安
    合格水準の回答|合格ラインの回答|採用につながる回答|理想的な回答|理想の回答|模範的な回答|期待を上回る回答|期待を超える回答|グリーンフラグ|OK回答例|適切な回答|強みを示すサイン|優れている点|תשובה מעולה|תשובה מצטיינת|תשובה איכותית|תשובה חיובית|תשובה חזקה תכלול
    תשובה מצוינת תכלול|תשובה מיטבית|תשובה ברמה גבוהה|תשובה בניקוד גבוה|תשובה שתזכה בניקוד גבוה|סימנים של תשובה טובה|סממנים חיוביים|אינדיקטורים חיוביים|מדדים חיוביים|התנהגויות חיוביות
    נורות ירוקות|נקודות חוזק|נקודות לזכות|לזכות המועמד|לזכות המועמד/ת|ציון גבוה|ניקוד גבוה|מעל המצופה|עולה על המצופה|מועמד חזק|מועמד טוב|מועמד מתאים|מועמדת חזקה|מועמד/ת חזק/ה
    מועמדים חזקים|מועמד מצטיין|מה מבדיל תשובה מצוינת|איך נשמעת תשובה טובה|איך נראית תשובה טובה|מה נחשב תשובה טובה|כך נשמעת תשובה טובה|היבטים חיוביים|נקודות בונוס|מעיד על התאמה
    סימנים להתאמה|الإجابة الجيدة|الإجابات الجيدة|إجابات جيدة|الإجابة القوية|الإجابات القوية|إجابات قوية|إجابة ممتازة|الإجابة الممتازة|الإجابات الممتازة|إجابة مثالية|الإجابة المثالية
    إجابة متميزة|الإجابة المتميزة|إجابة إيجابية|الإجابة الإيجابية|إجابة عالية الجودة|إجابة مقنعة|جواب جيد|الجواب الجيد|جواب ممتاز|علامات إيجابية|العلامات الإيجابية
    علامات الإجابة القوية|المؤشرات الإيجابية|مؤشرات قوية|مؤشرات القوة|مؤشرات الإجابة القوية|سلوكيات إيجابية|السلوكيات الإيجابية|السلوك الإيجابي|إشارات إيجابية|الإشارات الإيجابية
    أدلة إيجابية|نقاط إيجابية|النقاط الإيجابية|جوانب القوة|أعلام خضراء|علامات خضراء|العلامات الخضراء|إشارات خضراء|مرشح قوي|المرشح القوي|المرشح الجيد|المرشح المثالي|المرشح المتميز
    المرشحون الأقوياء|الإجابة الجيدة تتضمن|الإجابة الجيدة تشمل|الإجابة القوية تتضمن|ما يميز الإجابة الجيدة|ما يميز الإجابة الممتازة|كيف تبدو الإجابة الجيدة|يفوق التوقعات|فوق المتوقع
    يتجاوز التوقعات|درجة عالية|الدرجة العالية|تقييم مرتفع|أداء مرتفع`,
  weak: `warning flags|signs of a weak answer|a weak answer might include|a weak candidate will|weak candidates will|weak evidence|a poor answer would include|what poor looks like
    what bad looks like|unsatisfactory answer|unsatisfactory response|unacceptable answers|inadequate answer|insufficient answer|low-scoring answer|low scoring answers
    negative indications|negative behaviours|negative behaviors|contra-indicators|counter-indicators|causes for concern|cause for concern|areas of concern|concerns to watch for
    signs of concern|concerning answers|worrying signs|alarm bells|amber flags|yellow flags|danger signs|common pitfalls|common mistakes|common weaknesses|signs of weakness
    weaknesses to look for|below the standard|does not meet the standard|ineffective behaviours|less effective|ineffective answer|no-hire signals|deal breakers|minus points
    marks lost for|automatic fail|grounds for rejection|what should worry us|signaux d'alarme|signes d'alerte|signes avant-coureurs|drapeau rouge|signaux rouges|feux rouges
    drapeaux jaunes|mises en garde|signes d'une réponse faible|signes d'une mauvaise réponse|caractéristiques d'une réponse faible|une réponse faible|réponses faibles
    une réponse faible comprend|à quoi ressemble une mauvaise réponse|une mauvaise réponse|réponse insuffisante|réponses insuffisantes|réponse inadéquate|réponse insatisfaisante
    réponse non satisfaisante|réponse médiocre|réponse inacceptable|réponses inacceptables|réponses préoccupantes|réponse incomplète|réponse peu convaincante|réponses à éviter
    note faible|score faible|note minimale|zéro point|aucun point|perte de points|contre-indicateurs|contre-indications|indices négatifs|signes défavorables|éléments négatifs
    éléments défavorables|éléments préoccupants|éléments rédhibitoires|points faibles|points faibles de la réponse|faiblesses à repérer|lacunes à repérer|comportements négatifs
    comportements inefficaces|comportements préoccupants|manifestations négatives|mauvais signes|mauvais signe|signes inquiétants|signes préoccupants|sources d'inquiétude
    sujets de préoccupation|motifs d'inquiétude|critères éliminatoires|réponse éliminatoire|réponses éliminatoires|motifs d'exclusion|erreurs fréquentes|erreurs courantes
    ce qui doit alerter|ce qui doit inquiéter|ce qui nous inquiète|doit alerter|se méfier si|candidat faible|un candidat faible|inférieur aux attentes|en deçà des attentes
    ne répond pas aux attentes|rote Flaggen|gelbe Flaggen|Anzeichen einer schwachen Antwort|Anzeichen für eine schwache Antwort|Merkmale einer schwachen Antwort
    Kennzeichen einer schwachen Antwort|eine schwache Antwort|eine schwache Antwort enthält|so sieht eine schwache Antwort aus|daran erkennen Sie eine schwache Antwort
    unzureichende Antwort|unzureichende Antworten|ungenügende Antwort|mangelhafte Antwort|nicht ausreichende Antwort|unbefriedigende Antwort|nicht überzeugende Antwort
    problematische Antworten|kritische Antworten|inakzeptable Antworten|niedrige Punktzahl|geringe Punktzahl|keine Punkte|null Punkte|Punktabzug bei|negative Hinweise|negative Merkmale
    negative Verhaltensweisen|negative Beispiele|negativ zu bewerten|negativ zu werten ist|negativ fällt auf|dagegen spricht|gegen die Person spricht|spricht gegen eine Eignung
    spricht gegen den Bewerber|schlechte Zeichen|bedenkliche Anzeichen|bedenkliche Antworten|Anlass zur Sorge|Grund zur Vorsicht|Vorsicht bei|Vorsicht, wenn|kritische Punkte
    kritische Signale|kritisch zu sehen|K.-o.-Kriterien|No-Gos|typische Fehler|häufige Fehler|Schwächen der Antwort|unter den Anforderungen|erfüllt die Anforderungen nicht
    geringe Ausprägung|schwache Ausprägung|ineffektives Verhalten|wenig zielführendes Verhalten|hellhörig werden bei|misstrauisch werden bei|señal de alerta|señales de advertencia
    señales de peligro|signos de alarma|signos de alerta|bandera roja|banderas amarillas|luces rojas|focos rojos|alertas rojas|señales de una mala respuesta
    señales de una respuesta débil|signos de una respuesta débil|indicios de una respuesta débil|características de una mala respuesta|una mala respuesta|cómo es una mala respuesta
    una respuesta débil|respuestas débiles|una respuesta débil incluye|respuestas pobres|respuesta floja|respuestas flojas|respuestas deficientes|respuesta insuficiente
    respuestas insuficientes|respuesta inadecuada|respuestas inadecuadas|respuesta insatisfactoria|respuesta no satisfactoria|respuesta inaceptable|respuestas inaceptables
    respuesta incompleta|respuestas preocupantes|respuestas problemáticas|respuestas poco convincentes|puntuación baja|puntuación mínima|puntaje bajo|cero puntos|restar puntos si
    indicios negativos|signos negativos|evidencias negativas|aspectos preocupantes|elementos negativos|puntos negativos|puntos débiles|puntos débiles de la respuesta|puntos en contra
    debilidades a observar|conductas negativas|conductas ineficaces|comportamientos negativos|comportamientos ineficaces|comportamientos preocupantes|malas señales|señales preocupantes
    señales desfavorables|motivos de preocupación|motivo de preocupación|motivos de descarte|motivos de exclusión|criterios excluyentes|respuesta excluyente|respuestas eliminatorias
    errores frecuentes|errores comunes|errores habituales|se valora negativamente|se valorará negativamente|valorar negativamente|se penalizará|desconfiar si|lo que debe preocuparnos
    un candidato débil|candidato débil|por debajo de lo esperado|no cumple las expectativas|nivel insuficiente|较差的回答|较差表现|差的答案|不好的答案|不佳表现|不理想回答|不理想的回答|不合格回答|不合格表现|不合格答案|低分答案|低分表现|低分特征
    低分行为|低分参考|欠佳表现|扣分表现|扣分行为|减分表现|负面表现|负面指标|负向指标|负向行为|负向表现|消极表现|红旗信号|红灯信号|警示行为|预警信号|风险信号|风险提示|需警惕的回答|需要警惕的信号|值得警惕的表现|令人担忧的表现|不符合要求的表现|不推荐录用的表现|一票否决项|回答不足之处|不佳回答範例|不良回答|不理想的答案|較差回答|較弱回答
    扣分項目|減分項目|負面指標|負向指標|負面跡象|危險訊號|警示訊號|需留意的警訊|悪い回答例|悪い回答の例|悪い回答の特徴|良くない回答|良くない回答例|良くない例|望ましくない回答|望ましくない回答例|望ましくない行動|不十分な回答|不十分な回答例|不適切な回答|不適切な回答例|好ましくない回答|好ましくない兆候|低評価の回答|低評価の例
    低評価のポイント|低評価となる回答|評価が低い回答|評価できない回答|マイナス評価|マイナス評価のポイント|マイナス評価となる回答|マイナス要素|マイナス材料|減点要素|減点ポイント|減点対象|減点項目|減点事項|ネガティブサイン|ネガティブな兆候|ネガティブな要素|ネガティブ評価|危険信号|危険なサイン|要注意の回答|要注意ポイント|要注意サイン
    注意すべき回答|注意すべき兆候|警戒すべき回答|警戒すべきサイン|懸念される回答|懸念材料|懸念すべきサイン|気になる回答|レッドフラグ|NG回答|NG回答例|NGワード|不合格の目安|不合格となる回答|期待を下回る回答|物足りない回答|避けたい回答|תשובה פחות טובה|תשובה לא מספקת|תשובה בלתי מספקת
    תשובה לא מספיקה|תשובה חסרה|תשובה חלקית|תשובה שלילית|תשובה בעייתית|תשובה שגויה|תשובה שטחית|תשובה ברמה נמוכה|תשובה בניקוד נמוך|תשובה שתזכה בניקוד נמוך|תשובה חלשה תכלול
    תשובה חלשה כוללת|סימנים לתשובה חלשה|סימנים של תשובה חלשה|סימנים מדאיגים|סממנים שליליים|אינדיקטורים שליליים|מדדים שליליים|התנהגויות שליליות|התנהגויות לא רצויות|נורות אדומות
    נורת אזהרה|תמרורי אזהרה|תמרור אזהרה|נקודות חולשה|נקודות לחובה|נקודות תורפה|לחובת המועמד|לחובת המועמד/ת|ציון נמוך|ניקוד נמוך|מתחת למצופה|לא עומד בציפיות|אינו עומד בדרישות|מועמד חלש
    מועמד לא מתאים|מועמד/ת חלש/ה|מועמדים חלשים|ממה להיזהר|סיבות לדאגה|מה צריך להדאיג|מעורר דאגה|היבטים שליליים|טעויות נפוצות|סימנים לאי התאמה|מעיד על חוסר התאמה|איך נשמעת תשובה חלשה
    תשובה פוסלת|الإجابة الضعيفة|الإجابات الضعيفة|إجابات ضعيفة|إجابة سيئة|الإجابة السيئة|الإجابات السيئة|إجابة غير كافية|الإجابة غير الكافية|إجابة غير مرضية|الإجابة غير المرضية
    إجابة غير مقبولة|الإجابة غير المقبولة|إجابة غير مناسبة|إجابة ناقصة|إجابة سطحية|إجابة خاطئة|الإجابة الخاطئة|إجابة سلبية|الإجابة السلبية|إجابة دون المستوى|جواب ضعيف|الجواب الضعيف
    علامات سلبية|العلامات السلبية|علامات تحذيرية|العلامات التحذيرية|علامات التحذير|علامات الخطر|علامات الإجابة الضعيفة|علامات مقلقة|علامات حمراء|العلامات الحمراء|أعلام حمراء
    الأعلام الحمراء|إشارات حمراء|إشارات تحذيرية|إشارات التحذير|إشارات سلبية|الإشارات السلبية|المؤشرات السلبية|مؤشرات الضعف|مؤشرات ضعيفة|مؤشرات الخطر|مؤشرات تحذيرية|مؤشرات مقلقة
    مؤشرات الإجابة الضعيفة|دلائل سلبية|سلوكيات سلبية|السلوكيات السلبية|السلوك السلبي|سلوكيات غير مرغوبة|نقاط سلبية|النقاط السلبية|جوانب الضعف|مرشح ضعيف|المرشح الضعيف|المرشح غير المناسب
    الإجابة الضعيفة تتضمن|الإجابة الضعيفة تشمل|كيف تبدو الإجابة الضعيفة|أسباب القلق|دواعي القلق|ما يثير القلق|ما يجب الحذر منه|احذر من|أخطاء شائعة|دون التوقعات|أقل من المتوقع
    لا يلبي التوقعات|درجة منخفضة|الدرجة المنخفضة|تقييم منخفض|أداء منخفض`,
  purpose: `instead of|statt|au lieu de|en lugar de|en vez de|вместо|why we ask this question|why we're asking|why this question|why this matters|why this question matters|reason for the question|reason for this question|reasons for asking
    aim of the question|aim of this question|purpose of the question|purpose of this question|the purpose of this question is|the aim of this question is|question purpose|question aim
    question rationale|rationale for the question|rationale for asking|intent of the question|question intent|the intention here|the idea behind this question
    thinking behind the question|background to the question|objective of the question|question objective|goal of this question|goal of the question|what it tests
    what this question tests|this question tests|designed to test|intended to test|what we're testing|what we want to find out|what we want to learn|what we're trying to learn
    what we are trying to find out|what this tells us|what this question tells us|this question assesses|this question explores|this question is designed to|competence being assessed
    skills tested|quality assessed|criterion tested|person specification criterion tested|dimension assessed|value being explored|links to criterion|to find out|used to assess
    objectif de la question|objectif de cette question|objectifs de la question|objectif visé|but de la question|but de cette question|but recherché|finalité de la question
    intention de la question|intention derrière la question|raison de la question|raison d'être de la question|raison d'être|raison pour laquelle nous posons la question
    justification de la question|motif de la question|pourquoi nous posons cette question|pourquoi on pose cette question|pourquoi nous la posons|pourquoi demander cela
    pourquoi c'est important|pourquoi nous demandons cela|à quoi sert cette question|ce que cette question évalue|ce que la question évalue|ce qu'on évalue|ce que cette question mesure
    ce que la question mesure|ce que cette question teste|ce que nous testons|ce que nous voulons savoir|ce que nous voulons vérifier|ce que l'on cherche à savoir
    ce que nous cherchons à savoir|ce que l'on cherche à vérifier|ce que l'on veut évaluer|ce que cette question révèle|ce que la question révèle|ce que cela révèle
    ce que cela nous apprend|cette question vise à|cette question permet de|cette question a pour but|cette question sert à|cette question évalue|cette question cherche à
    la question vise à|le but est de|l'objectif est de|il s'agit de vérifier|il s'agit d'évaluer|permet d'évaluer|permet de vérifier|vise à évaluer|vise à vérifier|compétence visée
    compétence ciblée|compétence testée|qualité évaluée|critère évalué|critère visé|aptitude évaluée|valeur évaluée|dimension évaluée|dimension explorée|enjeu de la question
    sens de la question|contexte de la question|lien avec le profil|lien avec le poste|Ziel der Frage|Ziel dieser Frage|Zielsetzung der Frage|Zweck der Frage|Zweck dieser Frage
    Sinn der Frage|Sinn und Zweck|Absicht der Frage|Intention der Frage|Hintergrund der Frage|Hintergrund dieser Frage|Begründung der Frage|Grund der Frage|Grund für die Frage
    warum wir diese Frage stellen|warum wir fragen|warum fragen wir das|wozu diese Frage|wozu wir das fragen|wozu dient die Frage|weshalb wir das fragen|weshalb diese Frage
    warum das wichtig ist|darum fragen wir|deshalb fragen wir|was wir herausfinden wollen|was wir erfahren möchten|was wir wissen wollen|was diese Frage zeigt|was die Frage zeigt
    was damit geprüft wird|was geprüft wird|was die Frage prüft|was gemessen wird|geprüft wird|geprüfte Kompetenz|überprüfte Kompetenz|abgefragte Kompetenz|abgefragtes Kriterium
    erfasste Kompetenz|erfasste Dimension|untersuchte Kompetenz|mit dieser Frage prüfen wir|mit dieser Frage wollen wir|mit dieser Frage soll|diese Frage prüft|diese Frage dient
    diese Frage zielt auf|die Frage zielt ab auf|die Frage soll zeigen|diese Frage erfasst|Gegenstand der Frage|Bezug zum Anforderungsprofil|Bezug zum Anforderungskriterium
    Leitgedanke der Frage|Idee hinter der Frage|Anlass der Frage|dient zur Erfassung von|objetivo de la pregunta|objetivo de esta pregunta|objetivos de la pregunta
    finalidad de la pregunta|finalidad de esta pregunta|propósito de la pregunta|propósito de esta pregunta|intención de la pregunta|motivo de la pregunta|razón de la pregunta
    razón de ser de la pregunta|fundamento de la pregunta|justificación de la pregunta|sentido de la pregunta|para qué sirve|para qué sirve esta pregunta|para qué preguntamos esto
    para qué se pregunta|por qué preguntamos esto|por qué lo preguntamos|por qué hacemos esta pregunta|por qué se hace esta pregunta|por qué se pregunta|por qué preguntar esto
    por qué es importante|por qué importa|qué mide|qué mide esta pregunta|qué mide la pregunta|qué evalúa|qué evalúa esta pregunta|qué evalúa la pregunta|qué se mide|qué se pretende
    qué se pretende saber|qué se pretende evaluar|qué pretendemos saber|qué queremos saber|qué queremos averiguar|qué queremos conocer|qué queremos comprobar|qué revela
    qué revela esta pregunta|qué nos dice|qué nos aporta esta pregunta|lo que queremos saber|lo que evalúa esta pregunta|esta pregunta evalúa|esta pregunta mide|esta pregunta busca
    esta pregunta pretende|esta pregunta permite|esta pregunta sirve para|esta pregunta explora|la pregunta busca|la pregunta pretende|con esta pregunta se pretende
    con esta pregunta queremos|se pretende evaluar|se pretende conocer|el objetivo es|la finalidad es|sirve para|sirve para evaluar|permite valorar|competencia a evaluar
    competencia que se evalúa|competencias evaluadas|habilidad evaluada|habilidad que se mide|criterio evaluado|dimensión evaluada|valor que se explora|trasfondo de la pregunta
    contexto de la pregunta|relación con el perfil|relación con el puesto|提问意图|提问理由|提问原因|提问用意|提问思路|问题目的|问题意图|问题用意|问题说明|问题背景|问题解析|设问目的|设问意图|设题目的|设题意图|出题目的|出题思路|命题意图|命题思路|命题目的|题目意图|题目用意
    设计目的|设计思路|考察意图|考察素质|考查目的|考查意图|考查能力|考核目的|测评目的|测试目的|测试意图|测评能力|测试能力|测查要素|测评项目|评估目的|评估能力|评价目的|对应能力|对应胜任力|对应素质|本题考察|本题考查|本题目的|本题意图|本题旨在|该题考察|该题旨在|此题目的|此题旨在|本问题旨在|此问题旨在|该问题旨在|为什么问这个问题
    为何提出此问题|问这个问题的目的|询问目的|询问理由|提問目的|提問用意|提問原因|問題目的|題目用意|命題意旨|設題目的|出題目的|評估目的|評量能力|測驗目的|為什麼問這題|本題目的|本題旨在|質問の意図|質問意図|質問の目的|質問の狙い|質問のねらい|この質問の意図|この質問の目的|この質問の狙い|この質問のねらい|この質問でわかること
    この質問で分かること|この質問で確認したいこと|この質問で見たいこと|この質問で評価する能力|この質問をする理由|なぜこの質問をするのか|なぜ聞くのか|質問する理由|質問の背景|質問の趣旨|質問の理由|質問からわかること|質問で測る能力|出題意図|出題のねらい|出題の趣旨|設問の意図|設問の目的|設問のねらい|設問の趣旨|聞く理由|聞く目的|聞く狙い
    評価する能力|評価する資質|評価する力|評価するコンピテンシー|評価対象|評価対象能力|測定する能力|測定項目|測定したい能力|測りたい能力|確認の目的|確認する能力|確認したい資質|検証する能力|対象コンピテンシー|見極めたい能力|わかること|מטרת השאלות|מטרה של השאלה|תכלית השאלה|כוונת השאלה
    הכוונה מאחורי השאלה|רציונל השאלה|הרציונל מאחורי השאלה|הסבר לשאלה|למה שואלים את זה|למה אנחנו שואלים|למה אנחנו שואלים את זה|למה לשאול את זה|מדוע שואלים|מדוע אנו שואלים זאת
    מדוע לשאול שאלה זו|מדוע השאלה חשובה|מדוע זה חשוב|למה זה חשוב|מה השאלה בודקת|מה בודקת השאלה|מה נבדק בשאלה|מה השאלה מודדת|מה השאלה מנסה לברר|מה ניתן ללמוד מהתשובה
    מה אפשר ללמוד מהשאלה|מה תלמדו מהתשובה|השאלה בודקת|השאלה בוחנת|השאלה נועדה ל|השאלה נועדה לבדוק|שאלה זו בודקת|שאלה זו בוחנת|שאלה זו נועדה לבחון|שאלה זו מודדת|מיומנות נבדקת
    מיומנות נמדדת|כישור נבדק|הכישור הנבדק|כשירות נבדקת|תכונה נבדקת|הממד הנבדק|ממד נבדק|יכולת נבדקת|רקע לשאלה|الهدف من السؤال|الهدف من هذا السؤال|هدف السؤال|أهداف السؤال|الغرض من السؤال
    الغرض من هذا السؤال|غرض السؤال|الغاية من السؤال|القصد من السؤال|المقصود من السؤال|الغرض من طرح السؤال|الهدف من طرح السؤال|سبب السؤال|سبب طرح السؤال|سبب طرح هذا السؤال|مبرر السؤال
    مسوغ السؤال|الأساس المنطقي|لماذا نسأل|لماذا نسأل هذا السؤال|لماذا نطرح هذا السؤال|لماذا يطرح هذا السؤال|لماذا تسأل هذا السؤال|لماذا هذا السؤال|لماذا هذا السؤال مهم|أهمية السؤال
    لماذا هو مهم|ماذا يقيس السؤال|ماذا يقيس هذا السؤال|ما يقيسه السؤال|ما الذي يقيسه السؤال|ماذا يختبر السؤال|ماذا يكشف السؤال|ماذا تكشف الإجابة|ما يكشفه السؤال|يقيس السؤال
    يقيس هذا السؤال|يختبر السؤال|يختبر هذا السؤال|يقيم هذا السؤال|يهدف السؤال إلى|يهدف هذا السؤال إلى|هذا السؤال يقيس|الكفاءة المقاسة|الكفاءة المراد قياسها|الكفاءة المستهدفة
    الجدارة المستهدفة|الجدارة المقاسة|الكفاية المستهدفة|المهارة المستهدفة|المهارة المقاسة|المهارة المراد قياسها|المهارات المستهدفة|القيمة المستهدفة`,
  form: `interviewer's notes|panel notes|panel member's notes|notes on the answer|notes on response|notes/evidence|interviewer's comments|panel comments|additional comments|general comments
    overall comments|score awarded|score given|score out of 5|panel score|agreed score|individual score|weighted score|candidate's name|name of candidate|applicant name
    applicant's name|name of applicant|interviewer's name|name of interviewer|panel member's name|interviewer's signature|signature of chair|notes de l'intervieweur
    notes de l'intervieweuse|notes de l'évaluateur|notes du jury|notes du comité|prise de notes|notes sur la réponse|espace pour les notes|commentaires du jury
    commentaires de l'évaluateur|commentaire général|commentaires généraux|note attribuée|note sur 5|note sur 20|note finale|note globale|note du jury|note totale|score attribué
    score total|nom du candidat|nom de la candidate|nom du candidat ou de la candidate|nom de la personne candidate|nom et prénom|nom et prénom du candidat|nom du recruteur
    nom de l'intervieweur|nom de l'évaluateur|nom des membres du jury|signature de l'évaluateur|signature du président du jury|justification de la note|Notizen zur Antwort
    Notizen des Interviewers|Notizen der Interviewerin|Notizen der Kommission|eigene Notizen|Raum für Notizen|Platz für Notizen|erreichte Punkte|erreichte Punktzahl|vergebene Punkte
    Summe der Punkte|Name des Bewerbers|Name der Bewerberin|Name der Bewerberin / des Bewerbers|Name der bewerbenden Person|Name des Kandidaten|Name des Interviewers
    Unterschrift des Interviewers|Unterschriften der Kommission|notas del entrevistador|notas de la entrevistadora|notas del evaluador|notas del tribunal|notas del panel
    notas sobre la respuesta|espacio para notas|comentarios del entrevistador|comentarios del evaluador|comentarios generales|comentarios adicionales|puntuación otorgada
    puntuación obtenida|puntuación asignada|puntuación total|puntuación final|puntuación global|puntaje asignado|puntaje obtenido|puntaje total|puntos obtenidos|puntos asignados
    total de puntos|nota final|nota media|nombre del candidato|nombre de la candidata|nombre del candidato/a|nombre de la persona candidata|nombre del postulante|nombre del aspirante
    nombre y apellidos|nombre del entrevistador|nombre del evaluador|firma del entrevistador|firma del evaluador|firma de los miembros del tribunal|justificación de la puntuación|面试记录
    面试官记录|面试评语|面试官评语|综合评语|单项得分|合计得分|最终得分|评分理由|考官签名|面试官签名|评委签名|面试官姓名|考官姓名|候选人姓名|应聘者姓名|考生姓名|回答记录|答题记录|面試官評語|應徵者姓名|綜合評語|面接メモ|面接官メモ|面接官記入欄|特記事項|回答メモ|הערות המראיין|הערות המראיינת
    הערות המראיין/ת|הערות המראיינים|הערות הוועדה|הערות כלליות|הערות נוספות|הערות ורשמים|ציון לשאלה|ציון שניתן|ציון סופי|ציון כולל|ציון משוקלל|סה"כ ציון|רושם כללי|נימוק לציון|שם המועמד
    שם המועמד/ת|שם המועמדת|שם המרואיין|שם המראיין|שם המראיין/ת|חתימת המראיין|חתימת המראיין/ת|חתימות חברי הוועדה|שם מלא|ملاحظات المقابل|ملاحظات المحاور|ملاحظات المقيم|ملاحظات اللجنة
    ملاحظات لجنة المقابلة|ملاحظات القائم بالمقابلة|ملاحظات عامة|ملاحظات إضافية|ملاحظات أخرى|ملاحظات ختامية|درجة السؤال|الدرجة الممنوحة|الدرجة المستحقة|الدرجة المعطاة|الدرجة النهائية
    الدرجة الكلية|الدرجة الإجمالية|اسم المرشح|اسم المرشح/ة|اسم المرشحة|اسم المتقدم|اسم المتقدم/ة|اسم المتقدم للوظيفة|اسم المحاور|اسم المقيم|اسم القائم بالمقابلة|أسماء أعضاء اللجنة
    اسم الوظيفة|توقيع المحاور|توقيع المقيم|توقيع أعضاء اللجنة`,
};

/** Words too common to be a label where nothing sets them off: they need a colon, a heading or a column. */
export const weakWords = new Set(
  (
    "stark gut fort bon fuerte bueno חזק טוב قوي جيد 强 好 良い 強い solide mittel solid solido regular medio בינוני متوسط 普通 schwach schlecht faible mauvais debil malo חלש ضعيف 弱い 悪い areas focus example benchmark anchors indicators evidence signals criteria considerations checklist ask hints prompt probe positive positives strong high good great excellent exceptional outstanding answer response sample " +
    "average acceptable medium moderate adequate satisfactory fair neutral negative negatives weak poor low bad concerns concern insufficient rating ratings scoring scale rubric grading levels score scorecard question scenario " +
    "skill skills attribute value trait dimension capability theme category topic competency competencies time duration length timing purpose rationale goal objective intent reason aim background context note notes comments " +
    "comment date candidate interviewer recommendation themen criteres criterios kriterien temps zeit tiempo tempo dauer but ziel suivi seguimiento 要点 重点 问题 能力 时间 一般 优秀 亮点 目的 等级 评分 נושאים קריטריונים המשך סולם ציון שאלה תחום זמן מטרה יכולת"
  ).split(" "),
);
