"""Words around quotations in six languages, lists only; the rules that read them stand where they are used."""

from __future__ import annotations

from typing import NamedTuple


class SayingWords(NamedTuple):
    """What a language's reports say with, each a text of words parted by white space.

    verbs: stems of verbs of saying, to which one of `endings` (a pattern) is added. forms: whole forms of
    others. definite, indefinite, possessive: determiners. genitive: determiners that put what follows under
    the noun before. prepositions. links: conjunctions and relatives, which part clauses. passed: auxiliaries,
    adverbs and object pronouns between a subject and its verb. be: forms that make a passive, or lead to
    `the answer of Roe`. he, she, others: subject pronouns. according: phrases before a name, their words
    joined by `_`. asked: participles that stand before a reporter's question. titled: nouns before a title, an
    inscription, a name or a term. spoken: nouns for what somebody says. men, women, people: nouns for persons.
    titles: what is printed before a surname. qualifiers: words that make of a minister another minister.
    """

    verbs: str
    endings: str
    forms: str
    definite: str
    indefinite: str
    possessive: str
    genitive: str
    prepositions: str
    links: str
    passed: str
    be: str
    he: str
    she: str
    others: str
    according: str
    asked: str
    titled: str
    spoken: str
    men: str
    women: str
    people: str
    titles: str
    qualifiers: str


