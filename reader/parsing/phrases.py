"""Stock phrases of publishing software, as data: field names, furniture between paragraphs, end marks."""

from __future__ import annotations

# Field names of home-made files, by what they hold. Folded to lower case, words only.
LABELS = {
    "title": "title headline head hed titel titre titulo título titolo subject headlines articletitle name heading "
    "articlename заголовок 标题 標題 タイトル 제목 العنوان शीर्षक",
    "published": "date published publishdate pubdate publicationdate datepublished publishedat publishedon "
    "posted postedon created createdat dt datum pubdt newsdate datepubl time datetime timestamp released "
    "pubdatetime fecha dateline "
    "publishedtime publishdatetime articledate storydate дата опубликовано 日期 时间 发布时间 發布時間 公開日 تاريخ",
    "updated": "updated lastupdated modified lastmodified updatedat scraped scrapedat retrieved accessed crawled "
    "fetched downloaded scrapedate retrievedon",
    "source": "source media mediasource mediaoutlet mediatitle portal "
    "publisher publication outlet website site newspaper paper feed sourcename quelle fuente fonte "
    "kilde källa lähde bron źródło zdroj forrás kaynak джерело "
    "magazine agency channel newssource sourcetitle sitename publicationname источник 来源 來源 出典 출처 المصدر स्रोत",
    "author": "author authors by byline writer reporter reportedby reportingby "
    "journalist writtenby opracowanie autor auteur creator correspondent автор "
    "авторы מאת 作者 记者 記者 기자 الكاتب लेखक",
    "url": "url link links weblink permalink href canonical sourceurl articleurl address web uri originalurl",
    "body": "texte texto volltext inhalt corps cuerpo content text body article "
    "articletext fulltext story articlebody maintext contents articlecontent текст 正文 本文 본문 النص",
    "summary": "summary description abstract excerpt lead teaser standfirst subtitle dek subhead subheading "
    "subheadline",
    "caption": "caption imagecaption photocaption",
    "other": "section category categories tags tag keywords keyword language lang id articleid topic topics country "
    "region wordcount words length type image imageurl photo video views comments slug draft layout status "
    "location copyright edition page pages desk label score sentiment guid hash filename file format version "
    "priority domain host record recordnumber accessionnumber database documenttype subjectterms publicationtype "
    "sourcetype issn docid documentid contact mediacontact presscontact kontakt phone email "
    "hostname fingerprint fulltextwordcount startpage endpage länge lengte longueur rubrik ressort rubriek seite "
    "كلماتدلالية الكلماتالدلالية 關鍵詞 关键词",
}  # fmt: skip
LABEL_FIELD = {word: field for field, words in LABELS.items() for word in words.split()}

