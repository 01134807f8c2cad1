"""Stock phrases of whole pages, as patterns: pictures, comments, links to other articles, rows of tables."""

from __future__ import annotations

from reader.parsing.patterns import has_digit, pattern

# Rows of lists and tables that say something: "12) Something", "Spain (Group F): Eleventh time", "15 Newman 22 0 3".
ROW = r"\d{1,3}[).] \S|[^:*•]{3,60}: \w.{2,}|(?:\d{1,3} )?[^\d]{3,40}(?: [\d.,%-]+){3,}$|[^\d]{3,30} \d+ [a-z]{4,12}\b"
TALK = r"\b(?:reply|replies|votes?|rating|ago|report|flag|likes?|upvote|permalink|antworten|r.pondre|responder)\b"
PICTURE = (
    r"\b(?:photo|image|picture|foto|bild|getty|reuters|shutterstock|ap photo|afp|illustration|credit|courtesy of|"
    r"istock)\b"
)
PICTURED = r"\((?:[a-z][\w.]+/){1,3}[\w. ]+\)$"  # (Harbour Post/Ann Ruiz)
COMMENTS = (
    r"\W*(?:(?:\d+|top|best|rated|view|all|show|see|read|reader|user|add|post|ver|voir|alle|tous les|"
    r"todos los|bekijk|vedi)\W{1,2}){0,3}"
    r"(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|responses?|replies|"
    r"leave a (?:reply|comment)|join the (?:conversation|discussion)|what do you think|discussion|"
    r"leserkommentare?|diskussion|diskutieren sie|(?:schreiben? sie|schreibe?) einen kommentar|leserbriefe?|"
    r"kommentar (?:schreiben|hinterlassen|verfassen)|(?:laissez?|laisser|poster|écrire|ajouter) un commentaire|"
    r"réagi(?:r|ssez)|réactions?|(?:deja|dejar|escribe|escribir|añade) (?:un|tu) comentario|"
    r"(?:deixe|deixar|escreva) (?:um|seu) comentário|(?:lascia|scrivi|invia) un commento|geef (?:een|je) reactie|"
    r"laat een (?:reactie|bericht)|plaats een reactie|komentarze|dodaj komentarz|kommentarer|yorumlar|"
    r"комментарии|обсуждение|коментарі|コメント|评论|評論|التعليقات|댓글)"
    r"(?:\W*(?:$|\d)|\s(?:on|to|for|about|from|are|zu|auf|über|sur|à|a|en|sobre|su|op|till|om|do|к)\b)"
)
# The end of the line above a comment: "Ann on 3 May 2020 at 4:10 pm said:".
SAYS = (
    r"\b(?:sa(?:id|ys)|wr(?:ote|ites)|commented|sagte?|meinte?|schr(?:ieb|eibt)|dit|écrit|dice|dijo|escribió|disse|"
    r"zegt)\W*$"
)
# Headings of what follows an article: links to others, comments, forms.
CUE = (
    r"\W*(?:related|more (?:from|on|in|stories|news)|most (?:read|popular|viewed|commented|shared|recent)|"
    r"recommended|you (?:may|might) (?:also|like)|read (?:more|next|also)|see also|also (?:read|see|on)|"
    r"don.t miss|up next|next (?:article|post|story)|previous (?:article|post|story)|(?:older|newer) posts?|"
    r"trending|popular|latest|recent|top stories|share (?:this|on)|follow|tags?|topics?|categor(?:y|ies)|"
    r"filed under|posted in|about (?:the author|us|me)|newsletter|subscribe|sign up|comments?|leave a|"
    r"\d+ comments?|join the|editor.?s picks|what to read|sponsored|advert|promoted|around the web|from the web|"
    r"like this|report (?:a|this)|contact|other (?:news|stories|articles)|archives?|keep reading|continue reading|"
    r"what.s next|in this (?:section|series)|our (?:latest|best)|get the|"
    r"mehr (?:zum|zu|aus|von|über|artikel|infos?|nachrichten|news)|(?:am )?meist|kommentare?|artikel|weitere|"
    r"schlag(?:w|zeilen)|themen?|lesen sie|lies|auch (?:interessant|auf|lesenswert)|verwandte|ähnliche|empfehl|"
    r"empfohlen|das könnte|aktuell|neueste|neuste|letzte|beliebt|anzeige|teilen|diesen? (?:artikel|beitrag)|"
    r"kategorien?:?$|vorherige|nächste|zurück|über (?:den autor|die autor|uns)|zum thema|passend|verpassen|"
    r"links zum|dossier|newsticker|bildnachweis|impressum|kontakt|quellen?:?$|beitrag|archiv|folge|interessante|"
    r"à (?:lire|voir|propos)|lire (?:aussi|la suite|plus)|voir aussi|sur le même|commentaires?|partage[rz]|"
    r"articles? (?:liés|les plus|similaires|récents|suivant|précédent)|les plus (?:lus|vus|commentés)|"
    r"suivez|abonnez|inscri|mots.clés|catégories?|dans la même|nos (?:derniers|dernières)|plus d.(?:articles|infos)|"
    r"ailleurs sur|publicité|recommandé|"
    r"lea (?:también|más)|lee (?:también|más)|leer (?:más|también)|te (?:puede|podría|recomendamos|interesa)|"
    r"le puede|(?:lo )?más (?:leíd|vist|noticias|en|sobre|de)|comentarios?|etiquetas|compart[ea]|relacionad|"
    r"noticias|notas? relacionad|temas?|síguenos|suscr[ií]b|últim|también te|contexto|publicidad|archivado|"
    r"entrada (?:anterior|siguiente)|artículo|categorías?|informate|infórmate|mira también|ver (?:más|también)|"
    r"leia (?:mais|também)|mais lidas|veja|compartilhe|siga|assine|notícias|publicidade|relacionad|"
    r"leggi anche|correlati|commenti|condividi|articoli|potrebbe|potrebbero|guarda|seguici|iscriviti|"
    r"notizie|i più letti|altri|categorie|"
    r"lees (?:ook|meer|verder)|meer (?:over|van|nieuws|artikelen)|gerelateerd|deel|volg|populair|meest gelezen|"
    r"aanbevolen|reacties|tip de redactie|meer|"
    r"zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej|dalej)|polecamy|tagi|udostępnij|podobne|"
    r"komentarze|najnowsze|najczęściej|powiązane|reklama|"
    r"les også|läs (?:också|mer|även)|läs|mer om|dela|relaterat|senaste|mest (?:lest|läst|læst)|læs (?:også|mere)|"
    r"tilaa|lue (?:myös|lisää)|ilgili|paylaş|son dakika|çok okunan|etiketler|"
    r"читайте|читать|комментарии|похожие|по теме|смотрите|смотреть|поделиться|подпис|теги|новости|реклама|"
    r"популярн|последние|ещё|еще)(?!\w)"
    r"|\W*(?:関連|検索|カテゴリ|人気|おすすめ|コメント|最新|次の|前の|シェア|タグ|相关|相關|推荐|推薦|评论|評論|热门|熱門|"
    r"分享|更多|标签|上一篇|下一篇|اقرأ|مواضيع|التعليقات|مقالات|أخبار|شارك|관련|댓글|추천|인기|공유)"
)
# Words of what sites say of themselves: sign-ups, rights, cookies, appeals.
SITE_TALK = (
    r"\b(?:cookies?|newsletters?|subscri(?:be|bers?|ption)|sign(?:ed)? up|log ?in|password|inbox|e-?mail address|"
    r"privacy policy|terms of (?:use|service)|all rights reserved|copyright|©|javascript|browser|advertis|"
    r"unsubscribe|follow (?:us|me)|facebook|twitter|instagram|whatsapp|telegram|youtube|podcasts?|app store|"
    r"google play|your (?:support|donation|membership)|support (?:us|our)|donate|become a member|"
    r"disclosure|disclaimer|affiliate|commission|delivered to|breaking news|internet explorer|non-commercial use|"
    r"write to \w+|"
    r"datenschutz|anmeld|angemeldet|abonn|registrier|impressum|nutzungsbedingungen|einwilligung|widerruf|"
    r"e-mail-adresse|kostenlos|spende|unterstütz(?:e|en|t) (?:uns|sie|unsere)|folge(?:n sie|t)? uns|"
    r"gefällt (?:dir|ihnen|euch)|gefallen\?|nichts? (?:mehr )?(?:verpassen|versäumen)|"
    r"immer (?:auf dem laufenden|informiert)|"
    r"pflichtfelder|veröffentlicht\.$|alle rechte|anzeige|werbung|affiliate-link|provision|"
    r"jetzt (?:testen|lesen|kaufen)|"
    r"abonnez|inscrivez|inscri(?:re|ption)|confidentialité|publicité|mentions légales|adresse (?:e-?mail|électronique)|"
    r"mot de passe|tous droits|suivez|soutenez|faites un don|champs obligatoires|"
    r"suscr[ií]b|suscripci|reg[ií]strate|regístrese|únete|síguenos|correo electrónico|contraseña|"
    r"privacidad|derechos reservados|publicidad|apóyanos|hazte (?:socio|miembro)|boletín|canal de|"
    r"assine|inscreva|cadastr|privacidade|direitos reservados|siga-nos|receba|"
    r"iscriviti|abbonati|registrati|seguici|pubblicità|diritti riservati|informativa|"
    r"abonneer|aanmelden|inschrijven|schrijf je in|nieuwsbrief|volg ons|privacybeleid|"
    r"zapisz się|subskryb|zarejestruj|ciasteczk|prywatności|prawa zastrzeżone|korzystamy z|"
    r"prenumerera|nyhetsbrev|abonner|tilaa uutiskirje|abone ol|"
    r"подпи(?:шитесь|саться|ска|сывайтесь)|регистрац|авторизуйтесь|права защищены|рассылк)"
)
MAIL = r"[\w.-]{1,40}@[\w-]{1,40}\.\w|\w@\w{4,}$"
_MONTHS = (
    r"(?:jan|ene|feb|fév|fev|mar|mär|mrt|apr|abr|avr|may|mai|mei|mag|jun|giu|jui|jul|lug|aug|ago|aoû|sep|set|oct|okt|out|"
    r"ott|nov|dec|dez|déc|dic|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\w{0,7}\.?"
)
_DATED = (
    r"\b(?:updated|published|posted|modified|created)\b.{0,40}\d|\d{1,2}:\d\d"
    rf"|\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\b\d{{1,2}}\.? (?:de )?{_MONTHS},? (?:de )?\d{{4}}"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b|\b20\d\d-\d\d-\d\d|\b20\d\d年\d{1,2}月\d{1,2}日"
    r"|\d (?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)"
)


def is_cue(text: str) -> bool:
    """Whether a line opens as the headings of what follows an article do: links to others, comments, forms."""
    return bool(pattern(CUE).match(text.lower()))


def commented(text: str) -> str:
    """What a line that heads comments and counts them names, or "": `4 Responses to Road closed again`."""
    match = pattern(_COUNTED, 2).match(text) if len(text) <= 160 else None
    return text[match.end() :] if match else ""


_COUNTED = (
    r"\W*(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|ein|une?|un) "
    r"(?:comments?|responses?|replies|reply|thoughts?|kommentare?|antworten|commentaires?|réponses?|comentarios?|"
    r"respuestas?|comentários?|respostas?|commenti|risposte|reacties|komentarze|комментари\w+)"
    r" (?:to|on|for|zu|auf|über|sur|à|en|a|para|em|su|op|na|к|на) (?=\S)"
)


def is_dated(text: str) -> bool:
    """Whether a short line is about when and by whom a page was put up."""
    if len(text) > 110 or not has_digit(text):
        return False
    return bool(pattern(_DATED, 2).search(text)) and text[-1] not in ".?!”"
