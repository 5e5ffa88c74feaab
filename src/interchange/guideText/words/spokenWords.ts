/*
 * The words of what is said in an interview, by language and as `plain` writes them. To teach the reader other ones, add
 * them here.
 */

/** What a request to a candidate opens with that has no question mark, and hardly anything else. */
export const requestOpenings = `tell us about|tell me about|tell us how you|tell me how you|tell us why you|tell me why you|tell us what you|tell me what you|tell us something
tell me something|tell us a little about|tell me a bit about|tell us of a time|tell us when you|please tell us|please tell me|can you tell us
could you tell us|briefly tell us|start by telling us|begin by telling us|to begin tell us|to start tell us about|to start with tell us
finally tell us|first tell us|next tell us about|now tell us|in two minutes tell us|without naming names tell us|let us know how you
let me know how you|take us through|take me through|walk us through|walk me through|talk us through|talk me through|talk to us about|talk to me about
talk about a time|please talk us through|please walk us through|please take us through|please describe a time|please describe your experience
please describe a situation|please give us an example|please give an example of a|please explain how you would|please share an example
please outline your experience|please summarise your career|describe a time|describe a situation|describe an occasion|describe an incident
describe an example of|describe a project you|describe a decision you|describe a conflict you|describe a mistake you|describe a challenge you
describe a difficult|describe the most|describe the last time|describe the biggest|describe to us|describe for us|describe for me|describe how you
describe how you would|describe what you would|describe your current|describe your experience|describe your approach to|describe your management style
describe your leadership style|describe your ideal|describe your greatest|describe your teaching|describe yourself|describe one of your
describe someone you|briefly describe your current|briefly describe your experience|explain to us|explain to me|explain how you would
explain how you have|explain why you want|explain what you would do|explain your approach to|explain your understanding|explain your reasons
give us an example|give me an example|give an example of a time|give an example of when you|give an example of how you|give us a sense of
give me a sense of|give us an idea of|give us a brief|give us a flavour of|give us an overview of your|give me an overview of your
give us two examples|give us one reason|share with us|share with me|share an example of|share a time|share an experience|share your experience
share your thoughts on|outline for us|outline your experience|outline your approach to|outline how you would|outline the steps you would
summarise your experience|summarise your career|summarize your experience|summarise for us|sum up your|sum up for us|think of a time
think about a time|think back to|think of a situation|think of someone you|recall a time|reflect on a time|imagine you|imagine that you|imagine you re
imagine it is your|imagine yourself|suppose that you|suppose you|suppose a colleague|let s suppose you|let s say you|let s say that you|say you are
let s imagine you|let s pretend you|let s talk about your|let s hear about|pretend you are|pretend i am|pretend that i m|picture yourself
put yourself in|assume you are|assume that you have|consider a situation in which you|i d like to hear about|i d like to hear how you
i would like to hear|i d like to know how you|i d like to understand how you|i d love to hear|i d love to know|i m curious about your
i m curious how you|i m curious to hear|i m interested in how you|i m interested to hear|i want to hear about your|we d like to hear how you
we d like to hear about your|we would like to hear how you|we would like to hear about your|we d like to know how you|we d like to know why you
we d love to hear about your|we d be interested to hear|we would be interested to hear|we are interested in how you|we are keen to hear
we are curious how you|we want to hear about your|it would be good to hear how you|it would be helpful to hear how you|convince me that
convince us that|persuade me|persuade us|sell me|sell us|sell yourself|teach me|teach us|show us how you|show me how you|help us understand
help me understand|name two things you|name one thing you|name three things you|name a time when you|name someone who has|name one of your
name the achievement you|list three of your|list the tools you|identify a time when you|provide an example of a time|provide us with an example
provide us with|provide me with an example|pick a project you|pick one of your|choose a project you|choose one of your|choose an example from your
rate yourself|rank yourself|introduce yourself to us|say something about yourself|relate an incident|draw on your experience to
drawing on your experience describe|using an example tell us|using an example from your|using a specific example describe
with reference to your own experience|from your own experience describe|in your own words describe|role play with me|paint us a picture of
bring us up to speed on|fill us in on|define in your own words|compare your current role|complete this sentence|finish this sentence|sketch for us
go through your cv|run us through|run me through|lead us through|guide us through
parlez nous de|parlez nous d un|parlez nous d une|parlez nous un peu de|parlez moi de|parlez moi d un|parlez moi d une|parlez moi un peu de
parle nous de|parle nous d un|parle moi de|parle moi d une|racontez nous|racontez moi|racontez une situation|racontez une experience
racontez un moment|racontez comment vous|raconte nous|raconte moi|raconte nous une fois ou|decrivez nous|decrivez moi|decrivez une situation
decrivez une experience|decrivez une occasion|decrivez un moment|decrivez un projet|decrivez un conflit|decrivez un cas ou|decrivez un defi
decrivez une journee|decrivez une decision|decrivez votre parcours|decrivez votre style|decrivez votre experience|decrivez votre role dans
decrivez votre plus grande|decrivez vos principales|decrivez vos forces|decrivez comment vous|decrivez la facon dont vous
decrivez la maniere dont vous|decrivez ce que vous|decrivez vous|decrivez brievement votre|decris nous|decris moi|decris une situation|decris ton
decris toi|donnez nous un exemple|donnez nous|donnez nous deux exemples|donnez nous un apercu|donnez moi un exemple|donnez moi
donnez un exemple de situation|donnez un exemple d une situation|donnez un exemple ou vous|donne nous|donne moi|citez nous|citez moi
citez trois de vos|citez un exemple ou vous|citez deux choses que vous|cite nous|cite moi|nommez nous|nommez trois de vos|nommez deux choses que vous
nommez une personne qui vous|nomme nous|expliquez nous|expliquez moi|expliquez comment vous avez|expliquez comment vous reagiriez
expliquez comment vous feriez|expliquez en quoi vous|expliquez pourquoi vous souhaitez|expliquez votre demarche face a|expliquez votre choix
explique nous|explique moi|explique comment tu|dites nous|dites moi|dites nous en quelques mots|dites nous pourquoi|dites nous comment|dis nous
dis moi|presentez nous|presentez moi|presentez vous en|presentez votre parcours|presentez brievement votre parcours|presente nous|presente toi
exposez nous|exposez votre parcours|exposez brievement votre|resumez nous|resumez votre parcours|resumez votre experience|resume nous
retracez votre parcours|retracez nous|retracez pour nous|partagez avec nous|partagez une experience|partagez un exemple|partage avec nous
faites nous part|faites nous partager|faites nous decouvrir|faites moi part|faites nous le recit|fais nous part|imaginez que vous|imaginez que
imaginez vous|imaginez une situation ou|imaginez un collegue qui|imaginons que vous|imaginons que|imagine que tu|imagine toi|supposons que vous
supposons que|supposez que vous|supposez que|suppose que tu|admettons que vous|admettons que|mettons que vous|disons que vous|disons que
mettez vous a la place d un|mettez vous dans la situation|mets toi a la place|projetez vous|projetons nous|projette toi|pensez a une situation
pensez a un moment|pensez a une fois ou|pensez a un projet|pensez a quelqu un qui|pense a une situation|repensez a|repense a
rappelez vous une situation|rappelez vous un moment ou|rappelez nous|rappelle toi une situation|souvenez vous d une situation
souvenez vous d un moment|souviens toi|rememorez vous|replongez vous|evoquez une situation|evoquez pour nous|evoquez une experience|evoquez votre
identifiez une situation ou vous|illustrez par un exemple tire|illustrez votre|illustrez nous|convainquez nous|convainquez moi|convaincs nous
persuadez nous|persuadez moi|vendez moi|vendez nous|vends moi|montrez nous|montrez moi|montre nous|montre moi|apprenez moi|apprenez nous|enseignez moi
aidez nous a comprendre|aidez moi a comprendre|aide nous a comprendre|eclairez nous sur|guidez nous|guidez moi|emmenez nous|detaillez nous
detaillez votre|detaillez pour nous|precisez nous|indiquez nous|confiez nous|livrez nous|commentez votre parcours|revenez sur une situation
revenez sur votre|revenez sur un moment|choisissez un projet que vous|choisissez une situation ou vous|prenez l exemple d une situation ou vous
completez la phrase suivante|completez cette phrase|definissez vous|evaluez vous|en quelques mots decrivez|en quelques minutes presentez
en quelques mots parlez|a partir de votre experience decrivez|a l aide d un exemple expliquez|a l aide d un exemple decrivez|avec vos propres mots
dans vos propres mots|pour commencer parlez|pour commencer presentez|j aimerais que vous|j aimerais que tu|j aimerais vous entendre
j aimerais savoir comment vous|j aimerais savoir ce que vous|j aimerais entendre votre|j aimerais comprendre comment vous
j aimerais en savoir plus sur|j aimerais connaitre votre|je voudrais que vous|je voudrais savoir|je souhaiterais que vous|je souhaite que vous
je serais curieux de|je serais curieuse de|je suis curieux de savoir
nous aimerions que vous nous|nous aimerions vous entendre|nous aimerions savoir comment vous|nous aimerions savoir ce qui vous
nous aimerions entendre votre|nous aimerions connaitre votre|nous aimerions connaitre vos|nous aimerions en savoir plus sur
nous aimerions comprendre comment vous|nous voudrions que vous nous|nous souhaiterions que vous nous|nous souhaiterions connaitre votre
nous souhaitons que vous nous|nous souhaitons vous entendre|nous vous demandons de nous|nous vous invitons a nous|nous vous proposons de nous
nous serions curieux de vous entendre|nous serions interesses de vous entendre|on aimerait que vous nous|on aimerait savoir comment vous
on aimerait que tu|merci de nous parler|merci de nous decrire|merci de nous presenter|merci de vous presenter|veuillez nous parler
veuillez nous decrire|veuillez nous donner un exemple|veuillez nous expliquer|veuillez vous presenter|veuillez decrire une situation
veuillez donner un exemple de situation|veuillez decrire votre|veuillez expliquer comment vous avez
erzahlen sie uns|erzahlen sie mir|erzahlen sie bitte|erzahlen sie doch|erzahlen sie von|erzahlen sie etwas uber sich|erzahlen sie ein wenig uber sich
erzahl uns|erzahl mir|erzahl mal|erzahl doch mal|erzahl von|erzahle uns|erzahle mir|erzahle von|bitte erzahlen sie|bitte erzahl uns
zum einstieg erzahlen sie|beschreiben sie uns|beschreiben sie mir|beschreiben sie bitte|beschreiben sie eine situation|beschreiben sie einen fall
beschreiben sie ein beispiel|beschreiben sie einen konflikt|beschreiben sie ein projekt|beschreiben sie eine entscheidung|beschreiben sie einen fehler
beschreiben sie ihre arbeitsweise|beschreiben sie ihre bisherigen|beschreiben sie ihre erfahrungen|beschreiben sie ihren fuhrungsstil
beschreiben sie ihren beruflichen|beschreiben sie ihren arbeitsstil|beschreiben sie ihr ideales|beschreiben sie ihr letztes projekt
beschreiben sie sich|beschreiben sie wie sie|beschreiben sie was sie|beschreiben sie einmal|beschreiben sie kurz ihren|beschreib uns|beschreib mir
beschreib mal|beschreib eine situation|beschreib bitte|beschreibe uns|beschreibe mir|beschreibe eine situation|beschreibe deinen|beschreibe deine
bitte beschreiben sie uns|bitte beschreiben sie eine situation|bitte beschreiben sie ihren|bitte beschreibe|schildern sie uns|schildern sie mir
schildern sie bitte|schildern sie eine situation|schildern sie einen fall|schildern sie ein beispiel|schildern sie ihre|schildern sie ihren
schildern sie kurz ihren|schildern sie wie sie|schildere uns|schildere mir|schildere eine situation|schildere bitte|bitte schildern sie
berichten sie uns|berichten sie mir|berichten sie von|berichten sie uber ihre|berichten sie bitte|berichte uns|berichte von|bitte berichten sie
nennen sie uns|nennen sie mir|nennen sie drei ihrer|nennen sie ein beispiel aus ihrer|nennen sie zwei dinge die sie|nennen sie ihre drei grossten
nennen sie bitte ihre grossten|nenne uns|nenne mir|nenne drei deiner|nenn uns|nenn mir|geben sie uns ein beispiel|geben sie uns einen uberblick
geben sie uns einen einblick|geben sie mir ein beispiel|geben sie uns bitte|geben sie ein beispiel fur eine|geben sie ein beispiel aus ihrer
gib uns ein beispiel|gib mir ein beispiel|gib uns einen|erklaren sie uns|erklaren sie mir|erklaren sie bitte wie sie|erklaren sie warum sie sich
erklaren sie wie sie vorgehen|erklar uns|erklar mir|erklare uns|erklare mir|erlautern sie uns|erlautern sie mir|erlautern sie uns bitte
erlautern sie ihre motivation|erlautern sie ihre erfahrungen|erlautern sie ihren werdegang|erlautern sie wie sie|erlautern sie an einem beispiel
erlautere uns|erlautere deine|bitte erlautern sie uns|stellen sie sich vor sie|stellen sie sich vor ein|stellen sie sich vor eine
stellen sie sich bitte vor sie|stellen sie sich folgende situation vor|stellen sie sich uns|stellen sie uns ihren|stellen sie uns|stell dir vor
stell dir bitte vor|stell dir folgende situation vor|stell dich uns|nehmen wir an sie|nehmen wir an du|nehmen wir einmal an|nehmen sie an sie
nehmen sie an dass sie|nehmen sie einmal an|nimm an du|angenommen sie|angenommen du|angenommen ein kollege|angenommen eine kollegin
gehen wir davon aus sie|gesetzt den fall sie|versetzen sie sich in folgende|versetzen sie sich bitte in|versetze dich|versetz dich
denken sie an eine situation|denken sie bitte an eine situation|denken sie an das letzte mal|denken sie zuruck an|denken sie einmal an
denk an eine situation|denk mal an|denke an eine|erinnern sie sich an|erinnern sie sich bitte|erinnere dich an|fuhren sie uns durch
fuhren sie mich durch|fuhr uns durch|fuhr mich durch|gehen sie mit uns|nehmen sie uns mit|nimm uns mit|nimm mich mit|uberzeugen sie uns
uberzeugen sie mich|uberzeug uns|uberzeug mich|uberzeuge uns|verkaufen sie mir|verkaufen sie uns|verkauf mir|zeigen sie uns|zeigen sie mir|zeig uns
zeig mir|lassen sie uns wissen|lassen sie uns teilhaben|lassen sie uns uber ihre|lass uns wissen|lass uns uber deine|sagen sie uns|sagen sie mir
sag uns|sag mir|skizzieren sie uns|skizzieren sie bitte|skizzieren sie ihren|skizzieren sie wie sie|skizziere uns|skizziere deinen
fassen sie ihren werdegang|fassen sie ihren beruflichen|fassen sie fur uns|fass deinen|legen sie uns dar|legen sie dar wie sie|legen sie bitte dar
veranschaulichen sie uns|teilen sie mit uns|teil mit uns|charakterisieren sie sich|charakterisieren sie ihren|begrunden sie ihre bewerbung
begrunden sie warum sie sich|vervollstandigen sie den satz|vervollstandigen sie bitte|wahlen sie ein projekt das sie|wahlen sie eine situation in der
bewerten sie sich selbst|schatzen sie sich selbst ein|schatze dich selbst ein|helfen sie uns zu verstehen|helfen sie mir zu verstehen
hilf uns zu verstehen|ich wurde gerne von ihnen|ich wurde gern von ihnen|ich wurde gerne horen wie sie|ich wurde gerne wissen wie sie
ich mochte gerne wissen wie sie|ich mochte von ihnen|ich mochte sie bitten|ich bitte sie uns|ich mochte gern mehr uber ihre|ich wurde gerne mehr uber
mich interessiert wie sie|mich interessiert ihre|mich wurde interessieren wie sie|mich wurde interessieren was sie|uns interessiert wie sie
uns interessiert ihre|uns wurde interessieren wie sie|uns wurde interessieren was dich|es wurde uns interessieren wie sie
wir wurden gerne horen wie sie|wir wurden gerne wissen wie sie|wir wurden gern mehr uber|wir wurden gerne von ihnen|wir mochten von ihnen
wir mochten gerne von ihnen|wir mochten gerne horen wie sie|wir mochten sie bitten uns|wir horen gerne von ihnen
aus ihrer erfahrung heraus schildern sie|anhand eines beispiels aus ihrer|in ihren eigenen worten|bitte nennen sie uns|bitte geben sie uns
bitte erklaren sie uns|bitte stellen sie sich vor|bitte stell dir vor|bitte skizzieren sie|bitte fassen sie ihren werdegang|bitte sagen sie uns
bitte denken sie an eine|sprechen sie uber eine situation|sprich uber deine|beginnen sie mit ihrem werdegang|erganzen sie den folgenden satz
cuentenos|cuenteme|cuentanos|cuentame|cuentenos sobre|cuentenos una situacion|cuentenos acerca de|cuentenos un poco|cuentenos como|cuentenos que
cuentenos por que|cuentenos alguna ocasion|cuenteme sobre|cuenteme una ocasion|cuenteme de|cuentanos sobre|cuentanos una vez|cuentanos un poco
cuentanos como|cuentanos algo|cuentame sobre|cuentame una vez|cuentame de|cuentame como|hablenos de|hablenos sobre|hablenos un poco|hablenos acerca de
hableme de|hableme sobre|hableme acerca de|hablanos de|hablanos sobre|hablanos un poco|hablame de|hablame sobre|describanos|describame|describenos
describeme|describase a usted mismo|describete|describanos una situacion|describame una situacion|describa una situacion en la que
describa una situacion|describa una ocasion|describa un momento en que|describa un proyecto en el que|describa un caso en el que
describa una experiencia|describa un conflicto|describa como usted|describa su estilo|describa su experiencia|describa su trayectoria
describa su mayor|describa su forma de trabajar|describa sus principales|describa sus responsabilidades|describa brevemente su
describe una situacion en que hayas|describe una ocasion en que tuviste|describe tu experiencia|describe tu mayor|describe tu estilo
describe brevemente tu|expliquenos|expliqueme|explicanos|explicame|expliquenos como|expliquenos por que|expliqueme como|explique por que le interesa
explique como ha utilizado|explique su experiencia|explique brevemente su trayectoria|explica como has|explica por que te|diganos|digame|dinos
diganos que|diganos como|diganos por que|digame que|dinos que|dinos por que|dime que|dime como|denos un ejemplo|denos ejemplos|denos dos ejemplos
denos su|deme un ejemplo|deme su|danos un ejemplo|danos tu|dame un ejemplo|dame dos ejemplos|de un ejemplo de una situacion|ponganos un ejemplo
pongame un ejemplo|ponnos un ejemplo|ponme un ejemplo|ponga un ejemplo de una situacion|pongase en el lugar de un|pongase en la situacion
ponte en el lugar de un|ponte en la piel de un|ponte en situacion|nombrenos|nombreme|nombranos|nombrame|nombre dos cosas que usted|nombre tres de sus
mencione una situacion en que usted|mencione tres de sus|mencione dos logros de los que|mencionenos|mencionanos|citenos|citeme|citanos
cite tres de sus|indiquenos|indiqueme|indicanos|enumerenos|enumere tres de sus|senalenos|comentenos|comentenos sobre|comenteme|comentanos|comentame
comparta con nosotros|comparta conmigo|comparta una experiencia|comparta un ejemplo|compartanos|comparte con nosotros
comparte una experiencia en que hayas|compartenos|relatenos|relateme|relatanos|relatame|relate una situacion|relate una experiencia
narre una situacion|narrenos|presentenos|presentese en dos minutos|presentate en dos minutos|presentanos|presentenos su|resumanos|resumame|resumenos
resuma su trayectoria|resuma su experiencia|resuma brevemente su trayectoria|resume tu trayectoria|haga un repaso de su|haga un breve resumen de su
haga un breve recorrido por su|haganos un resumen|haganos un breve|hagame un resumen|haznos un resumen|hazme un resumen|haz un repaso de tu
imagine que|imagine una situacion en que usted|imaginese|imaginese que|imagina que eres|imagina que tienes|imagina que te|imagina que estas
imagina que un|imaginate|imaginate que|imaginemos que|imaginemos una situacion|suponga que|supongase que|supon que|supongamos que|supongamos que usted
pongamos que|pongamos por caso que|digamos que usted|digamos que tienes|piense en una situacion|piense en una ocasion|piense en un momento
piense en un proyecto|piense en alguien|piense en la ultima vez|piensa en una situacion en que|piensa en una ocasion en que
piensa en la ultima vez que|piensa en alguien que|recuerde una situacion en la que|recuerde una ocasion en la que|recuerde alguna vez que
recuerda una situacion en que hayas|recuerda una vez que hayas|convenzanos|convenzame|convencenos|convenceme|persuadanos|persuadame|vendame|vendanos
vendeme|vendenos|vendase|enseneme|ensenenos|ensename|ensenanos|muestrenos|muestreme|muestranos|muestrame|demuestrenos|ayudenos a entender
ayudeme a entender|ayudanos a entender|ayudame a entender|llevenos|llevenos paso a paso|guienos|guienos por|guiame|guianos|exponganos
exponga su trayectoria|exponga su experiencia|exponga brevemente su|exponnos|detallenos|detallanos|detalle su experiencia|definase en tres palabras
definete|defina con sus propias palabras|elija un proyecto del que|elija una situacion en que usted|elige un proyecto del que|valorese a usted mismo
complete la siguiente frase|complete esta frase|completa la frase|con sus propias palabras cuentenos|con tus propias palabras
en pocas palabras cuentenos|en dos minutos cuentenos|en dos minutos presentese|para empezar cuentenos|para empezar hablenos|para comenzar hablenos
a partir de su experiencia describa|a partir de un ejemplo expliquenos|basandose en su experiencia cuentenos|basandote en tu experiencia
por favor cuentenos|por favor hablenos|por favor describanos|por favor describa una situacion|por favor presentese|por favor cuentame
me gustaria que me|me gustaria que nos|me gustaria que usted|me gustaria saber|me gustaria escuchar|me gustaria oir|me gustaria conocer su
me gustaria conocer tu|me gustaria entender como|me encantaria saber|me interesa saber|me interesa conocer|quisiera que me|quisiera que nos
quisiera saber|quiero que me|quiero que nos|quiero que te|nos gustaria que nos|nos gustaria saber que le|nos gustaria saber que te
nos gustaria saber como usted|nos gustaria escuchar su|nos gustaria escuchar tu|nos gustaria oir su|nos gustaria conocer su|nos gustaria conocer tu
nos gustaria entender como|nos encantaria saber|nos encantaria escuchar tu|nos interesa saber que le|nos interesa saber que te
nos interesa conocer su opinion|nos interesa conocer tu|nos interesa que nos|quisieramos que nos|quisieramos saber|quisieramos conocer su
queremos que nos|queremos que te|le pedimos que nos|le pido que me|te pedimos que|te pido que|le voy a pedir que|te voy a pedir que
vamos a pedirle que|hablemos de su|hablemos de tu|hablemos sobre su|haganos participes|permitanos conocer|permitame conocer
请谈谈|请谈一谈|请谈一下|请你谈谈|请您谈谈|请你谈一谈|请您谈一谈|谈谈你|谈谈您|谈一谈|谈谈对|请说说|请说一说|请说一下|请说明一下|请说出|请你说说|请您说说|说说你|说说您|说一说|说一下你|说说看|请讲讲|请讲一讲|请讲一下|请讲述|请你讲讲|请您讲讲|讲讲你|讲讲您|讲一讲
讲述一次|讲一个|讲一件|请介绍|请介绍一下|请简单介绍|请简要介绍|请你介绍|请您介绍|请先介绍|请做一个自我介绍|请做自我介绍|请用一分钟|请用三分钟|请用几句话|请用一句话|请用英语|请用英文|请自我介绍|先做个自我介绍|介绍你|请描述|请描述一下|请描述一次|请具体描述|请详细描述
请简要描述|请简单描述|请你描述|请您描述|描述一下|描述一次|描述你|请举例|请举例说明|请举一个|请举个|请举出|请您举|请你举|举一个|举个例子|举例说明|举一例|请分享|请分享一下|请分享一次|请分享一个|请与我们分享|请跟我们分享|请和我们分享|分享一次|分享一个|分享一下|请告诉我
请告诉我们|告诉我|告诉我们|跟我们说说|和我们聊聊|聊聊你|聊聊您|聊一聊|请聊聊|给我讲|给我们讲讲|请给我|请给我们|请简述|请简述一下|请简单说|请简单谈谈|请简要说明|请简要回答|请详细说明|请详细说说|请具体说明|请具体谈谈|请具体说说|请解释|请解释一下|请你解释|请说明|请阐述
请论述|请概述|请概括|请回顾|请回顾一下|回顾一下|请回忆|请回忆一下|回忆一次|请回想|请想一想|回想一次|请列举|请列出|请结合你的|请结合您的|请结合自身|请结合实际|结合你的|请联系实际|请评价|请评价一下你|请分析|请你分析|请设想|请想象|请设计|请模拟|请现场模拟|请演示|请示范
请推销|请把这支笔|请你把我|请你以|请以一个|请你现场|请围绕|请针对|请根据你|请根据您|请按照你|请您先|请你先|请你作答|请谈谈你的理解|请谈谈你的看法|对此谈谈你的看法|谈谈你的看法|谈谈你的理解|假如你是|假如你|假如您是|假如您|假设你是|假设你|假设您是|假设您|如果你是|如果你
如果您是|如果您|如果让你|设想你|设想一下|设想您|想象一下|想象你|试想一下|有人说|能否请您谈谈|我想了解一下你|我想了解一下您|我们想了解你|我们想了解您|想请你谈谈|想请您谈谈|想听听你|想听听您|麻烦您介绍一下|麻烦你介绍一下|請談談|請談一談|請說說|請說明|請說明您|請說明你|請描述
請描述一次|請舉例|請舉例說明|請舉一個|請分享|請分享一次|請介紹|請簡單介紹|請自我介紹|請告訴我們|請簡述|請解釋|請問您|請問你|談談你|談談您|說說你|說說您|假設你是|假設您|試想像|想像一下|試舉例|介绍一下你|介绍一下您|介绍一下自己|简单介绍一下你|简单介绍一下自己
ספר לי|ספרי לי|ספרו לי|ספר י לי|ספר לנו|ספרי לנו|ספרו לנו|ספר י לנו|ספר על|ספרי על|ספר י על|ספר י בקצרה|ספר בקצרה|ספר י מעט|ספר קצת|ספרי קצת|ספר נא
ספר י נא|אנא ספר|אנא ספרי|אנא ספרו|אנא ספר י|נא ספר י|בבקשה ספר|בבקשה ספר י|תספר לי|תספרי לי|תספרו לי|תספר י לי|תספר לנו|תספרי לנו|תספר י לנו|תספר על
תספרי על|תספר קצת|תאר לי|תאר לנו|תארי לנו|תאר י לנו|תארו לנו|תאר בפנינו|תאר י בפנינו|תאר מצב|תאר י מצב|תארי מצב|תארו מצב|תאר מקרה|תאר י מקרה|תארי מקרה
תארו מקרה|תאר אירוע|תאר י אירוע|תאר סיטואציה|תאר י סיטואציה|תאר דוגמה|תאר י דוגמה|תאר בבקשה|אנא תאר|אנא תארי|אנא תאר י|אנא תארו|נא תאר י|תן דוגמה
תני דוגמה|תן י דוגמה|תנו דוגמה|תן דוגמא|תן י דוגמא|תן לי דוגמה|תן לנו דוגמה|תן י לנו דוגמה|תן לנו|תני לנו|תנו לי דוגמה|הבא דוגמה|הבא י דוגמה
הביאי דוגמה|הביאו דוגמה|תביא דוגמה|תביא י דוגמה|תביא לי דוגמה|הצג את עצמך בקצרה|הצג י את עצמך בקצרה|הציגי את עצמך בקצרה|הצג בפנינו|הצג י בפנינו
תציג את עצמך|תציגי את עצמך|הסבר לי|הסבר לנו|הסבר י לנו|הסבירי לנו|תסביר לי|תסביר לנו|תסבירי לנו|תסביר י|אנא הסבר|אנא הסבר י|אנא הסבירי|הסבר כיצד היית
הסבר י מדוע|שתף אותנו|שתף י אותנו|שתפי אותנו|שתפו אותנו|שתף י אותי|שתף אותי|תשתף אותנו|תשתפי אותנו|תשתף י אותנו|אנא שתף|אנא שתף י|פרט על|פרט י על
פרטי על|תפרט י|הרחב על|הרחב י על|תרחיב על|תרחיב י על|תן י פירוט|חשוב על מצב|חשבי על מצב|חשוב חשבי על|חשוב י על|חשבו על מצב|חשוב על מקרה|תחשוב על מצב
תחשבי על מצב|תחשוב על מקרה|תחשוב על פעם|תחשוב י על|היזכר במקרה|היזכר י במקרה|היזכר במצב|היזכר י במצב|היזכרי במקרה|תיזכר במקרה|תיזכר י|נסה להיזכר
נסה י להיזכר|נסי להיזכר|דמיין מצב|דמיין י|דמייני|דמיינו|דמיין|תדמיין|תדמייני|תאר לעצמך|תאר י לעצמך|תארי לעצמך|נניח שאתה|נניח שאת|נניח שאת ה|נניח כי
נניח שהתקבלת|הנח י כי|הנח כי|הניחי כי|הניחו כי|בוא נניח|בואי נניח|בוא י נניח|בואו נניח|בוא נדבר על|בואי נדבר על|בוא י נדבר על|בואו נדבר על|בוא נתחיל
בואי נתחיל|בואו נתחיל|בוא ספר|בוא תספר|בואי תספרי|בוא י ספר י|בוא נעבור על|בואו נעבור על|בוא נחזור|נדבר על|נדבר קצת על|ברצוני לשמוע|ברצוננו לשמוע
אשמח לשמוע|אשמח אם תספר|אשמח אם תספרי|אשמח אם תספר י|אשמח אם תוכל|אשמח אם תוכלי|אשמח אם תוכל י|אשמח שתספר|אשמח שתספרי|אשמח שתספר י|נשמח לשמוע
נשמח אם תספר|נשמח אם תספרי|נשמח אם תספר י|נשמח אם תוכל י|נשמח שתספר|נשמח שתספר י|נשמח שתציג י|נשמח להכיר אותך|נשמח לדעת|אשמח לדעת|אשמח להבין
אשמח להכיר אותך|אני רוצה לשמוע|אני רוצה שתספר|אני רוצה שתספרי|אני רוצה שתחשוב|אני רוצה שתדמיין|הייתי רוצה לשמוע|הייתי רוצה שתספר|הייתי רוצה שתספרי
היינו רוצים לשמוע|היינו רוצים שתספר|אבקש לשמוע|אבקש ממך|אבקש שתספר|אבקש שתספר י|נבקש ממך|נבקש שתספר י|מעניין אותי לשמוע|מעניין אותנו לשמוע
מעניין אותי לדעת|אני סקרן לשמוע|אני סקרנית לשמוע|נסה לתאר|נסה י לתאר|נסי לתאר|נסה לשכנע אותי|שכנע אותנו|שכנע י אותנו|שכנע אותי|שכנעי אותי|מכור לי
מכור מכרי לי|תמכור לי|תמכרי לי|ציין שלוש|ציין י שלוש|ציין י שלושה|ציין שלושה|תציין י|מנה שלוש|מנה י שלוש|מני שלוש|תמנה י|מנה י שלושה|קח אותנו|קח אותי
קחי אותנו|קח י אותנו|קח אותי דרך|הדגם כיצד|הדגם י כיצד|הדגימי כיצד|הראה לנו|הראה י לנו|הראי לנו|תראה לנו|הגדר במילים שלך|הגדר י במילותיך
תאר במילים שלך|תאר י במילותיך|ספר במילים שלך|אמור לנו|אמור אמרי לנו|אמרי לנו|תגיד לי|תגידי לי|תגיד י לי|תגיד לנו|תגידו לי|השלם את המשפט
השלם י את המשפט|השלימי את המשפט|תבחר י|לפניך מקרה|לפניך תרחיש|לפניך סיטואציה|עבור איתנו על|עבור עברי איתנו על|תעבור איתנו על|תעברי איתנו על
התייחס י לניסיונך|התייחס לניסיון שלך|ספר י על עצמך|ספר על עצמך|ספרי על עצמך|תספר על עצמך|תספרי על עצמך|קצת עליך|לספר על עצמך|לתאר מצב שבו נתקלת
תאר את עצמך|תאר י את עצמך|תארי את עצמך|תאר את ניסיונך|תאר י את ניסיונך|תאר י את הניסיון שלך|תאר י את תפקידך|תאר י את סביבת העבודה|תאר את סגנון הניהול
תאר י את סגנון|תאר י כיצד התמודדת|תארי כיצד|אנא תן דוגמה|אנא תני דוגמה|אנא תן י דוגמה|הסבר י כיצד היית|הסבר לי איך|תתאר לי|תתאר לנו|תתארי לי|תתארי לנו
תתאר י|תתאר מצב|ספר לנו בקצרה|ספר י לי על|הנח שאתה|הנח י שאת ה|הניחי שאת|הצג את עצמך בפנינו|הצג י את עצמך בפנינו
حدثنا عن|حدثني عن|حدثينا عن|حدثيني عن|حدثنا قليلا|حدثني قليلا|حدثونا عن|حدث ي|حدثنا|حدثني|حدثينا|تحدث عن|تحدثي عن|تحدثوا عن|تحدث ي عن|تحدث لنا عن
تحدثي لنا عن|تحدث الينا عن|تحدث باختصار عن|تحدث بايجاز عن|تحدث عن نفسك|اخبرنا عن|اخبرنا كيف|اخبرنا بموقف|اخبرنا|اخبرني عن|اخبرني كيف|اخبرني|اخبرينا عن
اخبرينا|اخبريني عن|اخبريني|اخبرونا عن|اخبرونا|اخبر ي|احك لنا|احكي لنا|احكي لي|احك لي|احكيلنا|احكيلي|كلمنا عن|كلمني عن|كلمينا عن|كلميني عن|خبرنا عن
خبرني عن|خبرينا عن|خبريني عن|صف لنا|صف لي|صف موقفا|صف الموقف|صف وقتا|صف حالة|صف مرة|صف تجربة|صف تجربتك|صف مشروعا|صف نفسك|صف اسلوبك|صف خبرتك|صف كيف
صف مثالا|صفي لنا|صفي لي|صفي موقفا|صفي نفسك|صفي تجربتك|صفي كيف|صفوا لنا|صف صفي|اوصف لنا|اوصفي|اعطنا مثالا|اعطنا|اعطني مثالا|اعطني|اعطينا مثالا
اعطيني مثالا|اعط مثالا|اعطي مثالا|اعطونا مثالا|اعطينا مثال|اعطيني مثال|اعط ي مثالا|هات مثالا|هات لنا مثالا|هاتي مثالا|اضرب مثالا|اضرب لنا مثالا
اضربي مثالا|اضرب ي مثالا|قدم لنا مثالا|قدم لنا|قدمي لنا|قدمي مثالا|قدم لنا نفسك|عرفنا بنفسك|عرفنا على نفسك|عرفينا بنفسك|عرفينا على نفسك|عرفنا عن نفسك
اذكر مثالا|اذكر لنا|اذكر لي|اذكر موقفا|اذكر ثلاث|اذكر ثلاثة|اذكر ثلاثا|اذكر تجربة|اذكر حالة|اذكر مرة|اذكر ابرز انجازاتك|اذكري مثالا|اذكري لنا
اذكري موقفا|اذكري ثلاث|اذكري تجربة|اذكر ي مثالا|اشرح لنا|اشرح لي|اشرح كيفية تعاملك|اشرحي لنا|اشرحي لي|اشرح ي لنا|وضح لنا|وضحي لنا|بين لنا|فسر لنا
شاركنا|شاركني|شاركينا|شاركيني|شاركونا|شارك معنا|شاركي معنا|شارك ي معنا|شارك مثالا|تخيل ان|تخيل انك|تخيل نفسك|تخيلي ان|تخيلي انك|تخيلي|تخيلوا|تخيل ي
تصور ان|تصور انك|تصوري ان|تصور نفسك|تصور ي|افترض ان|افترض انك|افترضي ان|افترضي انك|افترض ي|لنفترض ان|لنفترض انك|لنفترض|لنفرض ان|لنفرض|دعنا نفترض
دعينا نفترض|دعونا نفترض|هب ان|هب انك|لنقل ان|لنقل انك|لنتخيل ان|لنتخيل|دعنا نتخيل|دعنا نتحدث عن|دعينا نتحدث عن|دعونا نتحدث عن|لنتحدث عن
لنتحدث قليلا عن|دعنا نتكلم عن|دعنا نبدا|دعينا نبدا|دعنا ننتقل الى|لننتقل الى|دعنا نعود الى|لنبدا بالحديث عن|خلينا نتكلم عن|خلينا نحكي عن|فكر في موقف
فكر في وقت|فكر في مشروع|فكر في اخر|فكر في|فكري في موقف|فكري في|فكر بموقف|فكري بموقف|فكر ي في|تذكر موقفا|تذكري موقفا|استرجع موقفا|استحضر موقفا
استعرض لنا|استعرضي لنا|استعرض معنا|استعرض تجربتك|استعرض خبراتك|خذنا في جولة|خذنا عبر|خذينا عبر|خذني خلال|لخص لنا|لخصي لنا|لخص خبراتك|لخص مسيرتك
عدد لنا|عددي لنا|اقنعنا|اقنعني|اقنعينا|اقنعيني|بع لي|ارنا كيف|ارني كيف|ارينا كيف|قل لنا|قل لي|قولي لنا|قولي لي|صارحنا|اكمل الجملة|اكمل العبارة
اكملي الجملة|قارن لنا|ناقش معنا|اعرض لنا|اعرضي لنا|اعرض علينا|حاول ان تتذكر|حاولي ان تتذكري|حاول ان تصف|اود ان اسمع|اود ان اعرف|اود ان تحدثني
اود ان تخبرني|اود منك ان|اود لو تحدثني|اود سماع|ارغب في معرفة|ارغب في سماع|ارغب ان اسمع|اريد ان اسمع|اريد ان اعرف|اريدك ان|اريد منك ان|اريد ان تحدثني
احب ان اسمع|احب ان اعرف|نود ان نسمع|نود ان نعرف|نود ان نتعرف عليك|نود ان تحدثنا|نود ان تخبرنا|نود منك ان|نود سماع|نود الاستماع الى|نود التعرف على
نود معرفة|نرغب في معرفة|نرغب في سماع|نرغب بمعرفة|نريد ان نسمع|نريد ان نعرف|نريدك ان|نريد منك ان|نحب ان نسمع|نحب ان نعرف|نتمنى ان تحدثنا|يسعدنا ان نسمع
يسعدنا ان تحدثنا|يسعدني ان اسمع|يهمنا ان نعرف|يهمني ان اعرف|حبذا لو تحدثنا|حبذا لو تخبرنا|من فضلك حدثنا|من فضلك صف|من فضلك اخبرنا|من فضلك تحدث عن
من فضلك اشرح|من فضلك عرف|من فضلك قدم نفسك|من فضلك اذكر|من فضلك اعطنا|من فضلك صفي|لو سمحت حدثنا|لو سمحت اخبرنا|لو سمحت صف|رجاء حدثنا|رجاء صف
يرجى وصف موقف|يرجى تقديم نفسك|يرجى التعريف بنفسك|يرجى اعطاء مثال|يرجى تقديم مثال|يرجى ذكر مثال|الرجاء التعريف بنفسك|الرجاء اعطاء مثال|الرجاء وصف موقف
نرجو ان تحدثنا|نرجو ان تعرف بنفسك|ارجو ان تحدثني|ارجو ان تصف|نرجو منك ان|ارجو منك ان|اطلب منك ان|نطلب منك ان|اذكر ي لنا|اذكر ي موقفا|قدم ي لنا
عرفنا عرفينا بنفسك|عرفينا عن نفسك|اخبرنا اخبرينا|حدثنا حدثينا|حدثني حدثيني|اخبرني اخبريني|اعطنا اعطينا
beratta om|beratta hur|beratta varfor|beratta lite|beratta for|kan du beratta|kan du beskriva|kan du ge|kan du forklara|kan du namna|har du nagon gang|har du nagot
har du nagra|har du erfarenhet|har du varit|har du arbetat|har du jobbat|ge exempel pa|ge ett exempel|ge nagra exempel|ge mig ett exempel|beskriv en|beskriv ett
beskriv hur du|beskriv din|beskriv ditt|beskriv dig|forklara hur du|namn tre|namn nagot|hur skulle du|vad skulle du|fortell om|fortell meg|fortell litt|kan du fortelle
kan du beskrive|kan du gi|kan du nevne|gi et eksempel|gi eksempler pa|gi oss et eksempel|har du erfaring|beskriv hvordan du|hvordan ville du|hva ville du|nevn tre
fortæl om|fortæl mig|fortæl lidt|fortæl os|kan du fortælle|giv et eksempel|giv eksempler pa|giv os et eksempel|hvad ville du
hay ke|hay mo ta|hay chia se|hay gioi thieu|hay neu|hay giai thich|hay cho biet|ban hay|anh chi hay|ceritakan|jelaskan|sebutkan|berikan contoh|deskripsikan`;