_ENGLISH = SayingWords(
    verbs="""accus acknowledg add admit agre announc answer argu ask assert assur believ boast brag call caution chid
    cit claim clarif comment conced conclud condemn confess confid confirm contend continu criticis criticiz cri declar
    decr defend demand den deplor describ dismiss dub echo emphasis emphasiz exclaim explain express highlight hint
    indicat insist interject jok label lament maintain mention murmur mutter not object observ opin plead pledg point
    portray prais predict promis propos protest quip quot recall recommend recount refer reiterat reject remark
    remember remind repeat repl report request respond retort reveal scold scream shout stat stress suggest swear testif
    tweet underlin underscor urg voic vow warn welcom whisper wonder yell""",
    endings=r"(?:es|s|ed|d|ied|ies|ing|ying|ring|ting|ted|led|ged|ned)",
    forms="""said say says saying tell tells telling told write writes wrote writing thought thinks speak speaks spoke
    speaking swore asks ask begs begged replies cries denies talks talked spells spelled""",
    definite="the this these those",
    indefinite="a an one another some many several no two three four five six seven eight nine ten both each every",
    possessive="his her its their my our your",
    genitive="",
    prepositions="""about above across after against along among amid around as at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on onto out outside
    over past per regarding since than through throughout till to toward towards under until up upon via with within
    without opposite close asked""",
    links="""and but or nor so yet if unless although though because while whereas when where why how then who whom
    whose which that whether what once""",
    passed="""has had have having also later then further once again earlier only just never always often already
    still now today yesterday tonight himself herself itself themselves did does do would will could may might can
    should must be been even simply quickly rather there here however instead not ever soon went going on afterwards""",
    be="was were is are be been being came comes went got",
    he="he",
    she="she",
    others="they it i we you there nobody",
    according="according_to in_the_words_of in_the_opinion_of",
    asked="asked questioned pressed",
    titled="""album aria article ballad band banner board book brand button campaign card chant column comedy drama
    documentary essay exhibition festival film game graffiti headline horse hymn inscription label magazine motto movie
    musical nickname newspaper novel opera painting paper placard play plaque poem podcast poster programme project
    question questions report sculpture series ship show sign slogan sonata song story symphony term title track
    volume word words entitled titled named nicknamed christened called-so so-called phrase""",
    spoken="""advice announcement answer apology appeal assessment comment conclusion criticism declaration demand email
    explanation instruction joke letter lament line memo message note objection offer opinion order plea post prayer
    prediction promise reaction remark reminder reply request response retort statement summary thought threat tweet
    verdict vow warning words view wish""",
    men="""man boy father husband brother son uncle grandfather king prince lord sir fisherman policeman spokesman
    chairman gentleman businessman congressman priest monk waiter actor widower nephew salesman clergyman guy sailor""",
    women="""woman girl mother wife sister daughter aunt grandmother queen princess lady spokeswoman chairwoman actress
    waitress congresswoman nun widow niece businesswoman policewoman hostess heroine mum mom nurse""",
    people="""guest visitor diplomat politician official leader speaker interviewee host neighbour neighbor friend guide
    witness captain chief coach judge pupil student child kid assistant aide clerk source relative resident surgeon
    guard cook pilot deputy stallholder cheesemonger spokesperson""",
    titles="""mr mrs ms miss dr prof professor sir lady lord dame judge captain general colonel minister president
    chancellor secretary ambassador senator governor mayor commissioner director king queen prince princess pope bishop
    coach rabbi reverend father sister premier representative congressman congresswoman sheriff inspector""",
    qualifiers="""deputy vice former ex assistant shadow junior other opposition acting another second third""",
)
_GERMAN = SayingWords(
    verbs="""sag erklär beton mein äußer berichte erzähl ergänz erwider entgegn antwort frag behaupt beteuer bekräftig
    bestätig bemerk kritisier forder warn kündig versicher beklag bedauer schilder resümier spott scherz erinner droh
    zitier lob begründ urteil sprech schreib ruf teil füg räum erläuter unterstrich mahn plädier gest versprech
    bezeichn glaub find prophezei monier konter witzel flüster murmel schimpf jubel twitter stell""",
    endings=r"(?:t|te|ten|en|e|st|et|ete|eten|n|d)",
    forms="""schrieb schrieben rief riefen sprach sprachen spricht versprach versprachen verspricht nannte nennt nannten
    beschrieb beschreibt gab gibt gaben wies weist gestand gesteht unterstrich unterstreicht hieß heißt stellte hielt
    hält lautet lautete gesagt erklärt betont gemeint geäußert berichtet geantwortet gefragt geschrieben genannt warf
    wirft fand findet empfahl""",
    definite="der die das dieser diese dieses den dem jener jene",
    indefinite="ein eine einer einen einem kein keine mehrere einige viele zwei drei vier fünf manche jemand",
    possessive="""sein seine seiner seinen seinem seines ihr ihre ihrer ihren ihrem ihres mein meine unser unsere dessen
    deren""",
    genitive="der des eines einer seiner seines ihrer ihres dieser dieses",
    prepositions="""ab am an auf aus außer bei beim bis durch entlang für gegen gegenüber hinter im in ins mit nach neben
    ohne per seit statt trotz über um unter vom von vor während wegen wie zu zum zur zwischen als laut angesichts""",
    links="""und aber oder denn sondern doch wenn weil während obwohl dass daß ob wer wen wem was welche welcher
    welches wo wie warum bevor nachdem sodass damit""",
    passed="""hat hatte haben hatten habe auch dann später noch wieder nur schon erst einmal immer jetzt heute gestern
    sich selbst nun daraufhin dazu zudem außerdem weiter ihm ihr ihnen uns mir dagegen jedoch es so nie nicht da""",
    be="wurde wurden wird werden war ist sind kam",
    he="er",
    she="sie",
    others="es wir ich man niemand",
    according="""laut nach_angaben_von nach_angaben nach_den_worten_von so zufolge nach_meinung_von nach_ansicht_von
    nach_aussage_von in_den_worten_von""",
    asked="gefragt befragt angesprochen",
    titled="""album artikel aufkleber aufschrift band buch drama film frage fragen gedicht inschrift kampagne komödie
    lied losung magazin motto name oper plakat projekt roman schild schlagzeile serie slogan song spitzname spruch
    spruchband stück tafel theaterstück titel transparent verein worte wort zeitschrift zeitung zettel begriff
    transparente plakate namens betitelt sogenannte sogenannten""",
    spoken="""antwort aussage bemerkung botschaft brief erklärung fazit forderung kommentar mitteilung mahnung
    nachricht reaktion rat urteil versprechen vorwurf warnung worte bitte appell""",
    men="mann junge vater ehemann bruder sohn onkel könig prinz herr fischer priester polizist sprecher",
    women="frau mädchen mutter ehefrau schwester tochter tante königin prinzessin dame sprecherin",
    people="gast politiker politikerin besucher zeuge zeugin kollege kollegin nachbar nachbarin",
    titles="""herr frau dr prof professor minister ministerin präsident präsidentin kanzler kanzlerin bürgermeister
    bürgermeisterin botschafter botschafterin senator senatorin direktor direktorin trainer richter richterin""",
    qualifiers="stellvertretende stellvertretender ehemalige ehemaliger frühere früherer vize ex andere zweite",
)
_FRENCH = SayingWords(
    verbs="""déclar affirm expliqu ajout confi soulign estim précis racont indiqu assur lanc dénonc annonc rappel
    insist not regrett critiqu qualifi martel ironis plaisant amus argu justifi demand interrog exclam murmur cri
    résum observ remarqu relat évoqu réclam accus salu avou témoign rétorqu écri commenc commentt répliqu protest jur
    parl détaill concèd reconnaiss clam révél avanc jug confess riposte""",
    endings=r"(?:e|es|ent|é|ée|ait|aient|a|èrent|ant|ais|er|t|vait|vit)",
    forms="""dit disent disait disaient dire dis répond répondu répondait répondit répondent écrit écrivait promet promis
    promettait reconnaît reconnu admet admis conclut conclu poursuit poursuivi soutient soutenu sourit souri décrit
    prévient prévenu avertit averti appelle appelait nomme soupire redit maintient glisse""",
    definite="le la les l' ce cet cette ces",
    indefinite="un une des plusieurs certains certaines quelques deux trois aucun aucune",
    possessive="son sa ses leur leurs mon ma mes notre nos",
    genitive="",
    prepositions="""à au aux avec avant après chez contre dans de du d' depuis derrière dès devant durant en entre envers
    hors jusque malgré par parmi pendant pour sans sauf selon sous sur vers""",
    links="""et mais ou donc or ni car si lorsque quand que qu' qui quoi dont où comme puisque parce tandis alors""",
    passed="""a ont avait avaient aura aussi ensuite encore déjà toujours jamais puis également enfin ne n' pas me m' te se
    s' lui leur nous y en même-t-il hier aujourd'hui là""",
    be="est était fut sont été étaient",
    he="il",
    she="elle",
    others="on ils elles nous je vous c' j' tu",
    according="selon d'_après d'après pour_reprendre_les_mots_de dixit",
    asked="interrogé interrogée questionné questionnée",
    titled="""affiche album article banderole campagne chanson devise essai expression film journal livre magazine mot
    mots mouvement nom opéra panneau pancarte pièce poème projet question questions revue roman série slogan surnom
    tableau titre titré intitulé intitulée terme""",
    spoken="""réponse avis commentaire déclaration explication message mot promesse réaction remarque réplique verdict
    conclusion conseil lettre""",
    men="homme garçon père mari frère fils oncle roi prince monsieur pêcheur ouvrier policier patron",
    women="femme fille mère épouse sœur soeur tante reine princesse dame",
    people="invité invitée diplomate responsable élu élue voisin voisine témoin",
    titles="""m mm mme mlle monsieur madame dr ministre président présidente maire chancelier ambassadeur sénateur
    sénatrice directeur directrice juge""",
    qualifiers="ancien ancienne vice ex adjoint adjointe autre délégué déléguée",
)
_SPANISH = SayingWords(
    verbs="""explic afirm señal añad agreg asegur indic manifest expres respond contest pregunt declar reconoc admit
    advirt advert subray destac record insist coment apunt precis promet denunci critic calific consider aclar
    conclu reiter lament escrib exclam grit relat cont llam tild describ habl confes bromea recalc enfatiz sentenci
    detall cuestion puntualiz argument resalt opin anunci confirm acus inform rechaz""",
    endings=r"(?:ó|a|an|aba|aban|ió|yó|ieron|aron|ando|iendo|ado|ido|e|en|ía|ían|[áé]ndo(?:l[aoe]s?|se))",
    forms="""dijo dijeron dice dicen decía decían diciendo dicho sostuvo sostiene sostienen pidió pide pidieron propuso
    reconoció coincidió expuso mantuvo respondió advierte advirtió recuerda cuenta""",
    definite="el la los las este esta ese esa lo",
    indefinite="un una unos unas varios varias algunos algunas dos tres muchos ningún",
    possessive="su sus mi mis nuestro nuestra",
    genitive="",
    prepositions="""a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin
    sobre tras""",
    links="y e o u pero ni si aunque porque cuando que quien quienes cual donde como mientras pues sino cuyo",
    passed="""ha han había habían también luego después ayer hoy ya aún todavía además se le les lo la me nos no nunca
    siempre asimismo igualmente así entonces incluso""",
    be="es era fue son está fueron sido ser",
    he="él",
    she="ella",
    others="ellos ellas yo nosotros ello",
    according="según de_acuerdo_con en_palabras_de a_juicio_de de_acuerdo_a",
    asked="preguntado preguntada consultado consultada cuestionado cuestionada",
    titled="""álbum artículo campaña canción cartel cine consigna disco ensayo expresión grupo letrero lema libro
    novela obra palabra palabras pancarta película periódico poema pregunta preguntas proyecto revista serie titular
    título titulado titulada llamado llamada término apodo""",
    spoken="respuesta comentario consejo declaración mensaje opinión promesa reacción réplica frase conclusión carta",
    men="hombre chico padre marido esposo hermano hijo tío rey príncipe señor pescador obrero vecino",
    women="mujer chica madre esposa hermana hija tía reina princesa señora vecina",
    people="invitado invitada diplomático político política mandatario mandataria líder portavoz testigo",
    titles="""sr sra señor señora don doña dr dra ministro ministra presidente presidenta alcalde alcaldesa canciller
    embajador embajadora senador senadora director directora juez jueza""",
    qualifiers="ex exministro vice anterior otro otra viceministro subsecretario",
)
_ITALIAN = SayingWords(
    verbs="""spieg afferm aggiung sottoline raccont replic rispond ribad precis puntualizz dichiar confess ammett
    ricord conclud osserv comment chied promett annunci assicur scriv defin chiam parl url grid denunc critic insist
    ironizz scherz sbott esclam domand lament avvert prosegu continu rifer garant tuon rivel sosten rilanc attacc""",
    endings=r"(?:a|e|i|ano|ono|ava|avano|eva|evano|iva|ò|ì|ato|ata|ito|uto|ando|endo|arono|erono|isce|iscono|ia|ha)",
    forms="""detto dice dicono disse dissero diceva dicevano aggiunto risposto rispose ammesso ammise concluso concluse
    chiesto chiese promesso promise scritto scrisse sostiene sosteneva definito ribadito riconosciuto riconosce""",
    definite="il lo la i gli le l' questo questa questi queste quel quella",
    indefinite="un uno una un' alcuni alcune due tre molti nessun",
    possessive="suo sua suoi sue loro mio mia nostro nostra",
    genitive="",
    prepositions="""a al allo alla ai agli alle all' con da dal dallo dalla dai dagli dalle dall' di del dello della dei
    degli delle dell' d' in nel nello nella nei negli nelle nell' per su sul sullo sulla sui sugli sulle sull' tra fra
    secondo dopo prima contro durante verso senza""",
    links="e ed ma o oppure né se quando mentre perché che chi cui dove come però quindi dunque poi",
    passed="""ha hanno aveva avevano anche poi ancora già sempre mai ieri oggi si s' gli le ci mi ne non inoltre infine
    stesso stessa lo""",
    be="è era fu sono stato stata erano viene venne",
    he="lui egli",
    she="lei ella",
    others="loro io noi essi",
    according="secondo a_detta_di nelle_parole_di per_usare_le_parole_di stando_a",
    asked="interrogato interrogata intervistato",
    titled="""album articolo brano campagna canzone cartello commedia cortometraggio disco domanda domande espressione
    film giornale libro motto opera parola parole poesia progetto racconto rivista romanzo scritta serie slogan
    soprannome striscione termine titolo intitolato intitolata cosiddetto cosiddetta""",
    spoken="risposta commento consiglio dichiarazione messaggio opinione promessa reazione replica frase lettera",
    men="uomo ragazzo padre marito fratello figlio zio re principe signore pescatore operaio albergatore",
    women="donna ragazza madre moglie sorella figlia zia regina principessa signora",
    people="ospite diplomatico politico leader portavoce testimone vicino vicina",
    titles="""sig signor signora dott dottor ministro ministra presidente sindaco sindaca cancelliere ambasciatore
    ambasciatrice senatore senatrice direttore direttrice giudice""",
    qualifiers="ex vice altro altra sottosegretario viceministro",
)
_RUSSIAN = SayingWords(
    verbs="""сказа заяви отмети подчеркну добави сообщи рассказа ответи спроси поясни уточни напомни призна пообеща
    назва написа замети возрази воскликну предупреди заключи объясни указа обеща упомяну повтори посетова
    пожалова продолжи перечисли усмехну крикну пошути резюмирова прокомментирова""",
    endings=r"(?:л|ла|ли|ло|лся|лась|в)",
    forms="""говорит говорят говорил говорила считает считают утверждает утверждают отмечает подчеркивает подчёркивает
    добавляет пишет признает признаёт рассказывает отвечает обещает напоминает полагает уверен уверена поясняет
    объясняет сообщает называет признается""",
    definite="этот эта эти тот та те",
    indefinite="один одна одни некоторые многие несколько два две три",
    possessive="его ее её их мой моя наш наша свой своя",
    genitive="",
    prepositions="""без в во для до за из из-за к ко кроме между на над о об от перед по под при про ради с со среди
    у через после против""",
    links="и а но или да если когда что чтобы который которая которые которое где как пока потому однако",
    passed="""также затем потом еще ещё уже тогда вчера сегодня не ему ей им нам мне так позже снова вновь тоже""",
    be="был была были было стал стала",
    he="он",
    she="она",
    others="они оно мы я вы",
    according="по_словам по_мнению согласно по_данным со_слов",
    asked="спросили",
    titled="""альбом баннер вопрос вопросы газета группа движение журнал книга книгу картина лозунг надпись название
    названием надписью операция партия песня песню пьеса плакат проект роман слово слова спектакль сериал статья
    термин транспарант фильм фильма опера девиз прозвище""",
    spoken="ответ комментарий совет заявление сообщение мнение обещание реакция реплика вывод письмо",
    men="мужчина мальчик отец муж брат сын дядя король принц рыбак рабочий представитель",
    women="женщина девочка мать жена сестра дочь тетя королева принцесса представительница",
    people="гость дипломат политик чиновник сосед соседка свидетель пресс-секретарь",
    titles="г господин госпожа министр президент мэр канцлер посол сенатор директор губернатор судья премьер",
    qualifiers="бывший бывшая заместитель вице замминистра другой другая",
)
SAYING_WORDS = {
    "english": _ENGLISH,
    "german": _GERMAN,
    "french": _FRENCH,
    "spanish": _SPANISH,
    "italian": _ITALIAN,
    "russian": _RUSSIAN,
}