# Whole lines that a site's pages put between paragraphs (compared as words in lower case).
FURNITURE_LINES = frozenset(
    line.strip()
    for line in """
    advertisement|advertisements|ad|ads|advert|sponsored|sponsored content|promoted|promoted content|paid content
    article continues after sponsor message|sponsor message|story continues below advertisement|skip advertisement
    article continues below advertisement|continue reading the main story
    advertisement continue reading the main story
    scroll to continue|scroll for more|story continues below|article continues below|continue reading|more more
    read more|read more here|read full story|read full article|read the full story|more|view all|see all
    see more|show more
    load more|view more|learn more|find out more|more on this story|more on this topic|more stories|more news
    related|related stories|related articles|related news|related topics|related content|related posts|related links
    also read|you may also like|you might also like|recommended|recommended for you|recommended stories|trending
    trending now|most read|most popular|popular|popular stories|top stories|latest news|latest stories|don t miss
    editor s picks|editors picks|editor s choice|what to read next|up next|next article|previous article|next|previous
    share|share this|share this article|share this story|share article|share on facebook|share on twitter|share on x
    share on linkedin|share on whatsapp|share via email|share by email|share with|share to|share this post
    shares|tweet
    facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|email|e mail|instagram|youtube|tumblr
    messenger|flipboard
    copy link|link copied|copied|print|print this|print this article|print article|save|save article|bookmark
    save story|gift this article|gift article|listen|listen to this article|listen to article|play|pause|mute|unmute
    comment|comments|leave a comment|leave a reply|post a comment|add a comment|view comments|show comments|0 comments
    no comments|write a comment|join the conversation|sign in|sign up|log in|login|register|subscribe|subscribe now
    subscribe today|subscribe for free|newsletter|newsletters|sign up for our newsletter|get the newsletter
    subscribe to our newsletter|follow us|follow|following|follow us on twitter|follow us on facebook
    menu|search|home|close|close menu|open menu|skip to content|skip to main content|skip to navigation|back to top
    navigation|toggle navigation|main menu|site search|search for|submit|cancel|ok|accept|accept all|reject all|got it
    privacy policy|terms of use|terms of service|terms and conditions|cookie policy|cookies|contact us
    about us|contact
    privacy|advertise|advertise with us|careers|help|faq|sitemap|site map|rss|feedback|accessibility|legal
    all rights reserved|photo|photos|image|video|videos|watch|watch live|live|gallery|photo gallery
    view gallery|back to gallery|created with sketch|addthis sharing buttons|bookmark and share|read later|enlarge
    enlarge image|image source|image caption|media caption|play video|watch video|click to enlarge|toggle caption
    hide caption|expand|collapse|loading|loading comments|font size|text size|a a a|increase font size
    decrease font size
    subscriber only stories|subscriber only storiesview all|premium|exclusive|breaking news|partager|similaire
    j aime chargement|like this|like loading|like|liked|report an error|report this ad|topics|tags|filed under
    report a typo|send|send us feedback|remove all|get notifications|turn on notifications|notifications|app
    get the app
    download the app|get the latest news|stay informed|stay connected|partner content|paid post|starpicks
    sign up to our newsletter|sign up to our newsletters|sign up for our newsletters|sign up for the newsletter
    subscribe to our newsletters|subscribe to the newsletter|join our newsletter
    full version|text only version|view source|full version text only version view source
    published|last updated|image caption|give this article|for immediate release
    news release|press release|media release|press statement|news provided by|press contacts|media contacts
    pressemitteilung|presseinformation|medienmitteilung|communiqué de presse|comunicado de prensa|nota de prensa
    comunicato stampa|persbericht|comunicado de imprensa|nota à imprensa|pressmeddelande|pressemeddelelse
    anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonse|reklama|реклама|iklan
    广告|廣告|광고|إعلان|continua depois da publicidade|continua após a publicidade|leia também|lea también
    lee también|lesen sie auch|lire aussi|à lire aussi|leggi anche|lees ook|baca juga|читайте также
    share this page|keep reading|end of list|view this email in your browser|view in browser
    print e mail|paylaş|поделиться|поділитися|teilen|merken|drucken|imprimer|compartir|compartilhar|imprimir|condividi
    stampa|delen
    udostępnij|drukuj|dela|skriv ut|jaa|sdílet|bagikan|chia sẻ|ilgili haberler
    why you can trust us|分享|分享到|打印|字号 大 中 小|مشاركة|شارك|シェア|공유하기
    reset password|forgot password|forgot your password|create account|my account|published updated|referenced symbols
    nous rejoindre|la suite après cette publicité|decrease font|enlarge font|story highlights|share this news on
    تعليقات|أضف تعليقا|اترك تعليقا|زر الذهاب إلى الأعلى|اقرأ أيضا|إقرأ أيضا|أخبار متعلقة
    字號|字号|關鍵詞|关键词|打印本页
    source link|back to top button|short link|please enter your comment|please enter your name here|sponsored links
    topik|topik terkait|berita terkini lainnya|berita terkini|berita terpopuler|terpopuler|pilihan editor|berita lainnya
    check also|more in this section|more in this category|you may have missed|go to video|spot img|in other news
    latest videos|latest posts|recent posts|recent comments|popular posts|latest articles|featured stories|hot topics
    es noticia|síguenos|publicado|publicado en|leer más|leer también|más noticias|últimas noticias|siga leyendo
    en savoir plus|lire la suite|articles similaires|suivez nous|weiterlesen|mit einem abo weiterlesen|mehr lesen
    folgen sie uns|ähnliche artikel|leggi tutto|seguici|articoli correlati|ultime notizie|continue lendo|siga nos
    últimas notícias|notícias relacionadas|lees meer|meer nieuws|volg ons|zobacz także|najnowsze|läs mer|les mer
    læs mere|haberin devamı|devamını oku|baca selengkapnya|berita terkait|artikel terkait|xem thêm|tin liên quan
    показати ще|популярні новини зараз|популярні новини|читайте також|новини за темою|показать ещё|показать еще
    популярное|самое читаемое|читайте нас в telegram|останні новини|последние новости|最新新闻|相关阅读|最新记事
    ランキング|続きを読む|많이 본 뉴스|더보기|المزيد|الأكثر قراءة|اخبار ذات صلة|مقالات ذات صلة|بیشتر بخوانید
    discussion about this post|ready for more|más información|archivado en|for information media not an official record
    salvar artigos|edição impressa|related links
    startseite|accueil|portada|início|anasayfa|ana sayfa|beranda|strona główna|forside|etusivu|главная|главная страница
    首页|首頁|ホーム|홈|الرئيسية|الصفحة الرئيسية|صفحه نخست|صفحه اصلی|ראשי|होम|trang chủ
    anmelden|einloggen|abonnieren|jetzt abonnieren|zum inhalt springen|artikel merken|artikel anhören|artikel drucken
    artikel teilen|kommentare|kommentar schreiben
    das könnte sie auch interessieren|mehr zum thema|meistgelesen|datenschutz|impressum|nutzungsbedingungen
    se connecter|s abonner|s inscrire|je m abonne|aller au contenu|rechercher|commentaires|sur le même sujet
    à lire également|les plus lus|mentions légales|politique de confidentialité|partager l article|nous contacter
    iniciar sesión|suscríbete|suscribirse|buscar|comentarios|te puede interesar|lo más leído|lo más visto|contáctenos
    compartir en facebook|compartir en twitter|política de privacidad|aviso legal|noticias relacionadas|etiquetas
    ir para o conteúdo|fazer login|comentários|leia mais|mais lidas|veja também|política de privacidade|fale conosco
    accedi|abbonati|cerca|commenti|leggi anche|potrebbe interessarti|i più letti|condividi su facebook
    giriş yap|yazı boyutu|abone ol|yorumlar|çok okunanlar|son dakika|ilgili haber|iletişim|künye|haberi paylaş
    войти|подписаться|поиск|комментарии|читать далее|по теме|теги|контакты|реклама на сайте|подробнее|новости по теме
    увійти|пошук|коментарі|читати далі|контакти|zaloguj się|szukaj|komentarze|czytaj więcej|kontakt
    اتصل بنا|تسجيل الدخول|بحث|التعليقات|شارك الخبر|فيسبوك|تويتر|واتساب|مواضيع ذات صلة|أخبار ذات صلة|اقرأ المزيد|اشترك
    تماس با ما|ورود|جستجو|نظر شما|ارسال نظر|انتهای پیام|اخبار مرتبط|درباره ما|צור קשר|חיפוש|תגובות|שתפו|כתבות נוספות
    登录|注册|搜索|评论|相关新闻|热点推荐|更多|关于我们|联系我们|返回首页|ログイン|検索|この記事をシェア|関連記事|アクセスランキング|有料会員記事
    로그인|회원가입|검색|댓글|관련기사|기사공유|目次
    we value your privacy|your privacy matters|we care about your privacy|your privacy is important to us
    this website uses cookies|this site uses cookies|manage cookies|cookie settings|manage preferences|accept cookies
    accept all cookies|reject all cookies|allow all cookies|accept and continue|accept and close|necessary cookies only
    apple podcasts|google podcasts|listen on apple podcasts|listen on spotify
    subscribe on apple podcasts|rate and review
    newsletter sign up|thank you for subscribing|please enter a valid email address|your email address
    you can share this post|watch video below|watch the video below
    watch the video for more|listen to audio below|listen to the audio below|privacy cookies policy|print friendly
    privacy and cookies policy|exit mobile version|sponsor|featured post|news feed|article image|edit post|brand logo
    logo|restricted content|you may also want to watch
    related coverage|recommended reading|recommended reads|in this section|read also|also see|see also|more coverage
    weitere themen|mehr zu diesem thema|auch interessant|abonnez vous|écouter|écouter l article|lire plus tard
    partager cet article|sur le même thème|riproduzione riservata|ottieni il codice embed|contenido relacionado
    te recomendamos|conteúdo relacionado|czytaj też|czytaj także|czytaj również|zobacz też|udostępnij artykuł
    dalszy ciąg materiału pod wideo|dalsza część artykułu pod materiałem wideo|läs också|les også|læs også
    etiketler|tagi|ключевые слова|schlagwörter|schlagworte
    mots clés|palabras clave|emneord
    прислать новость|читать также|читайте также по теме
    d bloggers like this|audio by carbonatix|this audio is created with ai assistance
    """.replace("\n", "|").split("|")
    if line.strip()
)  # fmt: skip
# Starts of short lines that lead elsewhere (lower case): hidden wherever they stand.
FURNITURE_STARTS = (
    "read more:", "read more at ", "read the full text from", "read the full story at",
    "get breaking news in your browser", "also read:", "also read |", "also read-", "also read –", "read also:",
    "read next:", "read this:", "read the original article on ",
    "related:", "related articles:", "related story:", "related stories:", "more top reads from", "must read:",
    "click to share ", "cliquez pour partager", "cliquer pour partager", "follow @", "thanks for signing up",
    "[photo]http", "[image]http", "[video]http", "view this post on instagram", "a post shared by ",
    "pic.twitter.com/", "view this email in ", "unsubscribe from ", "unsubscribe here", "unsubscribe |",
    "order reprints", "from wikinews, the free news", "jump to navigation", "jump to: navigation",
    "jump to search", "from wikipedia, the free enc", "aus wikipedia, der freien",
    "de wikipedia, la enciclopedia libre", "da wikipedia, l'enciclopedia libera",
    "un article de wikipédia, l'enc", "материал из википедии",
    "may be interested in:", "recommended story", "you may also like", "you might also like",
    "article continues after ", "skip to ",
    "report this ad", "please enable javascript", "loading...", "report an error", "subscribe to read",
    "our standards: the ", "image source, ", "image source: ", "reading time:",
    "temps de lecture", "lesezeit", "tiempo de lectura", "tempo de leitura", "tempo di lettura", "leestijd",
    "article réservé ", "i̇lgili haber", "![",
    "lesen sie auch:", "lesen sie auch |", "lies auch:", "mehr zum thema:", "lire aussi :",
    "lire aussi:", "à lire aussi",
    "lire également", "voir aussi :", "veja mais notícias", "assista aos vídeos", "dziękujemy, że przeczytał",
    "lea también:", "lea también |", "lee también:", "le puede interesar:",
    "te puede interesar:", "leia também:", "leia mais:", "leggi anche:", "lees ook:", "zobacz też:", "czytaj też:",
    "czytaj także:", "läs också:", "läs mer:", "les også:", "læs også:", "baca juga:", "ilgili haber:", "xem thêm:",
    "читайте также:", "читать также:", "читайте також:", "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "यह भी पढ़ें", "ये भी पढ़ें",
    "相关阅读", "相关新闻", "延伸阅读", "延伸閱讀", "推荐阅读", "関連記事", "あわせて読みたい", "관련기사", "관련 기사",
    "責任編輯", "责任编辑", "(责任编辑", "（责任编辑", "無断転載", "版权所有", "未经授权", "저작권자", "무단 전재", "ⓒ",
    "جميع الحقوق محفوظة", "حقوق النشر", "все права защищены", "alle rechte vorbehalten", "tous droits réservés",
    "todos los derechos reservados", "riproduzione riservata",
    "tutti i diritti riservati", "todos os direitos reservados",
    "alle rechten voorbehouden", "wszelkie prawa zastrzeżone",
    "by signing up, you agree", "by subscribing, you agree", "by signing up you agree",
    "share or comment on this article", "view comments (",
    "©", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "(c) 1", "(c) 2", "all rights reserved",
    *(
        f"{words} {network}"
        for words in ("compartir en", "partager sur", "condividi su", "compartilhar no", "delen op", "del på")
        for network in ("facebook", "twitter", "whatsapp", "telegram", "linkedin", "messenger")
    ),
)  # fmt: skip
# Starts of what is hidden however long it is.
NEVER_TEXT = (
    "a version of this article appear", "you are receiving this email", "you are receiving this message",
    "you are receiving this newsletter", "was this email forwarded to you", "want to change how you receive these em",
    "you can update your preferences or unsub",
    "support independent journalism", "support local, independent", "support local journalism",
    "no longer want to receive these emails", "this page was last edited on ", "this page was last modified on ",
    "you received this email", "disclaimer: aaas and eurekalert",
    "this website uses cookies to ", "this site uses cookies to ", "this site uses akismet", "we use cookies to ",
    "we use cookies on ", "you may use these html tags", "lorem ipsum dolor sit amet",
)  # fmt: skip
# Starts that point at furniture on a page full of it; an article may have them too.
HINT_STARTS = (
    "thanks for reading ", "also on ", "like this story?", "get short url", "read more", "read:", "read |",
    "see also:", "see more:", "watch:",
    "watch |", "watch more:", "listen:", "more on this:", "more:", "click here to ", "click here for ", "share this ",
    "share on ", "follow us on ", "follow us @", "follow on ", "sign up for ", "sign up to ", "sign up here",
    "subscribe ", "thank you for signing up", "download our app", "get the latest ", "join our ", "find us on ",
    "like us on ", "don't miss", "don’t miss", "recommended:", "most read", "more from ", "photo gallery:",
    "in pictures:",
    "tags:", "topics:", "filed under", "posted in ", "categories:", "keywords:", "continue reading",
    "scroll down for",
    "this site uses cookies", "we use cookies", "by continuing to use", "advertis", "sponsored", "newsletter",
)  # fmt: skip
CLOSERS = (
    "###", "# # #", "-30-", "- 30 -", "–30–", "ends", "-ends-", "(ends)", "(end)", "end", "-end-", "/ends", "--ends--",
    "*****",
)  # fmt: skip