/** What such a request ends with, in languages that have the verb at the end. */
export const requestEndings = `教えてください|教えて下さい|教えていただけますか|教えていただけますでしょうか|教えていただきたいと思います|教えていただきたいです|教えていただけると幸いです|教えてもらえますか|教えてほしいです|お教えください|お教え願います|お話しください|お話し下さい|お話ください|話してください
話して下さい|話してみてください|お話しいただけますか|お話しいただきたいと思います|お話しいただければと思います|お話をお願いします|お話をお聞かせください|お聞かせください|お聞かせ下さい|お聞かせいただけますか|お聞かせいただけますでしょうか|お聞かせいただければと思います|お聞かせ願います
お聞かせ願えますか|聞かせてください|聞かせて下さい|聞かせていただけますか|聞かせてもらえますか|お伺いします|伺います|お伺いいたします|お伺いしたいと思います|伺いたいと思います|お伺いさせてください|お尋ねします|お尋ねいたします|お聞きします|お聞きいたします|お聞きしたいと思います
お聞きしたいです|述べてください|述べて下さい|お述べください|自由に述べてください|考えを述べてください|意見を述べてください|あなたの考えをお答えください|お答えください|お答え下さい|答えてください|答えて下さい|お答えいただけますか|お答え願います|お答えいただきたいと思います
自己紹介をしてください|自己紹介をお願いします|自己紹介をお願いいたします|自己prをしてください|自己prをお願いします|自己アピールをしてください|志望動機をお願いします|経歴をお願いします|氏名をお願いします|受験番号と氏名を言ってください|言ってください|おっしゃってください
説明してください|説明して下さい|ご説明ください|ご説明をお願いします|ご説明いただけますか|説明していただけますか|説明してみてください|説明をお願いします|詳しくお願いします|具体的にお願いします|簡単にお願いします|一言でお願いします|1分程度でお願いします|3分以内でお願いします
挙げてください|挙げて下さい|お挙げください|例を挙げてください|一つ挙げてください|紹介してください|ご紹介ください|ご紹介をお願いします|事例をご紹介ください|アピールしてください|アピールをお願いします|語ってください|お語りください|振り返ってください|振り返ってみてください
思い出してください|思い浮かべてください|想像してください|想像してみてください|考えてください|考えてみてください|想定してください|仮定してください|比較してください|定義してください|要約してください|例えてください|例えてみてください|表現してください|表してみてください|提案してください
ご提案ください|やってみてください|演じてみてください|実演してください|対応してみてください|話しかけてみてください|模擬授業をしてください|場面指導を行ってください|英語で自己紹介してください|英語で話してください|コードを書いてみてください|図を描いて説明してください|設計してみてください
聞かせてほしいと思います|知りたいです|話してもらえますか|詳しく教えて|教えて|聞かせて|理由を述べよ`;

