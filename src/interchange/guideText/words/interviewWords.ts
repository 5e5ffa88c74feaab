/** What guides speak of, by its words: an interview, whoever is interviewed, a place of work that is filled. */
export const interviewing =
  /interview|candidate|applicant|hiring|recruit|phone screen|screening (?:call|interview)|cultur(?:e|al)[- ](?:fit|add)\b|vacanc|entretien|candidat|recrut|embauche|(?:vorstellungs|auswahl|einstellungs)gespräch|bewerb|kandidat|entrevist|llamada previa|llamada inicial(?! (?:con|al?) )|preselecci|vacante|contrataci|intervista|colloqui|sollicitatie|intervju|rekryt|rekrut|haastattelu|wawancara|mülakat|phỏng vấn|собеседовани|интервью|співбесід|інтерв|面试|面試|面接|採用|招聘|ראיון|ריאיון|מועמד|مقابلة|مرشح|مصاحبه|면접|채용|지원자|\b(?:see|meet|seeing|meeting|talk(?:ing)? to) [^.?!]{1,40} for the [^.?!]{1,30} (?:role|job|position|post)\b|selection (?:panel|process|interview|day|board)|personalauswahl|auswahlverfahren|stellenbesetzung|présélection|jury de sélection|proceso de selección|selección de (?:personal|una?|candidat|aprendi|docente)|postulant|aspirante|קבלה לעבודה|מיון מועמד|יום מיון|توظيف|المتقدم (?:لل|إلى)|وظيفة شاغرة|选拔|应聘|選考/iu;

/** Who holds an interview, by the noun: whoever reads a guide is one, and is told of none. */
export const interviewer =
  /\b(?:interviewers?|recruiters?|hiring managers?|employers?)\b|entrevistador|reclutador|recrutador|empregador|empleador|recruteu|employeur|intervistator|selezionator|personaler|arbeitgeber|intervjuare|面试官|面試官|面接官|מראיי|מגייס|المحاور|интервьюер|работодател|рекрутер/iu;

/** What whoever applies asks about, and nobody asks of them: the interview itself; the firm, in languages that say "you" where it is meant. */
export const ofOffer =
  /\binterview(?:er|ee|ing|s)?\b|\b(?:the|this) (?:company|team|organi[sz]ation|firm|employer|role|position)\b(?! of\b)|\bemployees\b|entrevista|l['’]entretien(?! d(?:e|u|es)(?= ))|vorstellungsgespräch|l['’](?:entreprise|équipe)(?=[^\p{L}]|$)|(?:^|[^\p{L}])(?:la société|(?:das|im) (?:unternehmen|team)|die (?:firma|stelle))(?=[^\p{L}]|$)|собеседовани|面试|面試|面接|贵公司|贵司|御社|貴社|רי?איון|المقابلة/iu;
