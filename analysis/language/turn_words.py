"""What labels say in the languages of the texts: who asks, who answers, who bears a title. Lists only."""

from __future__ import annotations

from analysis.language.words import word_set

# Who asks. Single letters count only beside another letter that answers.
ASKS = word_set(
    "q question questions interviewer interviewers reporter reporters journalist journalists "
    "correspondent host hosts cohost presenter moderator anchor media press interpreter translator "
    "researcher int counsel examiner student students caller operator q&a facilitator audience quizmaster "
    "emcee compere pregunta preguntas entrevistador entrevistadora periodista moderador moderadora "
    "conductor journaliste intervieweur intervieweuse animateur animatrice présentateur présentatrice "
    "frage fragen interviewerin moderatorin journalistin reporterin domanda domande giornalista "
    "intervistatore intervistatrice conduttore conduttrice moderatore moderatrice вопрос корреспондент "
    "журналист ведущий ведущая интервьюер корр модератор репортер pergunta repórter jornalista vraag "
    "pytanie otázka питання ερώτηση soru "
    "korrespondent korrespondentin gastgeber gastgeberin redaktion hörer hörerin zuhörer zuhörerin zuschauer "
    "zuschauerin publikum zuschauerfrage hörerfrage leserfrage correspondant correspondante reportère rédaction "
    "auditeur auditrice public reportero reportera presentador presentadora corresponsal redacción conductora oyente "
    "locutor locutora público cronista inviato inviata presentatore presentatrice redazione corrispondente ascoltatore "
    "ascoltatrice pubblico корреспондентка журналистка редакция репортёр слушатель слушательница зритель зал"
)
# Of these, the question itself; the others are persons, who may have an article (`La journaliste`).
ASKED = word_set(
    "q question questions int q&a pregunta preguntas frage fragen zuschauerfrage hörerfrage leserfrage domanda domande "
    "вопрос pergunta vraag pytanie otázka питання ερώτηση soru media press public público pubblico зал"
)
# Others who ask, where it is said whence (`Voice from the floor`), and the words that say so.
ASKED_BY = word_set("reporters journalists correspondents voice voices stimme voix voz voces voce голос")
FROM = word_set("from of by via in for von aus vom de du des d' del desde da dal dalla di от из с")
# Who answers.
ANSWERS = word_set(
    "a answer answers reply response guest interviewee respondent participant witness res narrator "
    "informant respuesta entrevistado entrevistada invitado invitada réponse invité invitée interviewé "
    "interviewée antwort gast befragter befragte risposta ospite intervistato intervistata ответ гость "
    "собеседник resposta antwoord odpowiedź odpověď відповідь απάντηση cevap"
)
# A letter that asks, with those that answer it.
LETTER_PAIRS = {
    "q": "ar", "i": "rp", "p": "r", "d": "r", "f": "a", "в": "о", "v": "ao", "e": "a",
}  # fmt: skip
# Labels of voices that have no name: `Speaker 1`, `SPEAKER_01`, `Unknown`.
ANONYMOUS = word_set(
    "speaker spk voice person male female man woman m f s unknown sprecher sprecherin stimme locuteur "
    "locutrice hablante orador oratore voce спикер говорящий голос interlocutor"
)
# Nobody's label: words that open a clause with a colon but name nobody.
NOBODY = word_set(
    "from to cc bcc re on reply-to message-id advertisement also answer's caption comment comments "
    "conclusion copyright credit credits date editor editors example finally first firstly footnote "
    "fourth here image issue last lastly more next note notes photo place point read related remember "
    "result second secondly see share source sources step subject summary tags third thirdly time topic "
    "topics translation translated update video watch chapter part episode title author published updated "
    "location venue duration length recorded transcript transcriber abstract keywords speakers "
    "participants guests category categories language subtitle description url link website email phone "
    "address ps nb warning tip foto fotos bild quelle fuente fuentes fonte autor autore auteur datum "
    "fecha data titel título titre titolo фото источник дата автор"
)
# What is printed before or behind a name and is part of no name.
TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron hon honourable honorable rev "
    "reverend father sister brother bishop archbishop cardinal pope rabbi imam saint st minister "
    "ministers president chancellor senator sen ambassador secretary mayor director commissioner premier "
    "rep representative congressman congresswoman delegate governor gov chair chairman chairwoman "
    "chairperson chairmen madam madame colonel col captain capt admiral lieutenant lt sergeant sgt major "
    "maj general gen private corporal judge justice chief king queen prince princess emperor deputy vice "
    "prime acting former ex foreign undersecretary under parliamentary state permanent attorney speaker "
    "councillor councilman councilwoman alderman sheriff marshal officer executive coach manager author "
    "spokesman spokeswoman spokesperson editor inspector superintendent commander brigadier rear member "
    "mp mep ceo cto cfo founder cofounder co-founder doctor nurse engineer host anchor byline "
    "correspondent m mm mme mlle monsieur président présidente ministre député députée première maire "
    "sénateur sénatrice herr frau präsident präsidentin ministerin kanzler kanzlerin bundeskanzler "
    "bundeskanzlerin bundesminister bundesministerin abgeordneter abgeordnete vizepräsident "
    "vizepräsidentin staatssekretär señor señora señorita sr sra srta don doña presidente presidenta "
    "ministro ministra alcalde alcaldesa canciller senador senadora diputado diputada signor signora "
    "signorina außenminister außenministerin innenminister innenministerin finanzminister finanzministerin "
    "premierminister premierministerin ministerpräsident ministerpräsidentin regierungschef regierungschefin "
    "botschafter botschafterin senatorin bürgermeister bürgermeisterin direktor direktorin vorsitzender vorsitzende "
    "chancelier chancelière ambassadeur ambassadrice secrétaire gouverneur directeur directrice primer embajador "
    "embajadora gobernador gobernadora secretario secretaria directora vicepresidente vicepresidenta cancelliere "
    "ambasciatore ambasciatrice governatore segretario segretaria direttore direttrice senatrice посол губернатор мэр "
    "канцлер директор секретарь замминистра dott dottor dottoressa sindaco onorevole "
    "senatore deputato avvocato avv господин госпожа президент министр председатель сенатор депутат премьер"
)
# What only stands in the description of an office: `Minister of Trade and Industry`.
OFFICE_WORDS = word_set(
    "affairs finance trade industry defence defense interior health education energy agriculture "
    "environment justice labour labor transport treasury exchequer culture sport tourism security council "
    "committee board bank reserve central federal national republic government cabinet house commons "
    "lords parliament party union commission european united nations office department ministry institute "
    "university agency company group court jury clerk bailiff defendant plaintiff prosecution head leader "
    "boss prosecutor counsel "
    "auswärtiges auswärtigen äußeres finanzen inneres angelegenheiten affaires étrangères intérieur finances économie "
    "asuntos exteriores relaciones economía hacienda defensa esteri interni difesa economia finanze иностранных "
    "внутренних дел обороны финансов экономики культуры образования здравоохранения торговли юстиции энергетики "
    "транспорта труда промышленности спорта"
)
# What stands inside a name and is no word of it.
PARTICLES = word_set(
    "al bin bint ibn da das dal dalla de del della den der di do dos du el la le les ten ter van von zu zur"
)