/** What is said to whoever interviews opens so, or ends so. */
export const instructionOpenings = `make sure that|make sure the candidate|make sure you|make sure all|ensure that|ensure the candidate|ensure each candidate|ensure all panel members
take notes|take brief notes|take detailed notes|write down|note down|jot down|rate each answer|rate the candidate|rate the answer|rate the response
score each answer|score each question|score the candidate|score independently|score the answer|use the rating scale|use the scale below
use the scoring|use the prompts|use the probes|use the follow up|use the form|use the space below|remind the candidate|ask the candidate
ask each candidate|ask all candidates|ask every candidate|ask all questions|ask the same questions|ask the following|ask one of|ask at least
allow the candidate|allow about|allow up to|allow time for|give the candidate|give each candidate|give candidates time|thank the candidate
welcome the candidate|greet the candidate|invite the candidate|introduce the panel|introduce the members of the panel|introduce yourself and
inform the candidate|tell the candidate|tell candidates|advise the candidate|let the candidate|encourage the candidate|put the candidate at ease
offer the candidate|explain that the panel|explain to the candidate|explain that notes
do not ask|do not prompt|do not lead|do not interrupt|do not discuss|do not score|don t ask|don t interrupt|don t prompt|avoid asking
avoid leading questions|refrain from|read the question|read the scenario aloud|read out the|repeat the question|hand the candidate|show the candidate
provide the candidate|record the answer|record your|record evidence|record the score|complete the form|complete this form|complete the score sheet
fill in|circle the|tick the|return the form|return this form|hand in your notes|sign and date|prompt the candidate only|check that the candidate
check the candidate s|confirm the candidate s|verify the candidate s|please complete|please ensure|please record|please score|please use|please ask
discuss your scores|compare scores|agree a score|discuss as a panel|after the interview complete|at the end of the interview|before the interview
before the candidate arrives|review the application|review the candidate s|keep to time|keep the interview|stick to the|pay attention to
the interviewer should|interviewers should|panel members should|the chair should|the chair will|each panel member should|select two questions
choose two questions|skip this question if|move on to|pause and|close the interview|escort the candidate|collect the
assurez vous que|assurez vous de|assurez vous d avoir|s assurer que|veillez a|veillez a ce que|veiller a|prenez des notes|prendre des notes|notez les
notez la reponse|notez chaque|noter chaque|noter les reponses|attribuez une note|attribuer une note|evaluez chaque|evaluez la reponse|evaluer chaque
utilisez la grille|utilisez l echelle|utilisez les relances|utilisez les questions|utiliser la grille|utiliser l echelle|rappelez au candidat
rappelez a la candidate|rappeler au candidat|rappelez aux candidats|demandez au candidat|demandez a la candidate|demandez a chaque|demandez a tous
demander au candidat|informez le candidat|informez la candidate|informer le candidat|indiquez au candidat|indiquer au candidat|precisez au candidat
precisez que|expliquez au candidat|expliquez a la candidate|expliquez le deroulement|expliquer le deroulement
presentez les membres|presentez le jury|presentez le poste|presentez le deroulement|presentez vous et|presenter les membres|accueillez
accueillir le candidat|souhaitez la bienvenue|souhaiter la bienvenue|remerciez le candidat|remerciez la candidate|remercier le candidat
invitez le candidat|invitez la candidate|inviter le candidat|laissez le candidat|laissez au candidat|laissez la candidate|laissez du temps
laisser le candidat|laisser au candidat|donnez au candidat|donnez a la candidate|donner au candidat|accordez|prevoyez|prevoir|encouragez le candidat
mettez le candidat a l aise|mettez la candidate a l aise|mettre le candidat a l aise|proposez au candidat|offrez au candidat|remettez au candidat
remettre au candidat|lisez la question|lisez la mise en situation|lire la question|lire a voix haute|repetez la question|posez les memes questions
posez toutes les|posez la question|posez au moins|posez ensuite|poser les memes questions|poser la question|ne posez pas|ne pas poser
n interrompez pas|ne pas interrompre|ne donnez pas|n aidez pas|ne discutez pas|evitez de|evitez les questions|eviter de|eviter les questions
abstenez vous de|ne relancez|relancez le candidat|relancez si|consignez|consigner les|inscrivez|inscrire|remplissez|remplir la grille
completez la grille|completez le formulaire|cochez|entourez|encerclez|signez|signer et dater|verifiez que|verifier que|verifiez les|concertez vous
comparez vos notes|mettez vous d accord|relisez le cv|consultez le dossier|respectez le temps|respecter l ordre|passez a la question
passer a la question|choisissez deux questions|soyez attentif|soyez a l ecoute|concluez l entretien|conclure l entretien|l intervieweur doit
le recruteur doit|les membres du jury|le president du jury|les membres du comite|chaque evaluateur|il est important de|il convient de
avant l entretien|apres l entretien|a la fin de l entretien
achten sie darauf dass|stellen sie sicher dass|stellen sie allen|stellen sie jedem|stellen sie die fragen|stellen sie die kommission
stellen sie die teilnehmenden|stellen sie keine|stellen sie nur|vergewissern sie sich|sorgen sie dafur|sorgen sie fur|machen sie sich notizen
machen sie notizen|notieren sie|protokollieren sie|dokumentieren sie|halten sie fest|halten sie die antworten|halten sie sich an
halten sie die reihenfolge|schreiben sie mit|schreiben sie die|bewerten sie jede|bewerten sie die|bewerten sie unabhangig|bewerten sie erst
beurteilen sie die|vergeben sie|verwenden sie die skala|verwenden sie den bogen|nutzen sie die|nutzen sie den|nutzen sie das|weisen sie darauf hin
weisen sie die bewerberin|weisen sie den bewerber|erinnern sie die bewerberin|erinnern sie den bewerber|erinnern sie den kandidaten
informieren sie die|informieren sie den|erklaren sie den ablauf|erklaren sie der bewerberin|erklaren sie dem bewerber|erlautern sie den ablauf
begrussen sie|bedanken sie sich|danken sie|verabschieden sie|bitten sie die bewerberin|bitten sie den bewerber|bitten sie die person
fragen sie den bewerber|fragen sie die bewerberin|fragen sie alle|fragen sie nicht|geben sie dem bewerber|geben sie der bewerberin
geben sie den bewerbenden|geben sie genugend|geben sie gelegenheit|geben sie einen uberblick uber den ablauf|geben sie keine|lassen sie die bewerberin
lassen sie den bewerber|lassen sie dem kandidaten|lassen sie ausreichend|lassen sie sich|lesen sie die frage|lesen sie das szenario|lesen sie vor
wiederholen sie die frage|unterbrechen sie nicht|vermeiden sie|verzichten sie auf|haken sie nach|klaren sie|fullen sie|kreuzen sie|tragen sie
unterschreiben sie|geben sie den bogen|planen sie|bieten sie|legen sie der bewerberin|legen sie dem bewerber|handigen sie|besprechen sie
einigen sie sich|sichten sie|lesen sie die bewerbungsunterlagen|schaffen sie eine|wahlen sie zwei fragen|wahlen sie mindestens
gehen sie weiter zu|gehen sie zur nachsten|beenden sie|leiten sie uber|horen sie aktiv zu|beachten sie|die interviewende person|die kommission soll
die kommissionsmitglieder|der vorsitz|der interviewer sollte|jedes kommissionsmitglied|alle fragen sind|allen bewerbenden sind|es ist darauf zu achten
bitte ausfullen|bitte notieren|bitte ankreuzen|bitte bewerten sie|bitte achten sie|bitte verwenden sie|bitte beachten sie|vor dem gesprach
nach dem gesprach|im anschluss an das gesprach|zu beginn des gesprachs
asegurese de|asegurese de que|asegurarse de que|asegurate de que|cerciorese de|compruebe que|comprobar que|verifique que|verificar que|procure que
procure no|tome notas|tomar notas|toma notas|anote|anotar las respuestas|apunte las|registre|registrar las respuestas|puntue cada|puntue la respuesta
puntuar cada|califique cada|califique la respuesta|calificar cada|valore cada|evalue cada|evalue la respuesta|evaluar cada|asigne una puntuacion
asigne un puntaje|otorgue|utilice la escala|utilice la rubrica|utilice las preguntas|utilice el formulario|utilice este espacio|utilizar la escala
use la escala|use las preguntas|usar la escala|recuerde al candidato|recuerde a la candidata|recuerde a la persona|recuerde que todos los candidatos
recordar al candidato|recuerdele al candidato|pida al candidato|pida a la candidata|pidale al candidato|pedir al candidato|pregunte al candidato
pregunte a la candidata|pregunte a todos|pregunte si|preguntar al candidato|informe al candidato|informe a la candidata|informar al candidato
indique al candidato|indiquele al candidato|indicar al candidato|explique al candidato|expliquele al candidato|explique el proceso
explique la estructura|explique el formato|explicar el proceso|explicar al candidato|presente a los miembros|presente al tribunal
presente a las personas|presentese y|presentar a los miembros|de la bienvenida|dar la bienvenida|salude al candidato|saludar al candidato
reciba al candidato|agradezca al candidato|agradezca a la candidata|agradezca su|agradecer al candidato|de las gracias|invite al candidato
invite a la candidata|invitar al candidato|deje que el candidato|deje hablar|deje tiempo|dejar que el candidato|permita que el candidato
permita al candidato|permitir que el candidato|de tiempo|de al candidato|conceda|dedique|reserve|anime al candidato|haga que el candidato
ofrezca al candidato|ofrezca agua|entregue al candidato|entregue a la candidata|entregar al candidato|muestre al candidato|lea la pregunta
lea en voz alta|lea el caso|leer en voz alta|repita la pregunta|haga las mismas preguntas|haga todas las preguntas|haga la pregunta|haga al menos
formule las mismas|formule la pregunta|formule todas|formular las mismas|no pregunte|no preguntar|no haga preguntas|no interrumpa|no interrumpir
no de pistas|no sugiera|no comente|no ayude|evite|evitar preguntas|evitar hacer|abstengase de|repregunte solo|sondee|indague|profundice|rellene
rellenar|cumplimente|complete el formulario|complete la ficha|complete esta ficha|completar el formulario|marque con|marque la casilla|marcar con
rodee con un circulo|encierre en un circulo|firme y|firmar y|devuelva|compare las puntuaciones|comparen sus|comente con el panel|acuerden
llegue a un consenso|consensuar|revise el curriculum|revise el expediente|revise la solicitud|revisar el cv|respete el tiempo|respetar el tiempo
siga el orden|seguir el orden|pase a la siguiente|pasar a la siguiente|elija dos preguntas|seleccione dos preguntas|preste atencion al lenguaje
escuche atentamente|cierre la entrevista|finalice la entrevista|despida al candidato|acompane al candidato|el entrevistador debe
la persona entrevistadora debe|los entrevistadores deben|los miembros del tribunal|los miembros del panel|el presidente del tribunal|cada evaluador
cada miembro del panel|es importante que|se recomienda|se debe|antes de la entrevista|despues de la entrevista|al inicio de la entrevista
al final de la entrevista|al terminar la entrevista
请记录|请做好记录|做好记录|记录候选人|记录应聘者|记录关键|请在评分表|请在下方|请在空白处|请填写|填写|请打分|请逐项打分|逐项评分|请评分|请对每个|请对每道题|请对候选人|请对应聘者|请对考生|请为每个回答|请为候选人|对候选人|对应聘者|请勾选|勾选|请圈出|请选择|从以下问题中选择
从下列题目中选|请面试官|请各位考官|请各位评委|请考官|请主考官|面试官应|面试官需|面试官可|面试官请|面试官不得|考官应|考官可|评委应|请根据候选人|请根据应聘者|请根据考生|请根据评分标准|请依据评分标准|请参照|根据回答|根据候选人|根据应聘者|依据评分标准|按照评分标准|请注意观察
请注意候选人|请观察|观察候选人|观察应聘者|注意候选人|留意候选人|认真倾听|请倾听|请确认候选人|确认候选人|核实候选人|核对考生身份|评估候选人|评估应聘者|判断候选人|判断应聘者|考察候选人|考察应聘者|了解候选人|了解应聘者|询问候选人|询问应聘者|请询问候选人|请向候选人|向候选人
向应聘者|请让候选人|让候选人|让应聘者|请候选人|请应聘者|请考生|邀请候选人|鼓励候选人|引导候选人|引导应聘者|告知候选人|感谢候选人|欢迎候选人|提醒候选人|如候选人|如应聘者|如果候选人|若候选人|若应聘者|如考生|必要时|视情况|切勿|避免询问|避免提问|避免诱导|不要打断|不得询问
不要询问|请勿|面试前|面试开始前|面试结束后|面试过程中|每题限时|每道题|每个问题|使用star|控制时间|請記錄|請紀錄|請填寫|請評分|請勾選|請面試官|請依據|請觀察|面試官應|詢問應徵者|評估應徵者|觀察應徵者|請應徵者|若應徵者|面試結束後|避免詢問|注意倾听候选人|注意观察候选人
主考官宣读
רשום הערות|רשמו הערות|רשום רשמי|רשמו את|רשמו את תשובת המועמד|רשום את|תעדו את|תעד את|תעד י|יש לתעד|יש לרשום|יש לדרג|דרגו את|דרג את|דרג י את
דרגו כל תשובה|תנו ציון|תן ציון|תן י ציון|העניקו ציון|יש לתת ציון|יש להעניק ציון|יש לנקד|נקדו|נקד י|סמנו|סמן את|סמן י|יש לסמן|הקיפו בעיגול|הקף בעיגול
הקף הקיפי בעיגול|מלאו את|מלא את הטופס|מלא י את|יש למלא|השתמשו|השתמש בסולם|השתמש י|השתמשו בשאלות|הציגו את עצמכם בפני המועמד|הציגו את חברי הוועדה
הציגו למועמד|הצג את הוועדה|הצג למועמד|הסבירו למועמד|הסבר למועמד|הסבר י למועמד ת|הסבירו כי|הסבירו את מהלך|הודו למועמד|הודה למועמד|הודה הודי למועמד ת
יש להודות|ברכו את המועמד|קבלו את פני|קבלו את המועמד|הקריאו|הקרא למועמד|הקריאו למועמד|קראו את השאלה|קרא את השאלה|יש להקריא|שאלו את כל|שאלו את המועמד
שאל את המועמד|שאל י את המועמד ת|יש לשאול|יש לשאול את כל|שאלו את אותן שאלות|בקשו מהמועמד|בקש מהמועמד|יש לבקש מהמועמד|אפשרו למועמד|אפשר למועמד
תנו למועמד|תן למועמד זמן|תנו למועמד זמן|יש לאפשר למועמד|הקצו|הקדישו|יש להקצות|הקשיבו בקשב|הימנעו|הימנע|הימנע י|יש להימנע|אין לשאול|אל תשאלו|אל תשאל
אין להביע|אל תסתפקו|ודאו|ודאו כי|ודא כי|ודא י|יש לוודא|וודאו כי|שימו לב|שים לב|זכרו|זכרו כי|זכור|יש לזכור|חשוב לזכור|חשוב להקפיד|הקפידו על|הקפד על
יש להקפיד|בחרו|בחרו שאלה|בחר שאלה אחת|בחרו 2 3 שאלות|יש לבחור|עברו על קורות החיים|עבור על קורות החיים|הכינו|הכן מראש|לפני הריאיון|לפני הראיון
במהלך הריאיון|במהלך הראיון|לאחר הריאיון|לאחר הראיון|בסיום הריאיון|בסיום הראיון|בסוף הריאיון|על המראיין|על המראיינים|המראיין יציג|המראיין ישאל
המראיין יסביר|יו ר הוועדה יפתח|יו ר הוועדה|אם המועמד|אם המועמד ת|במידה והמועמד|ניתן לשאול|ניתן להשתמש|אפשר לשאול|כדאי לשאול|מומלץ לשאול|מומלץ
העריכו את|הערך את|הערך י|יש להעריך|יש להתייחס|סכמו את|סכם את|יש לסכם|פתח את הריאיון|יש לפתוח|סיימו את|הבהירו למועמד|הבהר למועמד|ציינו בפני המועמד
צרו אווירה|צור אווירה נעימה|יש ליצור|עודדו את המועמד|בדקו המלצות|החזירו את הטופס|חתמו|למילוי על ידי המראיין|לשימוש פנימי|פתחו את הריאיון
התחילו את הריאיון|סיימו את הריאיון
دون ملاحظاتك|دون الملاحظات|دون اجابات المرشح|دون اجابة المرشح|دونوا ملاحظاتكم|دونوا|سجل ملاحظاتك|سجل الملاحظات|سجل اجابات المرشح|سجل الدرجة|سجلوا
اكتب ملاحظاتك|اكتب الدرجة|يرجى تدوين|يرجى تسجيل|يتم تدوين|يتم تسجيل|يجب تدوين|يجب تسجيل|قيم كل اجابة|قيم المرشح|قيم الاجابة|قيم اجابة|قيموا|يرجى تقييم
يجب تقييم|يتم تقييم|يقوم المقيم|يقوم المحاور|اعط درجة|اعط كل اجابة درجة|امنح درجة|امنح المرشح|امنح كل اجابة|امنحوا|ضع درجة|ضع علامة|ضع دايرة
ضعوا علامة|يرجى وضع علامة|يرجى وضع دايرة|حدد الدرجة|احسب مجموع|اجمع الدرجات|استخدم المقياس|استخدم سلم التقييم|استخدم الاسيلة|استخدم نموذج|استخدموا
يرجى استخدام|يجب استخدام|يستخدم هذا|املا النموذج|املا|املووا|يرجى تعبية|يرجى ملء|يجب تعبية|اطرح الاسيلة|اطرح السوال|اطرح نفس الاسيلة|اطرح جميع الاسيلة
اطرح على المرشح|اطرحوا|اسال المرشح|اسال المتقدم|اسال جميع المرشحين|اسال عن|اسالوا المرشح|يجب طرح|يتم طرح|يرجى طرح|اختر سوالا|اختر من|اختاروا
يمكن اختيار|اقرا السوال|اقرا على المرشح|اقرا النص التالي|اقرووا|يقرا المحاور|رحب بالمرشح|رحب بالمتقدم|رحبوا بالمرشح|الترحيب بالمرشح|قدم نفسك للمرشح
قدم اعضاء اللجنة|عرف المرشح|عرف باعضاء اللجنة|اشرح للمرشح|اشرح هيكل المقابلة|اشرح سير المقابلة|اشرحوا للمرشح|وضح للمرشح|اخبر المرشح|اخبر المتقدم
اخبروا المرشح|ابلغ المرشح|اشكر المرشح|اشكر المتقدم|اشكروا المرشح|اطلب من المرشح|اطلب من المتقدم|اطلبوا من المرشح|امنح المرشح وقتا|اعط المرشح
اعط المرشح وقتا|اترك للمرشح|اترك وقتا|دع المرشح|اسمح للمرشح|اتح للمرشح|شجع المرشح|ساعد المرشح|استمع جيدا|استمع بعناية|لا تقاطع|لا تسال|لا تطرح|لا تعط
لا تقدم|لا يجوز طرح|لا ينبغي طرح|تجنب الاسيلة|تجنب طرح|تجنب|تجنبوا|احرص على|احرصوا على|تاكد من|تاكد من ان|تاكدوا من|يرجى التاكد من|تذكر ان|تذكروا ان
انتبه|خصص|خصصوا|ابدا المقابلة|ابدا بـ|ابدووا|اختم المقابلة|انه المقابلة|راجع السيرة الذاتية|راجع الوصف الوظيفي|راجعوا|حضر|جهز الغرفة|قبل المقابلة
قبل بدء المقابلة|اثناء المقابلة|خلال المقابلة|بعد المقابلة|بعد انتهاء المقابلة|في بداية المقابلة|في نهاية المقابلة|على المحاور|على المحاورين
على المقيم|على اعضاء اللجنة|يجب على المحاور|يجب على اعضاء اللجنة|ينبغي على المحاور|ينبغي للمحاور|يقوم رييس اللجنة|اذا كان المرشح|اذا لم يكن المرشح
في حال كان المرشح|يمكن للمحاور|يمكنك استخدام|ملاحظة للمحاور|تعليمات للمحاور|ارشادات للمحاور|قارن بين المرشحين|ناقش التقييم|ناقشوا|وقع النموذج
للاستخدام الداخلي`;
export const instructionEndings = `記入してください|記入すること|ご記入ください|記入する|記載してください|記載すること|記録してください|記録すること|記録しておく|書き留めてください|メモを取ってください|メモしてください|メモを取る|評価してください|評価すること|評価する|評価を行う|評価を記入する|採点してください
採点すること|採点する|点数をつけてください|点数を付ける|5段階で評価する|丸をつけてください|を付けてください|で囲んでください|チェックしてください|チェックを入れてください|確認してください|確認すること|確認する|ご確認ください|把握する|見極める|見極めてください|判断してください
判断する|判定してください|判断すること|観察してください|観察する|注意してください|注意すること|注意する|留意してください|留意すること|留意する|質問してください|質問すること|質問する|尋ねる|尋ねてください|聞いてください|聞き取る|深掘りしてください|深掘りする|掘り下げてください
掘り下げる|追加質問を行う|傾聴する|促してください|促す|説明する|伝える|伝えてください|案内する|案内してください|読み上げてください|読み上げる|選択してください|選んで質問する|省略してもよい|避けてください|避ける|質問しないこと|聞いてはならない|聞かないようにする|提出してください
提出すること|使用してください|参照してください|参照のこと|集計してください|心がけてください|心がける|緊張をほぐす|アイスブレイクを行う|話しやすい雰囲気をつくる|挨拶をする|自己紹介をする|本人確認を行う|着席を促す|応募者に渡してください|時間を守ってください|面接官同士で協議する`;