# What archives print above the pages that they keep copies of.
KEPT_COPY = (
    "This is Google's cache of ", "This is Google’s cache of ", "Tip: To quickly find your search term",
    "The Wayback Machine - http", "The current page could have changed in the meantime",
)  # fmt: skip

# What share and comment buttons count, and how long a text takes to read.
_COUNTED = (
    "(?:shares?|quotes?|bookmarks?|forwards?|comments?|likes?|views?|tweets?|retweets?|reactions?|repl(?:y|ies)"
    "|reposts?)"
)
_NUMBER = r"\d[\d,.]*\s?[km]?\+?"
_READING = (
    r"(?:reading time:? )?\d{1,3}[ -]?min(?:ute)?s?\.?(?: read| de lecture)?"
    r"|lecture \d{1,3} min\.?|\d{1,3} min\.? (?:lesezeit|leestijd|okuma|czytania|lesetid|läsning|čtení)"
    r"|\d{1,3} (?:мин(?:ут)?\.? чтения|хв читання|menit baca)|0:00(?: ?/ ?\d{1,2}:\d\d)?"
    r"|\d{1,3} min(?:uto|uti)?s? d[ei] (?:lettura|lectura|leitura)|\d[\d.,]*k"
)
COUNTER = (
    rf"{_READING}|list (?:\d+ of \d+|of \d+ items)|(?:{_NUMBER} {_COUNTED} ?){{1,5}}"
    rf"|{_COUNTED}:? ?(?:\({_NUMBER}\)|{_NUMBER})"
)
# Words for handing a text on, what is handed on, and where.
SHARE = (
    r"(?:kindly |please )?(?:share|spread|teile[nt]?|partage[rz]?|compart(?:e|ir)|compartilh(?:e|ar)|condividi|"
    r"udostępnij|del(?:en)?|dela|поделиться|поделитесь)(?: \w+){0,2}? (?:this|the|on|via|with|diesen|cet|esta|este|"
    r"questo|ten|dit|denna|på|auf|sur|en|em|no|su|na|op|в)\b(?: \w+){0,2}? ?(?:article|story|post|news|page|word|love|"
    r"artikel|beitrag|nota|noticia|notícia|articolo|artykuł|bericht|facebook|twitter|x|whatsapp|telegram|linkedin|"
    r"e-?mail|pinterest|messenger|reddit|bluesky|threads|signal|viber|vk)"
    r"|(?:facebook|twitter|whatsapp|telegram|linkedin)['’]?[td]a paylaş|(?:bu )?haberi paylaş"
    r"|.{0,24}\blisten to (?:this|the) (?:article|story|audio|post)\b.{0,24}"
)
SHARES = (
    "kindly share", "please share", "share ", "spread ", "teile", "partage", "compart", "condividi ", "udostępnij ",
    "del ", "delen ", "dela ", "поделит",
)  # fmt: skip
# What leads to the page before or behind this one.
TURN = (
    r"\b(?:next|prev(?:ious)?|older|newer|more|weiter|zurück|vorherige|nächste|suivante?|précédente?|siguiente|anterior|"
    r"successivo|precedente|volgende|vorige)\b"
)

#: Names of sections, word by word.
SECTIONS = frozenset(
    """world news national local politics business markets economy sport sports football cricket opinion editorial
    comment analysis technology science health entertainment culture arts lifestyle travel environment education crime
    regions nation metro
    top stories headlines asia europe africa americas weather obituaries features international finance money tech
    interview lokales politik wirtschaft kultur panorama gesellschaft wissen actualités monde économie société
    nacional internacional economía deportes sociedad cronaca politica economia esporte cotidiano mundo regional &
    """.split()
)
#: Words of places, sections and titles that stand where names of writers do.
NO_WRITER = SECTIONS | frozenset(
    """new san santa los las el abu tel saint st port cape addis buenos rio kuala hong phnom ho sri south north east
    west united saudi dar mexico middle far latin central city state province county region district island islands
    republic kingdom valley river mountain coast bay beach lake street road university college school hospital airport
    council court house bank company party union ministry minister president government police army club team league
    cup day week month year part chapter episode summary highlights background introduction update report interview
    profile obituary column letter letters review preview q&a key points main points""".split()
)
