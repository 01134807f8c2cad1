"""What is known of the languages of the press other than English: the small words that tell them, what stands before
names in them, and what opens their sentences.

All words are in lower case. The small words are of two letters and more, and none is an article of Arabic names.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.detect.lexicon import ORG_ENDS


class Language(NamedTuple):
    """A language of the press: words that tell it (`small`), words with a capital that open its sentences and are no
    names (`openers`), words before the names of people (`titles`, and `title_ends` of compounds), those that stand
    inside names (`particles`), articles (`articles`), and what names bodies (`bodies`)."""

    code: str
    small: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    bodies: frozenset[str]
    title_ends: tuple[str, ...] = ()


def _language(
    code: str,
    small: str,
    openers: str,
    titles: str,
    particles: str,
    articles: str,
    bodies: str,
    ends: str = "",
) -> Language:
    little = frozenset(small.split())
    return Language(
        code, little, little | frozenset(openers.split()) | frozenset(articles.split()), frozenset(titles.split()),
        frozenset(particles.split()), frozenset(articles.split()), frozenset(bodies.split()) | ORG_ENDS,
        tuple(ends.split()),
    )  # fmt: skip


_ABROAD = "van von der den al el bin ibn ben abu"

GERMAN = _language(
    "de",
    """der die das und von mit für den dem des ist nicht ein eine auf sich im zum zur bei wird werden sie zu wie auch
    nach hat haben über aus als""",
    """ich du er es wir ihr ihm ihn ihnen ihre ihrer ihren ihrem ihres sein seine seiner seinen seinem unser unsere
    unserer mein meine meiner kein keine man wer was wo wann warum wenn dann denn daher dabei dafür dagegen damit
    danach daran darauf darin darum davon dazu deshalb doch dort durch einen einem einer einige etwa fast ganz gegen
    gestern heute morgen hier hinter immer in jede jeder jedes jetzt kurz laut mehr mindestens mitte nach neben noch
    nun nur ob obwohl oder ohne rund schon sehr seit seiten selbst so sobald sogar somit sonst später statt trotz um
    und unter vor während weil weitere weiter welche welcher wegen weniger wieder wohl zwar zwei drei vier fünf
    zuletzt zudem zunächst zwischen alle allen allem alles allerdings am an andere ans anfang ende ab bis bisher beim
    diese dieser diesem diesen dieses jene montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
    märz april mai juni juli august september oktober november dezember sommer winter herbst frühling jahr jahre tag
    tage seite welt zeit fall weise nein ja deutsche deutschen deutscher deutsches europäische europäischen
    europäischer internationale internationalen""",
    """herr herrn frau dr prof könig königin prinz prinzessin papst kardinal bischof general oberst hauptmann kapitän
    stürmer torwart verteidiger senator chef chefin sohn tochter ehefrau ehemann witwe bruder schwester gattin richter
    sänger sängerin schauspieler schauspielerin regisseur regisseurin premier scheich emir sultan zar kaiser baron
    graf fürst pfarrer pastor kollege kollegin kollegen geschäftsmann geschäftsfrau unternehmer unternehmerin blogger
    bloggerin""",
    "von van der den de du del zu zur ter ten " + _ABROAD,
    "der die das den dem des ein eine einen einem einer",
    """stiftung universität partei verein gesellschaft gericht ministerium amt verband werke gruppe haus straße platz
    schule akademie institut bank zeitung preis museum theater park hof berg""",
    """minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin trainer trainerin direktor
    direktorin leiter leiterin führer führerin vorsitzende vorsitzender meister meisterin anwalt anwältin richterin
    kommissar kommissarin experte expertin forscher forscherin politiker politikerin abgeordnete abgeordneter kandidat
    kandidatin autor autorin spieler spielerin sekretär sekretärin beauftragte beauftragter rätin professor
    professorin chef chefin star rechtlerin rechtler wissenschaftler wissenschaftlerin historiker historikerin ökonom
    ökonomin analyst analystin manager managerin gründer gründerin inhaber inhaberin aktivist aktivistin journalist
    journalistin künstler künstlerin ärztin bischof general inspektor inspekteur botschafter botschafterin gouverneur
    senatorin rätin kapitän torhüter stürmer profi coach reporter reporterin ologe ologin berater beraterin ingenieur
    ingenieurin""",
)
FRENCH = _language(
    "fr",
    """le la les et des du dans une est qui que sur pour au aux un en par elle pas ne plus son sa ses ce cette avec
    sont été mais ont ou""",
    """il à je tu nous vous ils elles on leur leurs mon ma mes notre votre ces cet celui celle ceux dont où quand
    comme si alors ainsi après avant avec aussi car chez contre depuis dès donc durant encore enfin entre hier
    aujourd'hui ici jamais jusque lors lorsque malgré même mieux moins non oui parce parmi pendant peu peut pourquoi
    pourtant près puis puisque quant quel quelle quelques sans selon seul seule sinon sous souvent surtout tandis tant
    tous tout toute toutes très trop trois deux vers voici voilà ni ni à dimanche lundi mardi mercredi jeudi vendredi
    samedi janvier février mars avril mai juin juillet août septembre octobre novembre décembre outre parfois certains
    certaines plusieurs chaque aucun aucune autre autres face suite grâce""",
    """m mm mme mmes mlle monsieur madame mademoiselle président présidente ministre premier première chef général
    colonel capitaine commandant roi reine prince princesse pape cardinal évêque archevêque maire juge avocat avocate
    professeur professeure docteur dr me maître porte-parole directeur directrice secrétaire député députée sénateur
    sénatrice entraîneur sélectionneur ex-président ex-ministre vice-président fils fille épouse veuve frère sœur
    écrivain journaliste chanteur chanteuse acteur actrice cinéaste réalisateur réalisatrice historien historienne
    économiste chercheur chercheuse procureur procureure préfet préfète ambassadeur abbé père""",
    "de du des d la le van von der den " + _ABROAD,
    "le la les l un une des du au aux ce cette ces",
    """université ministère parti société conseil assemblée cour tribunal école lycée hôpital fondation rue avenue
    place boulevard banque groupe centre maison prix musée théâtre festival association syndicat hôtel unis""",
)
SPANISH = _language(
    "es",
    """los las que se por para del una con un lo su sus es fue como más pero este esta está ha han no en de la entre
    sobre también""",
    """día semana fiesta virgen el al y yo tú él ella ello ellos ellas nosotros usted ustedes mi mis nuestro nuestra
    ese esa eso estos estas esto aquel quien quienes cual cuando cuándo donde dónde cómo qué si sí aunque así además
    ahora ahí aquí allí ante antes aún ayer hoy mañana bajo cada casi contra cualquier desde después durante entonces
    hacia hasta igual incluso luego mediante mientras menos mucho muchos muy nada nadie ni ninguno nunca o otra otras
    otro otros poco por porque pues según sea ser siempre sin sino solo sólo son tal tampoco tan tanto tras todo toda
    todos todas tres dos uno una unos unas ya lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
    abril mayo junio julio agosto septiembre octubre noviembre diciembre asimismo había hay""",
    """presidente presidenta ministro ministra canciller alcalde alcaldesa gobernador gobernadora senador senadora
    diputado diputada concejal general coronel capitán comandante rey reina príncipe princesa infanta papa cardenal
    obispo arzobispo juez jueza fiscal abogado abogada profesor profesora doctor doctora dr dra señor señora sr sra
    don doña secretario secretaria director directora exministro exministra expresidente expresidenta exsecretario
    vicepresidente vicepresidenta vocero vocera portavoz candidato candidata entrenador técnico delantero portero
    escritor escritora periodista actor actriz cantante cineasta hijo hija esposa esposo viuda hermano hermana padre
    madre magistrado magistrada procurador procuradora comisario embajador embajadora congresista líder""",
    "de del la las los van von " + _ABROAD,
    "el la los las un una al del",
    """universidad ministerio partido sociedad consejo asamblea corte tribunal escuela colegio hospital fundación
    calle avenida plaza banco grupo centro casa premio museo teatro festival asociación sindicato hotel alcaldía
    procuraduría fiscalía audiencia pacto comisión instituto secretaría gobierno congreso senado policía cámara
    unidos""",
)
PORTUGUESE = _language(
    "pt",
    """o os as do da dos das não na no nas nos em um uma para com por que se ao à é foi são mais mas como seu sua pelo
    pela ser também entre até já""",
    """o a e à é eu tu ele ela eles elas nós você vocês meu minha nosso nossa esse essa isso este esta isto aquele
    quem qual quando onde se sim embora assim além agora aí aqui ali ante antes ainda ontem hoje amanhã sob cada quase
    contra qualquer desde depois durante então enquanto menos muito muitos nada ninguém nem nenhum nunca ou outra
    outras outro outros pouco porque pois segundo seja sempre sem senão só tal tampouco tão tanto todo toda todos
    todas três dois duas numa num após a e segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março
    abril maio junho julho agosto setembro outubro novembro dezembro apesar conforme""",
    """presidente presidenta ministro ministra chanceler prefeito prefeita governador governadora senador senadora
    deputado deputada vereador vereadora general coronel capitão comandante rei rainha príncipe princesa papa cardeal
    bispo arcebispo juiz juíza procurador procuradora desembargador advogado advogada professor professora doutor
    doutora dr dra senhor senhora sr sra dom dona secretário secretária diretor diretora ex-presidente ex-ministro
    vice-presidente porta-voz candidato candidata técnico treinador atacante goleiro escritor escritora jornalista
    ator atriz cantor cantora cineasta filho filha esposa esposo viúva irmão irmã pai mãe primeiro-ministro premiê
    delegado delegada embaixador embaixadora líder autarca""",
    "de do da dos das van von " + _ABROAD,
    "o a os as um uma ao do da",
    """universidade ministério partido sociedade conselho assembleia corte tribunal escola colégio hospital fundação
    rua avenida praça banco grupo centro casa prêmio prémio museu teatro festival associação sindicato hotel
    prefeitura procuradoria comissão instituto secretaria governo congresso senado câmara polícia supremo unidos""",
)
ITALIAN = _language(
    "it",
    """il che di della dei nel per gli una con del alla le lo dal sono ha non si un da più come anche ma delle nella
    sul dalla degli alle""",
    """al i è io tu lui lei noi voi loro mio mia nostro nostra questo questa questi queste quello quella chi quando
    dove perché se sì così inoltre ora qui lì prima ancora ieri oggi domani sotto ogni quasi contro qualsiasi dopo
    durante allora verso fino meno molto molti niente nessuno né mai o altra altre altro altri poco poi secondo sempre
    senza solo tale tanto tutto tutta tutti tutte tre due uno tra fra e ed già dopo intanto invece infatti quindi però
    mentre lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio
    agosto settembre ottobre novembre dicembre nonostante""",
    """presidente premier ministro ministra sindaco sindaca governatore senatore senatrice deputato deputata onorevole
    generale colonnello capitano comandante re regina principe principessa papa cardinale vescovo arcivescovo giudice
    pm avvocato avvocata professor professore professoressa dottor dottore dottoressa dott prof signor signora sig
    segretario segretaria direttore direttrice portavoce allenatore ct tecnico attaccante portiere scrittore
    scrittrice giornalista attore attrice cantante regista figlio figlia moglie marito vedova fratello sorella padre
    madre ex-premier ex-ministro vicepremier vicepresidente procuratore ambasciatore ambasciatrice leader don suor
    monsignor""",
    "di de del della dei degli da dal dalla la lo van von " + _ABROAD,
    "il lo la i gli le un uno una l al del della",
    """università ministero partito società consiglio assemblea corte tribunale scuola liceo ospedale fondazione via
    viale piazza banca gruppo centro casa premio museo teatro festival associazione sindacato hotel procura
    commissione istituto governo senato camera polizia uniti""",
)
DUTCH = _language(
    "nl",
    """het een van voor zijn niet met aan op de en dat te ook bij naar om uit er door wordt werd heeft hij maar deze
    over nog""",
    """ik jij je u wij we zij ze hun haar mijn ons onze dit die daar hier waar wanneer waarom wie wat hoe als dan toen
    want omdat hoewel toch dus alleen alle allemaal altijd binnen boven buiten daarna daarom eerst echter en elke
    enkele geen gisteren vandaag morgen iedereen in is kan kort later meer minder na naast nadat niemand nooit nu of
    onder ondanks ongeveer rond sinds soms steeds sommige tegen terwijl tijdens tot tussen twee drie vanaf veel verder
    volgens vooral weer wel zelfs zo zonder zodra zowel maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    januari februari maart april mei juni juli augustus september oktober november december""",
    """meneer mevrouw dhr mevr mr drs dr prof minister minister-president premier president koning koningin prins
    prinses paus kardinaal bisschop generaal kolonel burgemeester staatssecretaris voorzitter directeur woordvoerder
    woordvoerster trainer bondscoach coach aanvaller doelman hoogleraar advocaat rechter kamerlid wethouder schrijver
    schrijfster journalist acteur actrice zanger zangeres regisseur zoon dochter echtgenote weduwe broer zus
    onderzoeker econoom historicus partijleider fractievoorzitter oud-minister""",
    "van de der den het ter ten 't te von " + _ABROAD,
    "de het een",
    """universiteit ministerie partij vereniging raad rechtbank school ziekenhuis stichting straat plein bank groep
    centrum huis prijs museum theater festival bond""",
)
TURKISH = _language(
    "tr",
    """ve bir bu için ile da olarak daha çok olan de ise gibi kadar sonra ancak göre her ne ki olduğu dedi etti oldu
    edildi hakkında arasında tarafından yaptı eden üzerine""",
    """o ben sen biz siz onlar şu bunun bunu buna bundan bunlar ama fakat çünkü eğer hem hiç hangi nasıl neden nerede
    kim kimse bütün tüm bazı birçok önce şimdi dün bugün yarın burada orada artık ayrıca böyle öyle şöyle bile değil
    diğer dolayısıyla en evet hayır hala henüz ilk son iki üç özellikle rağmen sadece tabii üzerine üzere var yok yeni
    yine yani pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos
    eylül ekim kasım aralık""",
    """bay bayan sayın cumhurbaşkanı başbakan bakan bakanı başkan başkanı milletvekili vali valisi general orgeneral
    albay amiral komutan komutanı prof doç dr avukat av sözcü sözcüsü müdür müdürü genel lider lideri kral kraliçe
    prens prenses papa yazar gazeteci sanatçı oyuncu yönetmen şarkıcı teknik direktör direktörü hakim savcı yardımcısı
    sekreteri sekreter büyükelçi büyükelçisi vekili belediye oğlu kızı eşi""",
    "bin ibn el al van von de",
    "bu şu o bir",
    """üniversitesi bakanlığı partisi derneği vakfı mahkemesi hastanesi caddesi sokağı meydanı bankası holding kulübü
    gazetesi ajansı meclisi belediyesi lisesi havalimanı stadı birliği konseyi genel müdürlüğü""",
)
INDONESIAN = _language(
    "id",
    """yang dengan untuk ini itu dari pada dan di dalam tidak akan ke oleh juga adalah telah sebagai karena bahwa ia
    kepada saat tersebut lebih""",
    """jawa sumatera kalimantan sulawesi barat timur tengah utara selatan saya aku kami kita kamu anda dia mereka ada
    agar apa apabila apakah atas atau bagi bagaimana bahkan banyak beberapa begitu belum berdasarkan besok bila bisa
    boleh bukan dahulu demikian dapat dua tiga hal hanya hari hingga ialah jadi jangan jika kalau kemarin kemudian
    kendati ketika lagi lalu mengapa maka masih melalui menurut meski meskipun namun nanti oleh para pula saja sambil
    sampai sangat satu sebab sebelum sebelumnya sedangkan sehingga sejak sejumlah sekarang selain selama seluruh
    sementara semua seorang seperti serta sesudah setelah setiap siapa sudah supaya tak tanpa tapi tentang terhadap
    tetapi usai walau senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus
    september oktober november desember""",
    """presiden wapres sekjen ketum waketum dirut kadis menteri perdana gubernur bupati wali walikota ketua pak bu
    bapak ibu jenderal kolonel komjen irjen brigjen letjen mayjen laksamana marsekal kapolri kapolda jaksa hakim
    profesor prof dr drs ir haji hajah kiai kyai kh ustaz ustadz datuk tan dato dato' tun sultan raja ratu paus
    direktur jubir juru sekretaris pelatih penyerang kapten sutradara penulis penyanyi aktor aktris wartawan pengamat
    anggota menko mendagri menkeu menlu mantan calon cawapres capres istri suami putra putri adik kakak mr mrs encik
    cik""",
    "bin binti bint van von de al el",
    "para sang si",
    """universitas kementerian partai yayasan dewan pengadilan rumah sakit jalan bank grup pusat sekolah museum hotel
    komisi badan lembaga persatuan asosiasi stasiun bandara kota kabupaten provinsi""",
)
POLISH = _language(
    "pl",
    "na się nie do że to jest od po za przez jak ale oraz dla tym był który ma są tego już także",
    """w i z o u ja ty on ona ono my wy oni one mój moja nasz nasza ten ta te tak tam tu tutaj kto co kiedy gdzie
    dlaczego czy jeśli jeżeli więc bo ponieważ choć chociaż jednak wtedy teraz wczoraj dziś dzisiaj jutro potem przed
    przy pod nad między według podczas po początkowo niemniej ponadto poza zdaniem każdy kilka wiele wszyscy wszystko
    tylko nawet nigdy zawsze znów dwa trzy poniedziałek wtorek środa czwartek piątek sobota niedziela""",
    """pan pani prezydent premier minister wiceminister prezes generał pułkownik major kapitan profesor prof dr ks
    ksiądz papież kardynał biskup arcybiskup poseł posłanka senator wojewoda burmistrz marszałek trener dyrektor
    rzecznik rzeczniczka sędzia prokurator adwokat mecenas król królowa książę pisarz pisarka aktor aktorka reżyser
    piosenkarz dziennikarz dziennikarka napastnik bramkarz syn córka żona mąż brat siostra ojciec pana prezydenta
    premiera ministra prezesa generała pułkownika profesora posła senatora burmistrza marszałka trenera dyrektora
    rzecznika sędziego prokuratora króla dziennikarza dziennikarki aktywista aktywisty aktywistę działacz działacza
    działaczka lider lidera przywódca przywódcy dowódca dowódcy szef szefa reżysera pisarza aktora aktorki męża żony
    syna córki brata siostry ojca""",
    "de van von " + _ABROAD,
    "",
    """uniwersytet ministerstwo partia partii partię sąd szkoła szpital fundacja ulica plac bank grupa dom nagroda
    muzeum teatr stowarzyszenie związek rada urząd instytut""",
)
SWEDISH = _language(
    "sv",
    "och att det som en på är av för med den till inte har om ett från var men kan ska vid han hon efter",
    """jag du vi ni de dem hans hennes min vår detta denna dessa där här när var varför vem vad hur om då därför dock
    också alla allt bara både dagens enligt ett flera flest före hos i ingen innan inom just kring mellan mer mest mot
    nu nya ofta ovanför sedan senare snart stora trots två tre under upp ur utan vissa åter över måndag tisdag onsdag
    torsdag fredag lördag söndag""",
    """statsminister statsministern utrikesminister utrikesministern finansminister justitieminister minister
    ministern president presidenten premiärminister kung kungen drottning prins prinsessan påven herr fru dr professor
    professorn ordförande partiledare partiledaren borgmästare domare åklagare åklagaren advokat advokaten general
    överste förbundskapten tränare författare författaren journalist skådespelaren regissören sångaren vd""",
    "av af von van de der",
    "en ett den det de",
    "universitet domstol skola sjukhus stiftelse gatan torg bank gruppen parti förbund museum teater",
)
# Danish too: their small words and titles are much the same.
NORWEGIAN = _language(
    "no",
    """og det som en på er av for med den til ikke har om et fra var men kan skal ved han hun etter at de sig seg""",
    """i å jeg du vi dere dem hans hendes hennes min vår vores dette denne disse der her når hvor hvorfor hvem hva
    hvad hvordan hvis da derfor dog også alle alt bare både dagens ifølge flere før hos ingen innen inden lige mellom
    mellem mer mere mest mot mod nå nu nye ofte siden senere snart store trods tross to tre under opp op ut ud uten
    uden over mandag tirsdag onsdag torsdag fredag lørdag søndag""",
    """statsminister statsministeren utenriksminister udenrigsminister finansminister justisminister justitsminister
    minister ministeren president presidenten præsident præsidenten konge kongen kong dronning prins prinsesse paven
    herr hr fru dr professor ordfører ordføreren borgmester partileder dommer advokat general oberst landstræner
    trener træner forfatter forfatteren journalist skuespiller instruktør sanger direktør formand leder""",
    "av af von van de der",
    "en et ei den det de",
    """universitet domstol skole sykehus sygehus stiftelse fond gate gade torg bank parti forbund forbundet museum
    teater""",
)

LANGUAGES = (
    GERMAN,
    FRENCH,
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    DUTCH,
    TURKISH,
    INDONESIAN,
    POLISH,
    SWEDISH,
    NORWEGIAN,
)