/** What opens where an interview is handed over to the candidate, or ends. */
export const handingOverOpenings = `do you have any questions for us|do you have any questions for me|do you have any questions for the panel|do you have any questions
have you any questions for us|have you got any questions for us|what questions do you have for us|what questions do you have for me
what would you like to ask us|what would you like to know about|is there anything you would like to ask|is there anything you d like to ask us
is there anything we have not covered|is there anything we haven t covered|is there anything we haven t asked|is there anything else you would like to
is there anything else you d like to add|is there anything you would like to add|is there anything else we should know
is there anything you want to tell us|anything else you d like us to know|any questions for us|any questions from you|now it s your turn to ask
it s your turn to ask us|that brings us to the end|that concludes our questions|that concludes the interview|those are all our questions
those are all the questions we have|that s all from us|we have come to the end of|this is your opportunity to ask|feel free to ask us
before we finish is there anything|before we close is there|thank you for coming in today|thank you for your time today|thank you for taking the time
we will be in touch|we expect to let you know|are you still a firm candidate|what else should we have asked
avez vous des questions|avez vous des questions a nous poser|avez vous des questions pour nous|avez vous d autres questions
avez vous des questions sur le poste|avez vous quelque chose a ajouter|avez vous autre chose a ajouter|auriez vous des questions
auriez vous quelque chose a ajouter|quelles questions avez vous|quelles questions aimeriez vous nous poser|quelles sont vos questions
que souhaitez vous savoir|que souhaitez vous nous demander|que voudriez vous savoir|que pouvons nous vous dire|souhaitez vous ajouter quelque chose
souhaitez vous nous poser des questions|souhaitez vous revenir sur|voulez vous ajouter quelque chose|voudriez vous ajouter|desirez vous ajouter
y a t il quelque chose que nous|y a t il autre chose que vous|y a t il un point que nous|y a t il des questions que vous|y a t il un sujet que nous
avons nous oublie quelque chose|as tu des questions|as tu quelque chose a ajouter|est ce que vous avez des questions|est ce que tu as des questions
qu aimeriez vous savoir|c est maintenant a vous|c est a votre tour|a votre tour de nous poser|a vous la parole|nous vous laissons la parole
nous arrivons au terme|nous arrivons a la fin|nous avons termine|l entretien touche a sa fin|l entrevue est maintenant terminee
voila nous avons fait le tour|merci pour cet echange|merci d etre venu|merci de votre temps|merci du temps que vous|nous vous remercions de
nous reviendrons vers vous|nous vous recontacterons|nous communiquerons avec vous|des questions pour nous
haben sie noch fragen an uns|haben sie fragen an uns|haben sie noch fragen|haben sie ihrerseits fragen|haben sie von ihrer seite noch
haben sie noch offene fragen|welche fragen haben sie an uns|welche fragen haben sie noch|welche fragen durfen wir ihnen|was mochten sie von uns wissen
was mochten sie noch wissen|was mochten sie uns noch|was wurden sie gerne noch wissen|hast du noch fragen|hast du fragen an uns|welche fragen hast du
was mochtest du von uns wissen|was mochtest du noch wissen|gibt es etwas das wir nicht|gibt es noch etwas das sie|gibt es etwas das sie erganzen
gibt es noch etwas das du|gibt es von ihrer seite noch|gibt es noch offene punkte|gibt es etwas das wir vergessen|mochten sie noch etwas erganzen
mochten sie noch etwas hinzufugen|mochten sie abschliessend noch etwas sagen|mochtest du noch etwas erganzen|haben wir etwas vergessen
ist noch etwas offengeblieben|nun haben sie die gelegenheit|jetzt haben sie die moglichkeit|jetzt sind sie an der reihe|nun sind sie dran
jetzt bist du dran|damit sind wir am ende|damit sind wir mit unseren fragen|das waren unsere fragen|von unserer seite war es das
wir sind am ende des gesprachs|wir kommen zum schluss|vielen dank fur das gesprach|vielen dank fur ihre zeit|wir danken ihnen fur das
wir bedanken uns fur ihr kommen|wir melden uns bei ihnen|wir melden uns bei dir|halten sie ihre bewerbung aufrecht|sie horen von uns
tiene alguna pregunta|tiene alguna pregunta para nosotros|tiene usted alguna pregunta|tiene alguna duda|tiene preguntas para nosotros
tienes alguna pregunta|tienes alguna pregunta para nosotros|tienes preguntas para nosotros|tienes alguna duda|que preguntas tiene para nosotros
que preguntas tienes para nosotros|que preguntas le gustaria hacernos|que preguntas te gustaria hacernos|que le gustaria preguntarnos
que te gustaria preguntarnos|que le gustaria saber|que te gustaria saber|le gustaria hacernos alguna pregunta|le gustaria preguntarnos algo
te gustaria preguntarnos algo|le gustaria anadir algo|le gustaria agregar algo|te gustaria anadir algo|desea anadir algo mas|desea agregar algo mas
desea hacernos alguna pregunta|quiere anadir algo mas|quiere preguntarnos algo|quieres anadir algo mas|quieres preguntarnos algo
hay algo mas que quiera|hay algo mas que le gustaria|hay algo mas que te gustaria|hay algo que no hayamos|hay algo que no le hayamos
hay algo que quiera anadir|hay alguna cosa que quiera|hay algun tema que no hayamos|nos hemos dejado algo|queda algo por comentar
alguna pregunta para nosotros|algo mas que anadir|ahora es su turno|ahora es tu turno|ahora le toca a usted|ahora te toca a ti|le cedemos la palabra
con esto terminamos|con esto hemos terminado|con esto concluye la entrevista|hemos llegado al final|estas eran todas nuestras preguntas
por nuestra parte es todo|eso es todo por nuestra parte|muchas gracias por su tiempo|muchas gracias por tu tiempo|gracias por su tiempo
gracias por venir|gracias por participar|nos pondremos en contacto|le comunicaremos el resultado|te llamaremos
你有什么问题要问我们吗|您有什么问题要问我们吗|你有什么想问我们的吗|您有什么想问我们的吗|你还有什么问题吗|您还有什么问题吗|你还有什么想了解的|您还有什么想了解的|你还有什么要补充的吗|您还有什么要补充的吗|你有什么想问的|您有什么想问的|请问你还有什么问题|请问您还有什么问题|有什么问题想问我
有没有什么问题想问|最后你有什么问题|最后您有什么问题|最后还有什么想补充的吗|关于这个岗位你还有什么想了解的|关于公司您还有什么想了解的|对我们公司还有什么疑问|对学校还有什么想了解的|我的问题问完了|我们的问题问完了|我们的问题就到这里|我这边的问题就这些|现在轮到你提问|现在您可以向我们提问
接下来是你的提问时间|候选人提问|应聘者提问|反问环节|今天的面试到此结束|本次面试到此结束|面试到此结束|面试就到这里|今天就到这里|感谢你参加今天的面试|感谢您参加今天的面试|感谢您的时间|感谢你抽出时间|谢谢你的回答|请回去等通知|请等待通知|请退场|我们会在一周内通知|我们会尽快通知
后续流程是|您有什麼問題想問我們|你有什麼問題想問我們|您還有什麼問題|您還有什麼想補充|最後您有什麼問題|我們的問題到此為止|應徵者提問|今天的面試到此結束|感謝您今天前來面試|感謝您撥冗參加面試
何かご質問はありますか|何か質問はありますか|何かご質問はございますか|最後に何かご質問はありますか|最後に質問はありますか|最後に何か聞いておきたいことはありますか|最後に言い残したことはありますか|最後に伝えておきたいことはありますか|最後にアピールしたいことがあればお話しください
ご質問があればどうぞ|ご質問があればお聞かせください|ご質問がございましたらお願いします|ご不明な点はございますか|何か気になる点はありますか|逆に質問はありますか|こちらからの質問は以上です|こちらからの質問は以上となります|私からの質問は以上です|私たちからの質問は以上です
当方からの質問は以上です|質問は以上です|それではご質問をお受けします|今度はあなたから質問してください|弊社について聞きたいことはありますか|当社について知りたいことはありますか|当院について聞きたいことはありますか|本校について聞きたいことはありますか|その他に確認しておきたいことはありますか
ほかに付け加えたいことはありますか|言い忘れたことはありませんか|以上で面接を終わります|以上で面接を終了いたします|以上で面接は終了です|これで面接を終わります|これで面接は終了となります|本日はありがとうございました|本日はお忙しい中ありがとうございました
本日はお時間をいただきありがとうございました|お疲れさまでした|結果は後日ご連絡いたします|選考結果につきましては|今後の流れについてご説明します|今後の選考についてご案内します|どうぞお気をつけてお帰りください|ご退室ください|逆質問|応募者からの質問|候補者からの質問
יש לך שאלות|יש לך שאלות אלינו|האם יש לך שאלות|האם יש לך שאלות אלינו|האם יש לך שאלות נוספות|האם יש לך שאלות עבורנו|האם תרצה לשאול אותנו
האם תרצי לשאול אותנו|האם תרצה י לשאול|האם ברצונך לשאול|האם ברצונך להוסיף|האם יש משהו נוסף|האם יש משהו שתרצה להוסיף|האם תרצה להוסיף|האם תרצה י להוסיף
יש משהו שתרצה להוסיף|יש משהו שלא שאלנו|האם יש משהו שלא שאלנו|אילו שאלות יש לך|איזה שאלות יש לך|מה תרצה לדעת|מה תרצה לשאול|מה תרצה י לשאול אותנו
מה היית רוצה לשאול|עכשיו תורך|עכשיו תורך לשאול|כעת תורך לשאול|אלו היו השאלות שלנו|אלה כל השאלות שלנו|אלו כל השאלות|סיימנו את השאלות
סיימנו את חלק השאלות|נשמח לענות על שאלות|נשמח לענות על שאלותיך|אשמח לענות על שאלות|הגענו לסוף הריאיון|הגענו לסוף הראיון|הגענו לסיום|לפני שנסיים
תודה על זמנך|תודה רבה על זמנך|תודה שהגעת|תודה שבאת|תודה לך על|נחזור אליך|ניצור איתך קשר|נעדכן אותך|תשובה תימסר לך|השלבים הבאים|השלב הבא בתהליך
هل لديك اسيلة|هل لديك اي اسيلة|هل لديك اي سوال|هل لديك اسيلة لنا|هل لديك اي اسيلة لنا|هل لديك اسيلة اخرى|هل لديك اي استفسار|هل لديك اي استفسارات
هل لديك استفسارات|هل لديكم اسيلة|هل لديكم اي اسيلة|هل عندك اسيلة|هل عندك اي سوال|هل تود ان تسال|هل تود ان تسالنا|هل تود طرح اسيلة|هل تودين طرح اسيلة
هل تريد ان تسال|هل تريد ان تسالنا|هل ترغب في طرح اسيلة|هل ترغب في طرح اي سوال|هل ترغب في اضافة|هل ترغبين في اضافة|هل ترغب باضافة|هل تود اضافة
هل تود ان تضيف|هل تودين اضافة|هل تريد اضافة|هل تريد ان تضيف|هل لديك ما تضيفه|هل لديك ما تود اضافته|هل لديك اي اضافة|هل لديك شيء تضيفه
هل هناك شيء تود اضافته|هل هناك اي شيء اخر|هل هناك شيء اخر|هل هناك ما تود اضافته|هل هناك ما تود ان تسالنا|هل من اسيلة|هل من استفسارات|ما هي اسيلتك
ما الاسيلة التي لديك|ما الاسيلة التي تود طرحها|الان دورك|جاء دورك|حان دورك لطرح الاسيلة|انتهت اسيلتنا|هذه كل اسيلتنا|كانت هذه جميع اسيلتنا
بهذا نكون قد انتهينا|انتهينا من الاسيلة|وصلنا الى نهاية المقابلة|قبل ان ننهي المقابلة|قبل ان نختم|شكرا لك على وقتك|شكرا على وقتك|شكرا لحضورك
نشكرك على وقتك|نشكرك على حضورك|نشكر لك وقتك|سنتواصل معك|سوف نتواصل معك|سيتم التواصل معك|سيتم ابلاغك|سنعاود الاتصال بك|الخطوات التالية
الخطوة التالية في العملية`;

/** Verbs that say by themselves that they speak to somebody. */
export const verbsOfYou = `למדת|ניהלת|פעלת|עבדת|עשית|היית|הייתם|הייתן|הגבת|התמודדת|נתקלת|בחרת|נכשלת|טעית|יזמת|פיתחת|בנית|יצרת|תכננת|ביצעת|ארגנת|תרמת|שינית|שיפרת|ייעלת|פתרת|טיפלת
סייעת|עזרת|תמכת|לימדת|הנחית|אימנת|גייסת|פיטרת|שכנעת|שיתפת|התייעצת|דיברת|אמרת|כתבת|קראת|שמעת|ראית|חשבת|חשת|ידעת|רצית|ציפית|קיבלת|נתת|עזבת|התפטרת|סיימת
המשכת|נאלצת|התבקשת|הצטרפת|השתמשת|השתתפת|התנסית|הסתגלת|התגברת|התמחית|פגשת|מדדת|בדקת|ווידאת|וידאת|תיעדפת|נקטת|נהגת|התנהגת|שמרת|צברת|רכשת|שירתת|התנדבת
יישמת|תיאמת|איתרת|זיהית|ניתחת|התווכחת|סירבת|ויתרת|התאכזבת|התגאית|כשלת|תכנתת|תחזקת|תיקנת|תעשה|תעשי|תעשו|תפעל|תפעלי|תפעלו|תגיב|תגיבי|תגיבו|תנהג|תנהגי
תתמודד|תתמודדי|תתמודדו|תטפל|תטפלי|תנהל|תנהלי|תבחר|תבחרי|תחליט|תחליטי|תרצה|תרצי|תרצו|תוכל|תוכלי|תוכלו|תעדיף|תעדיפי|תגדיר|תגדירי|תאמר|תאמרי|תגיד|תגידי
תתאר|תתארי|תסביר|תסבירי|תבטיח|תבטיחי|תוודא|תוודאי|תתעדף|תתעדפי|תציע|תציעי|תביא|תביאי|תתרום|תתרמי|תפתור|תפתרי|תיגש|תיגשי|תתחיל|תתחילי|תשפר|תשפרי|תשנה
תשני|תמדוד|תמדדי|תבדוק|תבדקי|תכין|תכיני|תתכנן|תתכנני|תשתמש|תשתמשי|תדע|תדעי|תראה|תראי|תצליח|תצליחי|תשכנע|תשכנעי|תיישם|תיישמי|תבנה|תבני|תפתח|תפתחי|מצאת
ניסית|גילית|ביקשת|ענית|פנית|חיפשת|התלבטת|התנגדת|התקשית|נעזרת|הופתעת|גישרת|תיווכת|חינכת|תיעדת|דיווחת|קידמת|שיווקת|מכרת|חסכת|התכוננת|הסתדרת|התנהלת
הצטיינת|התקדמת|התמקדת|התייחסת|השתלבת|התעקשת|עודדת|כעסת|הושפעת|נשארת|עבדתם|פעלתם|עשיתם|ניהלתם|למדתם|השתמשתם|התמודדתם|נתקלתם|בחרתם|החלטתם|הצלחתם|הגעתם
הובלתם|השגתם|תקבל|תקבלי|תשמור|תשמרי|תסתדר|תסתדרי|תשתף|תשתפי|תדאג|תדאגי|תגרום|תגרמי|תמצא|תמצאי|תפנה|תפני|תתייחס|תתייחסי|תתמוך|תתמכי|תסייע|תסייעי|תעזור
תעזרי|תלמד|תלמדי|תארגן|תארגני|תוביל|תובילי|תיצור|תיצרי|תקדם|תקדמי|תמליץ|תמליצי
واجهت|واجهتم|واجهتي|تعاملت|تعاملتم|تعاملتي|تصرفت|تصرفتم|عملت|عملتم|قمت|قمتم|قمتي|كنت|كنتم|فعلت|فعلتم|تعلمت|تعلمتم|ادرت|ادرتم|قدت|قدتم|اخترت|اخترتم
قررت|قررتم|اتخذت|اتخذتم|حققت|حققتم|انجزت|انجزتم|نجحت|نجحتم|فشلت|فشلتم|اخطات|ارتكبت|حللت|استخدمت|استخدمتم|طبقت|طورت|طورتم|حسنت|غيرت|انشات|اسست|بنيت
صممت|خططت|نظمت|نفذت|نفذتم|اشرفت|دربت|درست|علمت|وظفت|اقنعت|ساعدت|ساعدتم|ساهمت|اسهمت|شاركت|شاركتم|تعاونت|تواصلت|تواصلتم|استجبت|تغلبت|تغلبتم|تكيفت|تاقلمت
اكتسبت|اكتسبتم|تلقيت|استلمت|اضطررت|اضطررتم|طلبت|رفضت|وافقت|اعترضت|اختلفت|اختلفتم|تركت|تركتم|غادرت|استقلت|انتقلت|بدات|بداتم|انتهيت|انهيت|تقدمت|تقدمتم
التحقت|انضممت|تخرجت|حصلت|حصلتم|شعرت|شعرتم|فكرت|رايت|سمعت|قرات|كتبت|عرفت|علمتم|اكتشفت|لاحظت|وجدت|اردت|حاولت|استطعت|تمكنت|اعتمدت|اتبعت|حرصت|تاكدت|ركزت
قضيت|اعددت|حضرت|قدمت|عرضت|شرحت|ابلغت|سالت|تفاوضت|تطوعت|بادرت|مررت|استفدت|تحملت|توليت|شغلت|خضت|صادفت|عشت|تميزت|ستفعل|ستفعلين|ستفعلون|ستتصرف|ستتصرفين
ستتصرفون|ستتعامل|ستتعاملين|ستتعاملون|ستقومين|ستكونين|ستواجه|ستواجهين|ستستخدم|ستستخدمين|ستختار|ستختارين|ستضمن|ستضمنين|ستقدم|ستقدمين|ستضيف|ستضيفين
ستساهم|ستساهمين|ستبديين|ستدير|ستديرين|ستحل|ستخبر|ستقول|ستقولين|ستشرح|ستتخذ|ستتخذين|ستستجيب|ستستجيبين|ستتاكد|ستتاكدين|ستعمل|ستعملين|ستطور|ستنظم|ستخطط
ستقيس|ستحقق|ستحققين|ستساعد|ستتواصل|ستحدد|ستعالج|ستطبق|ستقنع|ستحفز|تفضل|تفضلين|تفضلون|تعتقد|تعتقدين|تعتقدون|تظن|تظنين|ترى|ترين|تعرف|تعرفين|تعرفون
تفهمين|تتعامل|تتعاملين|تتعاملون|تتصرف|تتصرفين|تتصرفون|تستطيع|تستطيعين|تستطيعون|تتوقع|تتوقعين|تتوقعون|تريد|تريدين|تريدون|تود|تودين|تودون|ترغب|ترغبين
ترغبون|تحب|تحبين|تشعر|تشعرين|تصف|تصفين|تصفون|تمتلك|تمتلكين|تملك|تملكين|تحافظ|تحافظين|تضمنين|تدير|تديرين|ترتبين|تنظم|تنظمين|تحددين|تتاكد|تتاكدين|تستخدم
تستخدمين|تقومين|تعمل|تعملين|تفعل|تفعلين|تفعلون|تواجه|تواجهين|تجد|تجدين|تطمح|تطمحين|تخطط|تخططين|تستعد|تستعدين|تتابعين|تطورين|تتواصل|تتواصلين|تحفز
تحفزين|تقول|تقولين|تختار|تختارين|تهتم|تهتمين|تسعى|تسعين|توازنين|تخبرنا|تخبرني|تحدثنا|تحدثني|تشرح|تشرحين|يمكنك|يمكنكم`;
